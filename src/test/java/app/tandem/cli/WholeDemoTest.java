package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo as it ships: all 36 networks, which takes minutes. {@code ./tandem test --long} runs it. */
@Tag("long")
@Timeout(1800)
@DisabledOnOs(OS.WINDOWS)
class WholeDemoTest {

    private static final int NETWORKS = 36;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void stoppedTwiceItGoesOnAndAfterTheEndItTrainsNothingAgain() {
        DemoRuns runs = new DemoRuns(folder);
        for (String moment : new String[] {"first losses on validation", "6 of 36 runs"}) {
            Ended stopped = TandemProcess.start(folder, "demo", "--no-window")
                    .await(moment)
                    .interrupt()
                    .end();
            assertThat(stopped.code()).as(stopped.err()).isEqualTo(ExitCode.INTERRUPTED);
        }

        Ended ended = TandemProcess.run(folder, "demo", "--no-window");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Best grouping for 2.5 SNT", "Runner-up 1");
        Map<String, Integer> epochs = runs.epochsDone();
        assertThat(epochs).hasSize(NETWORKS);
        assertThat(epochs.values())
                .as("no epoch was trained twice")
                .containsOnly(epochs.values().iterator().next());

        Map<Path, String> content = runs.content();
        Ended again = TandemProcess.run(folder, "demo", "--no-window");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("All 36 runs have ended");
        assertThat(again.out()).isEqualTo(ended.out());
        assertThat(runs.content()).isEqualTo(content);
    }
}
