package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.Budget;
import app.tandem.workbench.losses.LossesModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Writes a picture of every page in both themes and both languages, to be looked at. */
@OnDisplay
class ScreenshotsTest {

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) {
        window = new WindowUnderTest(
                stage,
                Optional.empty(),
                List.of(Path.of("/home/mina/studies/rooms.tandem"), Path.of("/home/mina/studies/large.tandem")));
    }

    @AfterEach
    void stop() {
        window.background.close();
    }

    @Test
    void everyPageIsPictured() {
        window.resize(1440, 900);
        window.screenshot("start");
        switchTheme();
        window.screenshot("start-dark");
        switchTheme();
        switchLanguage();
        window.screenshot("start-ko");
        switchLanguage();
        StudyInMemory rooms = RoomsStudy.inTraining();
        rooms.reportInto(Path.of("/home/mina/studies/rooms-report"));
        window.act(() -> window.model().show(rooms));
        pages("");
        switchTheme();
        pages("-dark");
        switchTheme();
        switchLanguage();
        pages("-ko");
        switchTheme();
        pages("-ko-dark");
        switchTheme();
        switchLanguage();
        window.resize(1100, 700);
        pages("-small");
        window.act(() -> window.model().show(RoomsStudy.untrained()));
        pages("-untrained");
        window.resize(1280, 800);
        window.act(() -> window.model().show(RoomsStudy.severalSettings()));
        pages("-settings");
        corners();
        assertThat(Path.of("target", "screenshots", "grouping-ko-dark.png")).satisfies(Files::exists);
    }

    /** What is seen less often: a budget nobody can meet, gains, a written report, a fault. */
    private void corners() {
        OpenStudy study = window.model().studyProperty().get().orElseThrow();
        window.go(Page.GROUPING);
        window.act(() -> study.grouping().lookAt(Budget.parse("0.5")));
        window.screenshot("grouping-infeasible");
        window.go(Page.LOSSES);
        window.act(() -> study.losses().shownProperty().set(LossesModel.Shown.GAIN));
        window.screenshot("losses-gain");
        window.go(Page.REPORT);
        window.act(() -> study.report().exportAll());
        window.act(() -> window.model().start().open(Path.of("damaged.tandem")));
        window.screenshot("report-written");
    }

    private void pages(String suffix) {
        for (Page page : Page.values()) {
            window.go(page);
            window.screenshot(page.name().toLowerCase(Locale.ROOT) + suffix);
        }
    }

    private void switchTheme() {
        window.act(() -> window.model().switchTheme());
    }

    private void switchLanguage() {
        window.act(() -> window.model().switchLanguage());
    }
}
