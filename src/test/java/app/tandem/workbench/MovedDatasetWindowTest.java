package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.loss.Measure;
import app.tandem.owner.StudyOwner;
import app.tandem.run.DaemonThreads;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A study whose folder of images was really moved, in the real window. */
@OnDisplay
@Timeout(120)
class MovedDatasetWindowTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private StudyOwner owner;

    @SuppressWarnings("NullAway.Init")
    private OwnedStudy session;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) throws Exception {
        threads.submit(this::openAStudyWhoseImagesMoved).get();
        window = new WindowUnderTest(stage, Optional.of(session), path -> session);
    }

    private Void openAStudyWhoseImagesMoved() throws IOException {
        TinyStudy.writeRooms(folder.resolve("rooms"));
        Study study = new StudyEdit.SetSeeds(2).apply(TinyStudy.of("moved", folder.resolve("rooms")));
        Path file = folder.resolve("moved.tandem");
        StudyFile.create(file, study).close();
        TinyStudy.record(file, study, 0);
        Files.move(folder.resolve("rooms"), folder.resolve("elsewhere"));
        owner = StudyOwner.open(file, TinyStudy.options(folder.resolve("cache"), threads));
        session = new OwnedStudy(owner, threads, owner::close);
        return null;
    }

    @AfterEach
    void stop() {
        window.act(window.model()::close);
        window.background.close();
        threads.shutdown();
    }

    private OpenStudy study() {
        return window.model().studyProperty().get().orElseThrow();
    }

    private boolean isStripShown(FxRobot robot) {
        window.background.awaitQuiet();
        return robot.lookup("#missing-dataset").<Node>query().isVisible();
    }

    private String notices(FxRobot robot) {
        window.background.awaitQuiet();
        StringBuilder words = new StringBuilder();
        robot.lookup(".notice .label").queryAllAs(Label.class).forEach(label -> words.append(label.getText()));
        return words.toString();
    }

    private void locate(Path place) {
        window.act(() -> window.window.locate(study(), place));
    }

    @Test
    void resultsAreReadMeanwhileAndEverythingGoesOnOnceItIsLocated(FxRobot robot) throws Exception {
        window.go(Page.BOARD);
        assertThat(isStripShown(robot)).isTrue();
        assertThat(robot.lookup("#missing-dataset-words").queryAs(Labeled.class).getText())
                .contains(folder.resolve("rooms").toString());
        assertThat(study().board().thumbnails().picturesProperty().get()).isEmpty();
        robot.clickOn("#board-train");
        assertThat(notices(robot)).contains("is not there", "Locate the dataset");
        window.go(Page.LOSSES);
        assertThat(study().losses().countProperty().get().measured()).isEqualTo(1);
        pictures();

        Files.createDirectories(folder.resolve("other/depth_zbuffer"));
        locate(folder.resolve("other"));
        assertThat(isStripShown(robot)).isTrue();
        assertThat(owner.canUndo()).isFalse();

        locate(folder.resolve("elsewhere"));
        assertThat(isStripShown(robot)).isFalse();
        assertThat(notices(robot)).contains("The dataset is found. 1 result is of other data");
        assertThat(study().board().thumbnails().picturesProperty().get()).hasSize(2);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> !session.constantPrediction(TinyStudy.SETTING, Measure.TEST)
                        .isEmpty());
        window.act(() -> study().queue().train());
        owner.queue().awaitIdle();
        assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.DONE, RunState.DONE);
    }

    private void pictures() {
        window.screenshot("dataset-moved");
        window.act(window.model()::switchTheme);
        window.act(window.model()::switchLanguage);
        window.screenshot("dataset-moved-dark-ko");
        window.act(window.model()::switchLanguage);
        window.act(window.model()::switchTheme);
    }

    @Test
    void whereItIsPutBackNothingNeedsToBeDone(FxRobot robot) throws Exception {
        assertThat(isStripShown(robot)).isTrue();
        Files.move(folder.resolve("elsewhere"), folder.resolve("rooms"));
        window.act(() -> study().lookForDataset());
        assertThat(isStripShown(robot)).isFalse();
        assertThat(study().board().thumbnails().picturesProperty().get()).hasSize(2);
        assertThat(owner.canUndo()).isFalse();
    }
}
