package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.run.CacheFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of Tandem on one study, as of a person with two terminals. */
@Timeout(240)
class TwoTandemsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theSecondMayReadButNotTrainAndSaysSoInOneLine() {
        CommandLineRunner tandem = new CommandLineRunner(folder, CacheFolder.ofThisProcess());
        done(tandem, "generate", "rooms", "--count", "24", "--size", "32", "-o", "images");
        done(tandem, "new", "images", "-o", "study", "--tasks", "normal", "--setting", "long,epochs=100000,batch=8");
        TandemProcess first = TandemProcess.start(folder, "train", "study", "--device", "cpu");
        try {
            first.await("first losses");

            Ended second = TandemProcess.run(folder, "train", "study");
            Ended reader = TandemProcess.run(folder, "losses", "study");

            assertThat(second.code()).isEqualTo(ExitCode.INPUT);
            assertThat(second.out()).isEmpty();
            assertThat(second.err().lines())
                    .singleElement()
                    .asString()
                    .contains("study.tandem")
                    .contains("is being trained by another Tandem (process " + first.pid() + ")")
                    .contains("stop it first; reading commands work meanwhile");
            assertThat(reader.code()).as(reader.err()).isZero();
            assertThat(reader.out()).contains("Surface normals");
        } finally {
            first.interrupt();
        }
        assertThat(first.end().err()).contains("Stopped. Go on with: tandem train study");
    }

    private static void done(CommandLineRunner tandem, String... command) {
        Ended ended = tandem.run(command);
        assertThat(ended.code()).as(ended.err()).isZero();
    }
}
