package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.run.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void itSaysWhatThisMachineOffers() {
        Ended ended = new CommandLineRunner(folder, CacheFolder.ofThisProcess()).run("doctor");

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains(System.getProperty("java.version"), CacheFolder.ofThisProcess() + ", ", "PyTorch")
                .contains("CPU with up to", "figures can be drawn", "display", "sample rooms", "sample fashion")
                .doesNotContain("PROBLEM");
    }

    @Test
    void aCacheThatCannotBeWrittenIsAProblemWithARemedyAndNoFaultOfTandem() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");

        Ended ended = new CommandLineRunner(folder, folder.resolve("file/cache")).run("doctor");

        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.out())
                .containsOnlyOnce("PROBLEM: ")
                .contains("Set TANDEM_CACHE to a folder that can", "figures can be drawn", "sample rooms")
                .doesNotContain("fault of Tandem");
    }

    @Test
    void anArgumentIsAnErrorOfUsage() {
        Ended ended = new CommandLineRunner(folder).run("doctor", "everything");

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("everything").containsOnlyOnce("\n");
    }
}
