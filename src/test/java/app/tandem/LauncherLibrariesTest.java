package app.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.LauncherProject.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher does where system libraries are missing, on a machine that says it has none. */
@EnabledOnOs(OS.LINUX)
class LauncherLibrariesTest {

    private static final String FIGURES = "libfontconfig.so.1 libfreetype.so.6";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LauncherProject project;

    @BeforeEach
    void layOut() throws IOException {
        project = new LauncherProject(folder);
        user(1000);
        libraries(FIGURES);
        project.script("bin/apt-get", "#!/bin/sh\necho E: no such package\nexit 100\n");
    }

    @Test
    void theDemoNamesWhatIsMissingAndGoesOnWithoutAWindow() {
        Ended ended = onDisplay("demo", "fashion");

        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .contains("without a window", "Debian and Ubuntu: sudo apt-get install libgtk-3-0 libxtst6");
        assertThat(ended.out()).contains("app.tandem.Tandem demo fashion --no-window");
    }

    @Test
    void soItDoesForRootWhereNothingCanBeInstalled() throws IOException {
        user(0);

        Ended ended = onDisplay("demo");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("E: no such package", "could not be installed", "without a window");
        assertThat(ended.out()).contains("demo --no-window");
    }

    @Test
    void theWindowIsRefusedWithWhatToInstall() {
        Ended ended = onDisplay("workbench");

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.err()).contains("needs system libraries", "apt-get install libgtk-3-0 libxtst6");
        assertThat(ended.out()).doesNotContain("app.tandem.Tandem workbench");
    }

    @Test
    void figuresAreRefusedBeforeAnythingIsTrainedForThem() throws IOException {
        libraries("libz.so.1");

        Ended ended = onDisplay("demo", "--no-window");

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.err()).contains("apt-get install fontconfig libfreetype6");
    }

    @Test
    void whatShowsNoWindowNeedsNone() {
        assertThat(onDisplay("demo", "--no-window").err()).doesNotContain("libgtk");
        assertThat(onDisplay("workbench", "--help").code()).isZero();
        assertThat(project.tandem("demo").out())
                .contains("app.tandem.Tandem demo")
                .doesNotContain("--no-window");
    }

    @Test
    void whereEverythingIsThereNothingIsSaid() throws IOException {
        libraries(FIGURES + " libgtk-3.so.0 libXtst.so.6");
        onDisplay("--version");

        assertThat(onDisplay("demo").err()).isEmpty();
        assertThat(onDisplay("demo").out()).doesNotContain("--no-window");
    }

    private Ended onDisplay(String... arguments) {
        return LauncherProject.end(project.start(Map.of("DISPLAY", ":77"), List.of(), project.launcher(), arguments));
    }

    private void user(int id) throws IOException {
        project.script("bin/id", "#!/bin/sh\necho " + id + "\n");
    }

    private void libraries(String names) throws IOException {
        project.script("bin/ldconfig", "#!/bin/sh\necho '" + names + "'\n");
    }
}
