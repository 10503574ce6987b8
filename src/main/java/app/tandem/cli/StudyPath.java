package app.tandem.cli;

import app.tandem.store.StudyFile;
import app.tandem.study.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study named on the command line, with or without {@code .tandem}. */
final class StudyPath {

    private StudyPath() {}

    /**
     * The file that is meant.
     *
     * @throws UserException if there is none
     */
    static Path existing(Console console, Path given) {
        Path file = console.resolve(given);
        Path suffixed = withSuffix(file);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (Files.isRegularFile(suffixed)) {
            return suffixed;
        }
        throw new UserException(
                "There is no such study", file.toString(), "Check the path, or make one with ‘tandem new’");
    }

    /** The file that is to be made. */
    static Path toMake(Console console, Path given) {
        return withSuffix(console.resolve(given));
    }

    private static Path withSuffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(StudyFile.SUFFIX) ? file : file.resolveSibling(name + StudyFile.SUFFIX);
    }
}
