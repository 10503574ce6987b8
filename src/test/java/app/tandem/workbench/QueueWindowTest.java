package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.workbench.queue.QueueModel;
import app.tandem.workbench.queue.QueueRow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The queue, steered with a real pointer and real keys. */
@OnDisplay
class QueueWindowTest extends RoomsWindowTest {

    @BeforeEach
    void goToTheQueue() {
        window.go(Page.TRAIN);
    }

    private QueueModel queue() {
        return window.model().studyProperty().get().orElseThrow().queue();
    }

    /** What waits, in the order in which it will be trained. */
    private List<RunKey> waiting() {
        rest();
        return session.runs().stream()
                .filter(run -> run.state() == RunState.QUEUED || run.state() == RunState.PAUSED)
                .map(RunStatus::key)
                .toList();
    }

    /** A row's node, scrolled into sight. */
    private Node row(FxRobot robot, RunKey key) {
        TableView<QueueRow> table = robot.lookup("#queue-table").queryTableView();
        int index = queue().rows().stream().map(QueueRow::key).toList().indexOf(key);
        window.act(() -> table.scrollTo(Math.max(0, index - 6)));
        return robot.from(table)
                .lookup(".table-row-cell")
                .match(node -> node instanceof IndexedCell<?> cell && cell.getIndex() == index)
                .query();
    }

    @Test
    void aRunIsDraggedToBeTrainedBeforeAnother(FxRobot robot) {
        List<RunKey> before = waiting();
        Node target = row(robot, before.get(1));
        Node source = row(robot, before.get(4));

        robot.drag(source).moveTo(target);
        window.screenshot("train-drag");
        robot.drop();

        assertThat(waiting()).startsWith(before.get(0), before.get(4), before.get(1));
        assertThat(queue().selected().map(QueueRow::key)).contains(before.get(4));
    }

    @Test
    void aRunIsMovedByKeysAndByItsMenu(FxRobot robot) {
        List<RunKey> before = waiting();
        robot.clickOn(row(robot, before.get(3)));

        robot.press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(waiting()).startsWith(before.get(0), before.get(3), before.get(1));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(waiting()).startsWith(before.get(0), before.get(1), before.get(3));

        robot.clickOn(row(robot, before.get(3)), MouseButton.SECONDARY);
        rest();
        window.screenshotOfPopup("train-menu");
        robot.clickOn("#queue-move-first");
        assertThat(waiting()).startsWith(before.get(3), before.get(0), before.get(1));
    }

    @Test
    void theColumnsFitAgainWhenTheWindowShrinks(FxRobot robot) {
        TableView<QueueRow> table = robot.lookup("#queue-table").queryTableView();
        Window stage = table.getScene().getWindow();
        double before = stage.getWidth();
        List<TableColumn<QueueRow, ?>> hidden = table.getColumns().stream()
                .filter(column -> !column.isVisible())
                .toList();
        try {
            // As in a study of several settings and seeds.
            window.act(() -> hidden.forEach(column -> column.setVisible(true)));
            window.act(() -> stage.setHeight(stage.getHeight()));
            window.act(() -> stage.setWidth(1100));
            rest();
            assertThat(table.getScene().getWidth()).isLessThanOrEqualTo(1100);
            window.screenshot("train-shrunk");
            double columns = table.getVisibleLeafColumns().stream()
                    .mapToDouble(column -> column.getWidth())
                    .sum();

            assertThat(columns).isLessThanOrEqualTo(table.getWidth());
            assertThat(columns).isGreaterThan(table.getWidth() - 30);
        } finally {
            window.act(() -> stage.setWidth(before));
            window.act(() -> hidden.forEach(column -> column.setVisible(false)));
        }
    }

    @Test
    void allIsPausedAfterTheEpoch(FxRobot robot) {
        rest();
        robot.clickOn("#pause-after-epoch");
        rest();

        assertThat(session.runs()).noneMatch(run -> run.state() == RunState.RUNNING);
        assertThat(robot.lookup("#pause-after-epoch").queryButton().isDisabled())
                .isTrue();
    }

    @Test
    void whatTheStudyNoLongerAsksForIsSaidUntilItIsBack(FxRobot robot) {
        rest();
        Node notice = robot.lookup("#set-aside").query();
        assertThat(notice.getParent().isVisible()).isFalse();

        session.setAside(3);
        rest();
        assertThat(notice.getParent().isVisible()).isTrue();
        assertThat(((Label) notice).getText()).contains("3 runs wait outside the queue", "undo puts them back");
        window.screenshot("train-set-aside");

        session.setAside(0);
        rest();
        assertThat(notice.getParent().isVisible()).isFalse();
    }

    @Test
    void theCurveIsSmoothed(FxRobot robot) {
        rest();
        LineChart<?, ?> chart = robot.lookup(".loss-curve .chart").queryAs(LineChart.class);
        double raw = last(chart);
        Slider slider = robot.lookup("#smoothing").queryAs(Slider.class);

        window.act(() -> slider.requestFocus());
        robot.type(KeyCode.END);
        rest();

        assertThat(last(chart)).isGreaterThan(raw);
        window.screenshot("train-smooth");
    }

    private static double last(LineChart<?, ?> chart) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            XYChart.Series<?, ?> series = chart.getData().get(0);
            return ((Number) series.getData().get(series.getData().size() - 1).getYValue()).doubleValue();
        });
    }

    private static List<Node> endNotices() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(popup -> popup.getScene().getRoot().lookup(".notification-bar"))
                .filter(node -> node != null)
                .toList());
    }

    @Test
    void theEndIsNotToldOfAStudyThatIsClosed() {
        rest();
        for (RunStatus run : session.runs()) {
            session.update(run.key(), status -> StudyInMemory.with(status, RunState.DONE));
        }
        rest();
        assertThat(endNotices()).isNotEmpty();
        window.act(window.model()::close);
        assertThat(endNotices()).isEmpty();
    }

    @Test
    void theEndIsToldAndLeadsToTheBestGrouping(FxRobot robot) {
        rest();
        for (RunStatus run : session.runs()) {
            session.update(run.key(), status -> StudyInMemory.with(status, RunState.DONE));
        }
        rest();
        window.screenshotOfPopup("train-end");
        Node words = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(popup -> popup.getScene().getRoot().lookup(".notification-bar"))
                .filter(node -> node != null)
                .findFirst()
                .orElseThrow());

        robot.clickOn(words);
        rest();

        assertThat(window.model().pageProperty().get()).isEqualTo(Page.GROUPING);
    }
}
