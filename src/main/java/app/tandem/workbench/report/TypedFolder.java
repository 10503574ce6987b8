package app.tandem.workbench.report;

import app.tandem.study.UserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a folder that was typed. */
final class TypedFolder {

    private static final String HOME = "~";

    private TypedFolder() {}

    /**
     * The folder that is meant; {@code ~} is the user's own.
     *
     * @param beside where a name that does not begin at the root stands
     * @throws UserException if the text is no folder's name
     */
    static Path read(String text, Path beside) {
        String name = text.strip();
        if (name.isEmpty()) {
            throw new UserException("No folder is named", "", "Type a folder, or choose one");
        }
        try {
            if (name.equals(HOME) || name.startsWith(HOME + "/")) {
                return Path.of(System.getProperty("user.home") + name.substring(HOME.length()));
            }
            return beside.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new UserException("This is no name of a folder", "", "Type a folder, or choose one", e);
        }
    }
}
