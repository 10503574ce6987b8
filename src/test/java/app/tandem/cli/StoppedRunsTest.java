package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.run.CacheFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were paused or cancelled, here or in the window, as the command line treats them. */
@Timeout(240)
class StoppedRunsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatWasCancelledIsNotTrainedUntilItIsAskedFor() {
        CommandLineRunner tandem = new CommandLineRunner(folder, CacheFolder.ofThisProcess());
        done(tandem, "generate", "rooms", "--count", "24", "--size", "32", "-o", "images");
        done(tandem, "new", "images", "-o", "study", "--tasks", "normal", "--setting", "small,epochs=1,batch=8");
        Ended cancelled = done(tandem, "edit", "study", "cancel", "normal");
        assertThat(cancelled.out()).contains("1 to train").doesNotContain("normal@1 ");

        Ended trained = done(tandem, "train", "study");
        assertThat(trained.err()).contains("1 cancelled run is not trained").contains("tandem edit STUDY resume");
        assertThat(done(tandem, "status", "study").out())
                .contains("1 of 2 runs have ended · 1 cancelled")
                .contains("  cancelled  normal@1 · small · seed 0");
        assertThat(done(tandem, "train", "study").err()).contains("The other run has ended; nothing is left to train.");

        assertThat(done(tandem, "edit", "study", "resume").out()).contains("1 to train");
        assertThat(done(tandem, "status", "study").out()).contains("1 of 2 runs have ended · 1 waiting");
        done(tandem, "train", "study");
        assertThat(done(tandem, "status", "study").out()).contains("2 of 2 runs have ended\n");
    }

    @Test
    void whatIsAskedForFirstIsNoLongerPaused() {
        CommandLineRunner tandem = new CommandLineRunner(folder, CacheFolder.ofThisProcess());
        done(tandem, "generate", "rooms", "--count", "12", "--size", "32", "-o", "images");
        done(tandem, "new", "images", "-o", "study", "--tasks", "normal", "--setting", "small,epochs=1,batch=8");

        assertThat(done(tandem, "edit", "study", "pause", "normal@1/2").err()).contains("1 paused run is not trained");
        assertThat(done(tandem, "edit", "study", "train-first", "normal@1/2").err())
                .isEmpty();
        assertThat(tandem.run("edit", "study", "cancel", "normal", "--seed", "7")
                        .err())
                .contains("No run of ‘normal’ waits to be trained")
                .contains("nothing was changed");
    }

    private static Ended done(CommandLineRunner tandem, String... command) {
        Ended ended = tandem.run(command);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }
}
