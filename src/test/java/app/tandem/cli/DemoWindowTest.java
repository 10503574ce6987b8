package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Commands with a real window that is closed while a study is training, by a person who wants it to go on. */
@Tag("window")
@EnabledIf(
        value = "app.tandem.workbench.Workbench#displayAvailable",
        disabledReason = "needs a display: run ./tandem test, or set DISPLAY")
@Timeout(300)
class DemoWindowTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeAStudyOfFewNetworks() {
        Ended made = TandemProcess.run(
                folder,
                "new",
                "rooms",
                "-o",
                "tandem-demo/rooms",
                "--tasks",
                "depth_zbuffer,normal",
                "--setting",
                "few,epochs=6,share=0.2");
        assertThat(made.code()).as(made.err()).isZero();
    }

    @Test
    void theDemoTrainsOnWithoutItsWindowAndPrintsItsResults() {
        Ended ended = TandemProcess.start(WindowCloser.class, folder, "demo").end();

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("goes on without the window", "5 of 5 runs", "Report: ");
        assertThat(ended.out()).containsOnlyOnce("Best grouping for 2.5 SNT");
    }
}
