package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.loss.AffinityMatrix;
import app.tandem.training.JointAffinities;
import app.tandem.workbench.losses.Relation;
import app.tandem.workbench.losses.RelationsModel;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Gains of pairs and affinities beside the losses, also while these are being measured. */
@OnDisplay
class RelationsWindowTest extends RoomsWindowTest {

    @BeforeEach
    void goThere() {
        window.go(Page.LOSSES);
    }

    /** Of the published pairwise table of setting 1. */
    @Test
    void pairsShowBothDirectionsAgainstTheBaselineOfThePage(FxRobot robot) {
        Color better = color(robot, 0, 1);
        Color worse = color(robot, 1, 0);
        assertThat(better.getBlue()).isGreaterThan(better.getRed());
        assertThat(worse.getRed()).isGreaterThan(worse.getBlue());
        window.screenshot("losses-pairs");
        assertThat(cell(robot, 0, 1)).isEqualTo("Semantic segmentation trained with Depth: +4.2 %");
        assertThat(cell(robot, 1, 0)).isEqualTo("Depth trained with Semantic segmentation: −5.4 %");

        robot.clickOn("the same size");
        window.background.awaitQuiet();
        assertThat(text(robot, "#relations-title")).endsWith("over its 1 single-task network)");
        assertThat(robot.lookup("#relations-sharing").lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .startsWith("Tasks", "same encoder", "same total cost", "2");
    }

    @Test
    void affinitiesAreAskedForAndGrowWhileTheJointRunTrains(FxRobot robot) {
        robot.clickOn("TAG");
        window.background.awaitQuiet();
        assertThat(robot.lookup("#relations-grid").<Node>query().isVisible()).isFalse();
        window.screenshot("losses-affinities-empty");
        robot.clickOn("#relations-measure");
        window.background.awaitQuiet();
        assertThat(session.isMeasuringAffinities(RoomsStudy.SETTING)).isTrue();
        assertThat(text(robot, "#relations-state")).contains("after its first epoch");
        assertThat(robot.lookup("#relations-measure").<Node>query().isVisible()).isFalse();

        session.measured(0, affinities(40), true);
        window.background.awaitQuiet();
        assertThat(cell(robot, 1, 2)).isEqualTo("A step on Depth for Surface normals: −0.70 %");
        assertThat(text(robot, "#relations-state"))
                .startsWith("40 steps of 1 joint run")
                .endsWith("Still measuring.");
        window.screenshot("losses-affinities");

        session.measured(0, affinities(80), false);
        robot.clickOn("CS");
        window.background.awaitQuiet();
        assertThat(cell(robot, 1, 2)).isEqualTo("A step on Depth for Surface normals: −0.07");
        assertThat(text(robot, "#relations-state")).startsWith("80 steps").doesNotContain("Still");
        small();
    }

    private void small() {
        window.act(() -> window.model().switchLanguage());
        window.act(() -> window.model().switchTheme());
        window.resize(1280, 800);
        window.act(() -> ((ToggleButton) window.stage.getScene().lookup("#show-relations")).setSelected(true));
        window.screenshot("losses-affinities-ko-dark-small");
    }

    @Test
    void thePaneCanBePutAway(FxRobot robot) {
        robot.clickOn("#show-relations");
        window.background.awaitQuiet();
        assertThat(robot.lookup("#relations").<Node>query().isVisible()).isFalse();
        assertThat(robot.lookup("#show-relations").<ToggleButton>query().isSelected())
                .isFalse();
    }

    @Test
    void whatIsChosenFollowsTheSettingOfTheTable() {
        StudyInMemory several = RoomsStudy.severalSettings();
        window.act(() -> window.model().show(several));
        RelationsModel relations =
                window.model().studyProperty().get().orElseThrow().losses().relations();
        window.act(() -> window.model()
                .studyProperty()
                .get()
                .orElseThrow()
                .losses()
                .chooseSettings(java.util.Set.of("setting3")));
        assertThat(relations.relationsProperty().get().setting()).isEqualTo("setting3");
        assertThat(relations.relationsProperty().get().relation()).isEqualTo(Relation.PAIRS);
        window.screenshot("losses-pairs-settings");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Label>query().getText();
    }

    /** What a cell says, gone to by the arrow keys; at the edge they stay where they are. */
    private String cell(FxRobot robot, int row, int column) {
        Node cells = robot.lookup("#relations-cells").query();
        window.act(cells::requestFocus);
        int last = RoomsStudy.TASKS.size() - 1;
        type(robot, KeyCode.UP, last);
        type(robot, KeyCode.LEFT, last);
        type(robot, KeyCode.DOWN, row);
        type(robot, KeyCode.RIGHT, column);
        return String.valueOf(cells.getAccessibleText());
    }

    private static void type(FxRobot robot, KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            robot.type(key);
        }
    }

    /** The colour of a cell near its upper edge, where no letter is. */
    private Color color(FxRobot robot, int row, int column) {
        Node cells = robot.lookup("#relations-cells").query();
        AtomicReference<Color> found = new AtomicReference<>(Color.TRANSPARENT);
        window.act(() -> {
            WritableImage image = cells.snapshot(null, null);
            int cell = (int) image.getWidth() / RoomsStudy.TASKS.size();
            int height = (int) image.getHeight() / RoomsStudy.TASKS.size();
            found.set(image.getPixelReader().getColor(column * cell + cell / 2, row * height + 5));
        });
        return Objects.requireNonNull(found.get());
    }

    private static JointAffinities affinities(long steps) {
        List<AffinityMatrix> kinds = List.of(matrix("tag", 0.01), matrix("cs", 0.1), matrix("etap", 0.02));
        return new JointAffinities(steps, kinds.get(0), kinds.get(1), kinds.get(2));
    }

    private static AffinityMatrix matrix(String id, double unit) {
        List<String> ids = RoomsStudy.TASKS.stream().map(task -> task.id()).toList();
        double[][] scores = IntStream.range(0, ids.size())
                .mapToObj(row -> IntStream.range(0, ids.size())
                        .mapToDouble(column -> unit * (1.3 * Math.abs(row - column) - 2))
                        .toArray())
                .toArray(double[][]::new);
        return new AffinityMatrix(id, ids, scores);
    }
}
