package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study that its owner has open, read by the same process and looked at by another one. */
@Timeout(60)
class SharedStudyFileTest {

    /** Where SQLite locks a file that it has open (SHARED_FIRST and SHARED_SIZE of its unix file system). */
    private static final long LOCKED_FROM = 0x40000002L;

    private static final long LOCKED_BYTES = 510;

    private static final int FREE = 10;
    private static final int LOCKED = 11;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readingItInTheOwnersProcessLeavesTheOwnersLocks() throws Exception {
        Path path = folder.resolve("shared.tandem");
        try (StudyFile owner = StudyFile.create(path, ExampleStudy.create())) {
            owner.save(ExampleStudy.create().withName("first"));
            Path link = Files.createSymbolicLink(folder.resolve("link.tandem"), path);
            StudyFile.openReadOnly(link).close();
            StudyFile.requireStudy(path);
            StudyFile.requireStudy(link);

            assertThat(seenByAnotherProcess(path)).isEqualTo(LOCKED);
        }
        assertThat(seenByAnotherProcess(path)).isEqualTo(FREE);
    }

    private static int seenByAnotherProcess(Path path) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharedStudyFileTest.class.getName(),
                        path.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Ends with whether some process has the file open with SQLite. */
    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            System.exit(channel.tryLock(LOCKED_FROM, LOCKED_BYTES, false) == null ? LOCKED : FREE);
        }
    }
}
