package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.tandem.data.Samples;
import app.tandem.owner.NewStudy;
import app.tandem.owner.StudyReader;
import app.tandem.store.StudyFile;
import app.tandem.study.UserException;
import app.tandem.workbench.common.ReadOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyStudyTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final int FIRST_PAGE = 4096;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aStudyThatCannotBeReadIsNotLeftOpen() throws IOException {
        assumeThat(OPEN_FILES).exists();
        Path file = folder.resolve("damaged.tandem");
        StudyFile.create(file, NewStudy.of(Samples.rooms())).close();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, FIRST_PAGE, bytes.length, (byte) 0);
        Files.write(file, bytes);
        StudyReader reader = StudyReader.open(file, folder);
        assertThat(isOpen(file)).isTrue();

        assertThatThrownBy(() -> new ReadOnlyStudy(reader, Runnable::run, ReadOnly.UNWRITABLE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("damaged");

        assertThat(isOpen(file)).isFalse();
    }

    private static boolean isOpen(Path file) throws IOException {
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.anyMatch(each -> leadsTo(each, file));
        }
    }

    /** A descriptor may be gone by the time that it is looked at. */
    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
