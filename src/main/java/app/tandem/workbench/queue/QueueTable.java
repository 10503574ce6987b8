package app.tandem.workbench.queue;

import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** The queue as a table. */
final class QueueTable extends TableView<QueueRow> {

    private static final double ROW_HEIGHT = 29;
    private static final int ROWS_ABOVE = 4;
    private final Messages messages;
    private final QueueModel model;

    QueueTable(QueueModel model, Messages messages, Watch watch) {
        this.model = model;
        this.messages = messages;
        setItems(model.rows());
        setId("queue-table");
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(new FittedColumns());
        getStyleClass().addAll("plain-table", "edge-to-edge");
        TableColumn<QueueRow, String> setting =
                words("train.setting", 100, 70, row -> row.key().setting());
        TableColumn<QueueRow, String> seed = seed();
        getColumns().setAll(List.of(state(), network(), encoder(), setting, seed, progress(), timeLeft(), device()));
        Label nothing = Icons.label("", "muted");
        nothing.setId("queue-empty");
        setPlaceholder(nothing);
        watch.on(model.updatesProperty(), update -> showNothing(nothing));
        showNothing(nothing);
        keepSelection(watch);
        new QueueOrder(model, messages).install(this);
        watch.on(model.rows(), () -> showWhatDiffers(setting, seed));
        showWhatDiffers(setting, seed);
    }

    /** Without runs; before they are read for the first time nothing is known of them. */
    private void showNothing(Label nothing) {
        nothing.setText(messages.text(model.isRead() ? "train.empty" : "train.reading"));
    }

    /** A column in which every run has the same says nothing. */
    private void showWhatDiffers(TableColumn<QueueRow, String> setting, TableColumn<QueueRow, String> seed) {
        setting.setVisible(differs(row -> row.key().setting()));
        seed.setVisible(differs(row -> row.key().seed()));
    }

    private boolean differs(Function<QueueRow, Object> value) {
        return model.rows().stream().map(value).distinct().limit(2).count() > 1;
    }

    private void keepSelection(Watch watch) {
        watch.on(model.selectedProperty(), selected -> showSelected());
        showSelected();
        getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (after != null && model.selected().filter(row -> row == after).isEmpty()) {
                model.select(after);
            }
        });
    }

    private void showSelected() {
        model.selected().ifPresent(row -> {
            getSelectionModel().select(row);
            bringIntoView(getItems().indexOf(row));
        });
    }

    /** Scrolls only where the row is out of sight, so that the table does not jump under the pointer. */
    private void bringIntoView(int index) {
        boolean inView = lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() <= index
                && flow.getLastVisibleCell().getIndex() > index;
        if (!inView) {
            scrollTo(Math.max(0, index - ROWS_ABOVE));
        }
    }

    private TableColumn<QueueRow, RunStatus> state() {
        TableColumn<QueueRow, RunStatus> column = status("train.state", 168, 104, () -> new StateCell(messages));
        column.getStyleClass().add("first-column");
        return column;
    }

    private TableColumn<QueueRow, RunStatus> progress() {
        return status("train.progress", 120, 76, () -> new ProgressCell(messages));
    }

    private TableColumn<QueueRow, RunStatus> timeLeft() {
        TableColumn<QueueRow, RunStatus> column =
                status("train.timeLeft", 88, 78, () -> new StatusText(status -> timeLeft(status)));
        column.getStyleClass().add("numbers");
        return column;
    }

    private static String timeLeft(RunStatus status) {
        boolean waits =
                switch (status.state()) {
                    case QUEUED, WAITING_FOR_DEVICE, RUNNING, PAUSED -> true;
                    case DONE, FAILED, DIVERGED, CANCELLED -> false;
                };
        return waits ? status.timeLeft().map(Messages::clock).orElse("–") : "";
    }

    private TableColumn<QueueRow, RunStatus> device() {
        return status(
                "train.device",
                86,
                60,
                () -> new StatusText(status -> status.state() == RunState.RUNNING ? status.device() : ""));
    }

    private TableColumn<QueueRow, RunStatus> status(
            String title,
            double width,
            double least,
            java.util.function.Supplier<TableCell<QueueRow, RunStatus>> cell) {
        TableColumn<QueueRow, RunStatus> column = column(title, width, least);
        column.setCellValueFactory(row -> row.getValue().statusProperty());
        column.setCellFactory(ignored -> cell.get());
        return column;
    }

    private TableColumn<QueueRow, QueueRow> network() {
        TableColumn<QueueRow, QueueRow> column = column("train.network", 156, 100);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable QueueRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(
                        empty || row == null
                                ? null
                                : NetworkMark.compact(
                                        model.marks(), row.network().tasks()));
            }
        });
        return column;
    }

    private TableColumn<QueueRow, String> encoder() {
        TableColumn<QueueRow, String> column = words(
                "train.encoder", 78, 72, row -> EncoderWords.of(row.network().encoder()));
        column.getStyleClass().add("figures");
        return column;
    }

    private TableColumn<QueueRow, String> seed() {
        TableColumn<QueueRow, String> column =
                words("train.seed", 58, 53, row -> Integer.toString(row.key().seed()));
        column.getStyleClass().add("numbers");
        return column;
    }

    private TableColumn<QueueRow, String> words(
            String title, double width, double least, Function<QueueRow, String> words) {
        TableColumn<QueueRow, String> column = column(title, width, least);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        return column;
    }

    /** @param least in a small window, so that its heading can still be read */
    private <T> TableColumn<QueueRow, T> column(String title, double width, double least) {
        TableColumn<QueueRow, T> column = new TableColumn<>(messages.text(title));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class StatusText extends TableCell<QueueRow, RunStatus> {

        private final Function<RunStatus, String> words;

        StatusText(Function<RunStatus, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable RunStatus status, boolean empty) {
            super.updateItem(status, empty);
            setText(empty || status == null ? null : words.apply(status));
        }
    }
}
