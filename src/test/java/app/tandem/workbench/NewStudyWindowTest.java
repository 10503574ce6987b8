package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.SmallPairs;
import app.tandem.store.StudyFile;
import app.tandem.study.LossFunction;
import app.tandem.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A study made in the real window of a real folder of images. */
@OnDisplay
class NewStudyWindowTest {

    private static final int IMAGES = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path rooms;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) {
        window = new WindowUnderTest(stage, Optional.empty(), List.of());
    }

    @BeforeEach
    void write() {
        rooms = folder.resolve("rooms");
        new RoomsGenerator(7, 64).write(rooms, IMAGES, Progress.NONE);
    }

    @AfterEach
    void stop() {
        window.background.close();
    }

    private void take(Path place) {
        window.act(() -> window.model().start().take(place));
    }

    private void rest() {
        window.background.awaitQuiet();
    }

    private static String label(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    @Test
    void aStudyIsDesignedWithThePointerAndTheKeysAndThenMade(FxRobot robot) throws IOException {
        take(rooms);
        assertThat(label(robot, "#new-summary")).isEqualTo("36 networks × 1 setting × 1 seed: 36 runs");
        assertThat(label(robot, "#problem-state")).contains("Nothing is wrong");
        window.screenshot("new-study");

        robot.clickOn("#choose-keypoints2d");
        rest();
        robot.clickOn(robot.from(robot.lookup("#new-task-depth_zbuffer").<Node>query())
                .lookup("squared error")
                .<Node>query());
        robot.clickOn("#size-1-2");
        robot.doubleClickOn("#setting-0-epochs").write("7").type(KeyCode.ENTER);
        robot.doubleClickOn("#new-seeds").write("2").type(KeyCode.ENTER);
        robot.doubleClickOn("#new-name").write("small").type(KeyCode.ENTER);
        rest();
        assertThat(label(robot, "#new-summary")).isEqualTo("30 networks × 1 setting × 2 seeds: 60 runs");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(rooms);
        }

        robot.clickOn("#create-study");
        rest();

        Path file = folder.resolve("small.tandem");
        assertThat(window.model().studyProperty().get()).isPresent();
        assertThat(window.model().start().makingProperty().get()).isEmpty();
        try (StudyFile made = StudyFile.openReadOnly(file)) {
            Study study = made.study();
            assertThat(study.name()).isEqualTo("small");
            assertThat(study.taskIds()).containsExactly("segment_semantic", "depth_zbuffer", "normal", "edge_texture");
            assertThat(study.tasks().get(1).loss()).isEqualTo(LossFunction.SQUARED_ERROR);
            assertThat(study.settings().get(0).schedule().epochs()).isEqualTo(7);
        }
    }

    @Test
    void aProblemReportStandsBeforeTheStudy(FxRobot robot) throws IOException {
        List<Path> normals = labels("normal");
        Files.delete(normals.get(0));
        Files.delete(normals.get(1));
        Files.writeString(labels("depth_zbuffer").get(5), "no picture");
        take(rooms);
        assertThat(label(robot, "#problem-state")).isEqualTo("Some images cannot be used.");
        assertThat(robot.lookup("#create-study").queryAs(Button.class).isDisabled())
                .isTrue();
        assertThat(robot.lookup(".problem").queryAll()).hasSize(2);
        window.screenshot("new-study-problems");

        window.act(() -> robot.lookup("#new-study-page .scroll-pane")
                .queryAs(ScrollPane.class)
                .setVvalue(1));
        robot.clickOn("#leave-out");
        rest();
        assertThat(robot.lookup("#create-study").queryAs(Button.class).isDisabled())
                .isFalse();

        robot.doubleClickOn("#setting-0-size").write("80").type(KeyCode.ENTER);
        rest();
        assertThat(label(robot, "#problem-state")).startsWith("This must be put right");
        assertThat(robot.lookup("#create-study").queryAs(Button.class).isDisabled())
                .isTrue();
        window.resize(WindowLayout.MIN_WIDTH, WindowLayout.MIN_HEIGHT);
        window.act(() -> window.model().switchTheme());
        window.screenshot("new-study-fatal-small-dark");
    }

    @Test
    void whatIsNoDatasetIsToldAndTheWayBackIsOpen(FxRobot robot) throws IOException {
        take(Files.createDirectories(folder.resolve("holiday")));
        assertThat(label(robot, "#new-refusal")).contains("rgb");
        window.screenshot("new-study-refused");
        robot.clickOn("#new-back");
        rest();
        assertThat(robot.lookup("#new-study-folder").queryAll()).hasSize(1);
    }

    @Test
    void cancellingWritesNothing(FxRobot robot) throws IOException {
        take(rooms);
        robot.clickOn("#new-cancel");
        rest();
        assertThat(window.model().start().makingProperty().get()).isEmpty();
        assertThat(robot.lookup("#sample-rooms").queryAll()).hasSize(1);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(rooms);
        }
    }

    @Test
    void theDesignIsPicturedInBothThemesAndLanguages() throws IOException {
        take(rooms);
        window.act(() -> window.model().switchTheme());
        window.screenshot("new-study-dark");
        window.act(() -> window.model().switchLanguage());
        window.act(() -> window.model().switchTheme());
        window.screenshot("new-study-ko");
        window.resize(WindowLayout.MIN_WIDTH, WindowLayout.MIN_HEIGHT);
        window.screenshot("new-study-ko-small");
        window.act(() -> window.model().switchLanguage());
        window.screenshot("new-study-small");
        take(SmallPairs.write(folder.resolve("digits"), "train-", 60));
        window.resize(1440, 900);
        window.screenshot("new-study-idx");
        assertThat(Path.of("target", "screenshots", "new-study-idx.png")).exists();
    }

    private List<Path> labels(String task) throws IOException {
        try (var files = Files.walk(rooms.resolve(task))) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }
}
