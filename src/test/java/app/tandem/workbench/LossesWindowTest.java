package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.loss.LossCell;
import app.tandem.study.StudyEdit;
import app.tandem.study.Task;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.losses.ColumnLayout;
import app.tandem.workbench.losses.LossColumn;
import app.tandem.workbench.losses.LossOrder;
import app.tandem.workbench.losses.LossRow;
import app.tandem.workbench.losses.LossesModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The losses as they are used, with a real pointer and real keys. */
@OnDisplay
class LossesWindowTest {

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) {
        window = new WindowUnderTest(stage, Optional.of(RoomsStudy.severalSettings()), List.of());
    }

    @AfterEach
    void stop() {
        window.background.close();
    }

    private void openPage(FxRobot robot) {
        rest();
        robot.clickOn("#page-losses");
        rest();
    }

    private void rest() {
        window.background.awaitQuiet();
    }

    private LossesModel model() {
        return window.model().studyProperty().get().orElseThrow().losses();
    }

    private static TableView<LossRow> table(FxRobot robot) {
        return robot.lookup("#losses-table").queryTableView();
    }

    private static TableView<LossRow> pinned(FxRobot robot) {
        return robot.lookup("#losses-pinned").queryTableView();
    }

    private static List<String> titles(TableView<LossRow> table) {
        return table.getColumns().stream().map(TableColumn::getText).toList();
    }

    private static Node header(FxRobot robot, String title) {
        return robot.from(robot.lookup(".column-header").queryAll().stream()
                        .flatMap(header -> header.lookupAll(".label").stream())
                        .toArray(Node[]::new))
                .lookup(title)
                .query();
    }

    @Test
    void wordsAndFacetsFilterAsOneChooses(FxRobot robot) {
        openPage(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("depth -edges");
        rest();
        assertThat(model().countProperty().get().shown()).isEqualTo(9);
        robot.clickOn("#facet-encoders");
        robot.clickOn(robot.lookup(".check-box")
                .<CheckBox>match(box -> box.getText().equals("½"))
                .queryAs(CheckBox.class));
        rest();
        assertThat(robot.lookup("#facet-encoders").queryAs(MenuButton.class).getText())
                .isEqualTo("Encoder: ½");
        assertThat(table(robot).getItems()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        window.screenshot("losses-filtered");
        robot.clickOn("#clear-filter");
        rest();
        assertThat(table(robot).getItems()).hasSize(36);
        assertThat(robot.lookup("#losses-filter").queryTextInputControl().getText())
                .isEmpty();
    }

    @Test
    void inASmallWindowEveryColumnIsSeenAndNoHeadingBreaksWithinAWord(FxRobot robot) {
        StudyInMemory study = RoomsStudy.severalSettings();
        Task task = study.study().tasks().get(1);
        study.edit(new StudyEdit.ChangeTask(
                new Task(task.id(), "Reconstruction", task.kind(), task.loss(), task.weight(), task.flips())));
        window.resize(1280, 800);
        window.act(() -> window.model().show(study));
        openPage(robot);
        window.screenshot("losses-1280");
        assertThat(robot.lookup("#relations").<Node>query().isVisible()).isFalse();
        Bounds place = table(robot).localToScreen(table(robot).getBoundsInLocal());
        for (TableColumn<LossRow, ?> column : table(robot).getColumns()) {
            Node heading = header(robot, column.getText());
            assertThat(heading.localToScreen(heading.getBoundsInLocal()).getMaxX())
                    .as(column.getText())
                    .isLessThanOrEqualTo(place.getMaxX());
        }
        assertThat(header(robot, "Reconstruction")
                        .lookup(".text")
                        .getBoundsInLocal()
                        .getHeight())
                .as("one line")
                .isLessThan(24);
        robot.clickOn("#show-relations");
        rest();
        window.resize(1270, 800);
        assertThat(robot.lookup("#relations").<Node>query().isVisible())
                .as("the user wants it")
                .isTrue();
    }

    @Test
    void seedsAreUnfoldedByTheEnterKey(FxRobot robot) {
        openPage(robot);
        robot.clickOn("0.1735");
        int before = model().rows().size();
        robot.type(KeyCode.ENTER);
        rest();
        assertThat(model().rows()).hasSize(before + 3);
        robot.type(KeyCode.ENTER);
        rest();
        assertThat(model().rows()).hasSize(before);
    }

    @Test
    void aFilterThatNothingPassesSaysSo(FxRobot robot) {
        openPage(robot);
        robot.clickOn("#losses-filter").write("nowhere");
        rest();
        assertThat(model().rows()).isEmpty();
        assertThat(robot.lookup("#losses-nothing").queryAs(Label.class).getText())
                .isEqualTo("No network passes the filter.");
        window.screenshot("losses-nothing");
    }

    @Test
    void aColumnThatIsMovedWidenedPinnedAndSortedIsSoTheNextTime(FxRobot robot) {
        openPage(robot);
        robot.drag(header(robot, "Depth"), MouseButton.PRIMARY).dropTo(header(robot, "n"));
        rest();
        assertThat(titles(table(robot)).subList(0, 3)).contains("Depth");
        widen(robot, "Texture edges", 40);
        LossOrder before = model().orderProperty().get();
        robot.rightClickOn("Surface normals");
        rest();
        assertThat(model().orderProperty().get())
                .as("only the primary button sorts")
                .isEqualTo(before);
        robot.clickOn("Pin at the left");
        rest();
        assertThat(titles(pinned(robot))).containsExactly("Network", "Surface normals");
        robot.clickOn("Surface normals");
        rest();
        assertThat(model().orderProperty().get()).isEqualTo(LossOrder.by(LossColumn.task("normal"), true));
        window.screenshot("losses-arranged");
        List<ColumnLayout.Place> places = model().places();
        assertThat(places)
                .filteredOn(place -> place.width().isPresent())
                .extracting(place -> place.column().task())
                .containsExactly("edge_texture");

        window.act(() -> window.model().show(RoomsStudy.severalSettings()));
        rest();
        assertThat(model().places()).isEqualTo(places);
        assertThat(titles(pinned(robot))).containsExactly("Network", "Surface normals");
        assertThat(model().orderProperty().get()).isEqualTo(LossOrder.by(LossColumn.task("normal"), true));
    }

    private void widen(FxRobot robot, String title, double by) {
        Bounds bounds = header(robot, title)
                .getParent()
                .localToScreen(header(robot, title).getParent().getBoundsInLocal());
        robot.moveTo(bounds.getMaxX() - 1, bounds.getMinY() + 10)
                .press(MouseButton.PRIMARY)
                .moveBy(by / 2, 0)
                .moveBy(by / 2, 0)
                .release(MouseButton.PRIMARY);
        rest();
    }

    @Test
    void aRowIsOneRowOnBothSidesOfThePin(FxRobot robot) {
        openPage(robot);
        robot.clickOn("0.1735");
        robot.type(KeyCode.DOWN);
        rest();
        assertThat(pinned(robot).getSelectionModel().getSelectedIndices()).containsExactly(2);
        assertThat(table(robot).getSelectionModel().getSelectedIndices()).containsExactly(2);
        robot.type(KeyCode.END);
        rest();
        assertSideBySide(robot);
        window.screenshot("losses-end");
        robot.moveTo("#losses-pinned").scroll(3, VerticalDirection.UP);
        rest();
        assertThat(table(robot).lookupAll(".table-row-cell").stream()
                        .filter(Node::isVisible)
                        .map(row -> ((IndexedCell<?>) row).getIndex()))
                .as("the other part followed")
                .doesNotContain(35);
        assertSideBySide(robot);
        robot.type(KeyCode.HOME);
        rest();
        assertSideBySide(robot);
    }

    private void assertSideBySide(FxRobot robot) {
        assertThat(rowsInSight(pinned(robot))).isNotEmpty().isEqualTo(rowsInSight(table(robot)));
    }

    private static List<Double> rowsInSight(TableView<LossRow> table) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> table.lookupAll(".table-row-cell").stream()
                .filter(Node::isVisible)
                .map(row -> row.localToScene(0, 0).getY())
                .sorted()
                .toList());
    }

    @Test
    void whatIsCopiedIsWhatIsShownOrSelected(FxRobot robot) {
        openPage(robot);
        robot.clickOn("#losses-filter").write("keypoints2d");
        rest();
        robot.clickOn("0.0918");
        copy(robot);
        assertThat(clipboard()).hasSize(2);
        assertThat(clipboard().get(0)).startsWith("tasks\tencoder\tn\tsegment_semantic\tdepth_zbuffer");
        assertThat(clipboard().get(1)).startsWith("keypoints2d\t1/2\t3");
        robot.press(KeyCode.SHIFT).clickOn("0.0963").release(KeyCode.SHIFT);
        copy(robot);
        assertThat(clipboard()).as("from the first to the third row").hasSize(4);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        copy(robot);
        assertThat(clipboard()).hasSize(18);
    }

    @Test
    void manyColumnsScrollSidewaysBesideThePinnedOnes(FxRobot robot) {
        window.act(() -> window.model().show(WideStudy.inMemory(15, 100)));
        openPage(robot);
        assertThat(model().rows()).hasSize(100);
        window.screenshot("losses-wide");
        assertThat(robot.lookup("#losses-table .loss-cell .loss").queryAll())
                .as("only what is in sight is drawn")
                .hasSizeLessThan(24 * 11);
        ScrollBar bar = robot.lookup("#losses-table .scroll-bar")
                .<ScrollBar>match(each -> each.getOrientation() == Orientation.HORIZONTAL)
                .query();
        window.act(() -> bar.setValue(bar.getMax()));
        robot.interact(() -> {});
        window.screenshot("losses-wide-end");
        assertThat(numbersOf(robot, "task14"))
                .isEqualTo(model().rows().stream()
                        .limit(20)
                        .map(row -> row.entries().get(14).loss())
                        .filter(LossCell::isPresent)
                        .map(loss -> Messages.loss(loss.mean()))
                        .toList());
        assertSideBySide(robot);
        window.act(() -> model().sort(LossOrder.by(LossColumn.task("task14"), true)));
        assertThat(numbersOf(robot, "task14").get(0))
                .isEqualTo(Messages.loss(
                        model().rows().get(0).entries().get(14).loss().mean()));
    }

    /** What is read in the first twenty lines of a column of losses, from top to bottom. */
    private static List<String> numbersOf(FxRobot robot, String task) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup("#losses-table .loss-cell").queryAll().stream()
                        .map(cell -> (TableCell<?, ?>) cell)
                        .filter(cell ->
                                String.valueOf(cell.getTableColumn().getId()).endsWith("-" + task))
                        .filter(cell ->
                                cell.getIndex() < 20 && cell.getTableRow().isVisible())
                        .sorted(Comparator.comparingInt(IndexedCell::getIndex))
                        .flatMap(cell -> cell.getChildrenUnmodifiable().stream())
                        .filter(node -> node.isVisible()
                                && node instanceof Text
                                && !node.getStyleClass().contains("beside"))
                        .map(node -> ((Text) node).getText())
                        .toList());
    }

    private void copy(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        rest();
    }

    private static List<String> clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString().lines().toList());
    }
}
