package app.tandem.workbench.start;

import app.tandem.store.StudyFile;
import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the file of a new study goes. Reads folders: not for the JavaFX thread. */
final class StudyPlace {

    private static final String NO_FILE_NAME = "[\\\\/:*?\"<>|\\p{Cntrl}]+";

    private StudyPlace() {}

    /**
     * A file of the study's name that is not there yet: beside the dataset, or in the home folder where the user may not
     * write there.
     */
    static Path proposed(Path dataset, String name) {
        assert Blocking.isAllowedHere() : "a folder is looked at on the window's thread";
        Path beside = dataset.toAbsolutePath().getParent();
        Path folder =
                beside != null && Files.isWritable(beside) ? beside : Path.of(System.getProperty("user.home", "."));
        String stem = name.replaceAll(NO_FILE_NAME, "-").strip();
        String base = stem.isEmpty() ? "study" : stem;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> folder.resolve(base + (number == 1 ? "" : "-" + number) + StudyFile.SUFFIX))
                .filter(file -> !Files.exists(file))
                .findFirst()
                .orElseThrow();
    }

    /** @throws UserException if a study cannot be made there */
    static void requireUsable(Path file) {
        assert Blocking.isAllowedHere() : "a folder is looked at on the window's thread";
        StudyFile.requireFree(file);
        Path folder = nearest(file.toAbsolutePath().getParent());
        if (folder == null || !Files.isWritable(folder)) {
            throw new UserException(
                    "The study cannot be made here", file.toString(), "Choose a folder in which you may write");
        }
    }

    private static @Nullable Path nearest(@Nullable Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
