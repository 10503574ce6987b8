package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo's own command on the sample's images, with a study of few networks in its place. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class DemoTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void stoppedItGoesOnAndAfterTheEndItTrainsNothingAgain() {
        Ended made = TandemProcess.run(
                folder,
                "new",
                "rooms",
                "-o",
                "tandem-demo/rooms",
                "--tasks",
                "depth_zbuffer,normal",
                "--setting",
                "few,epochs=3,share=0.2");
        assertThat(made.code()).as(made.err()).isZero();
        DemoRuns runs = new DemoRuns(folder);

        Ended stopped = TandemProcess.start(folder, "demo", "--no-window")
                .await("first losses on validation")
                .interrupt()
                .end();
        assertThat(stopped.code()).as(stopped.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err()).contains("Stopped. Go on with: tandem demo rooms");
        Map<String, Integer> before = runs.epochsDone();
        assertThat(before).isNotEmpty();

        Ended ended = TandemProcess.run(folder, "demo", "--no-window");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Best constant", "Best grouping for 2.5 SNT", "Runner-up 1");
        assertThat(folder.resolve("tandem-demo/rooms-report/grouping.svg")).exists();
        assertThat(runs.epochsDone()).hasSize(5).allSatisfy((run, epochs) -> assertThat(epochs)
                .as("no epoch of %s was trained twice", run)
                .isEqualTo(3));

        Map<Path, String> content = runs.content();
        Ended again = TandemProcess.run(folder, "demo", "--no-window");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("All 5 runs have ended");
        assertThat(again.out()).isEqualTo(ended.out());
        assertThat(runs.content()).isEqualTo(content);
    }
}
