package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study that its owner has open, read by the same process and used by another one. */
@Timeout(60)
class SharedStudyFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /**
     * The last process that closes a file folds its log into it and deletes the log; who is the last, SQLite knows by
     * its locks. Had the owner lost them, the other process would delete the log under it.
     */
    @Test
    void readingItInTheOwnersProcessLeavesTheOwnersLocks() throws Exception {
        Path path = folder.resolve("shared.tandem");
        try (StudyFile owner = StudyFile.create(path, ExampleStudy.create())) {
            owner.save(ExampleStudy.create().withName("first"));
            StudyFile.requireStudy(path);
            StudyFile.openReadOnly(path).close();
            StudyFile.openReadOnly(Files.createSymbolicLink(folder.resolve("link.tandem"), path))
                    .close();

            renameInAnotherProcess(path, "second");

            assertThat(folder.resolve("shared.tandem-wal")).exists();
            assertThat(owner.study().name()).isEqualTo("second");
            owner.save(ExampleStudy.create().withName("third"));
        }
        try (StudyFile file = StudyFile.openReadOnly(path)) {
            assertThat(file.study().name()).isEqualTo("third");
        }
    }

    private static void renameInAnotherProcess(Path path, String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharedStudyFileTest.class.getName(),
                        path.toString(),
                        name)
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    /** Opens a study, gives it a name, and closes it. */
    public static void main(String[] arguments) {
        try (StudyFile file = StudyFile.open(Path.of(arguments[0]))) {
            file.save(file.study().withName(arguments[1]));
        }
    }
}
