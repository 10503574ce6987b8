package app.tandem.workbench.losses;

import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Network × task as a table. The model sorts, off the JavaFX thread; the table only shows the arrow. */
final class LossesTable extends TableView<LossRow> {

    private static final double ROW_HEIGHT = 29;
    private static final PseudoClass CONSTANT = PseudoClass.getPseudoClass("constant");

    private final LossesModel model;
    private final Messages messages;

    LossesTable(LossesModel model, Messages messages, Watch watch) {
        this.model = model;
        this.messages = messages;
        setId("losses-table");
        setItems(model.rows());
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getStyleClass().addAll("plain-table", "edge-to-edge");
        setPlaceholder(Icons.label(messages.text("losses.empty"), "muted"));
        setRowFactory(table -> new Row());
        setSortPolicy(table -> {
            sortByColumn();
            return true;
        });
        watch.on(model.marks(), this::buildColumns);
        watch.on(model.shownProperty(), shown -> refresh());
        buildColumns();
    }

    private void buildColumns() {
        List<TableColumn<LossRow, ?>> columns = new ArrayList<>();
        columns.add(network());
        TableColumn<LossRow, String> encoder = words("losses.encoder", 76, LossOrder.By.ENCODER, row -> row.network()
                .map(network -> EncoderWords.of(network.encoder()))
                .orElse(""));
        encoder.getStyleClass().add("figures");
        encoder.setMaxWidth(80);
        columns.add(encoder);
        TableColumn<LossRow, String> seeds = words(
                "losses.seeds", 44, LossOrder.By.SEEDS, row -> row.seeds() > 0 ? Integer.toString(row.seeds()) : "");
        seeds.getStyleClass().add("numbers");
        seeds.setMaxWidth(48);
        columns.add(seeds);
        model.marks().forEach(task -> columns.add(task(task)));
        TableColumn<LossRow, String> sum = words(
                "losses.sum",
                82,
                LossOrder.By.SUM,
                row -> row.sum().isPresent() ? Messages.loss(row.sum().getAsDouble()) : "");
        sum.getStyleClass().addAll("numbers", "last-column");
        sum.setMaxWidth(120);
        columns.add(sum);
        getColumns().setAll(columns);
        showOrder(columns);
    }

    /** Puts the arrow where it was before the columns were built anew, as after a change of the language. */
    private void showOrder(List<TableColumn<LossRow, ?>> columns) {
        LossOrder order = model.orderProperty().get();
        columns.stream()
                .filter(column -> column.getUserData() instanceof LossOrder by
                        && by.by() == order.by()
                        && by.task() == order.task())
                .findFirst()
                .ifPresent(column -> {
                    column.setSortType(
                            order.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                    getSortOrder().setAll(List.of(column));
                });
    }

    private void sortByColumn() {
        Optional<TableColumn<LossRow, ?>> first = getSortOrder().stream().findFirst();
        if (first.isPresent() && first.get().getUserData() instanceof LossOrder by) {
            boolean ascending = first.get().getSortType() == TableColumn.SortType.ASCENDING;
            model.sort(new LossOrder(by.by(), by.task(), ascending));
        } else if (!getColumns().isEmpty()) {
            model.sort(LossOrder.POOL);
        }
    }

    private TableColumn<LossRow, LossRow> network() {
        TableColumn<LossRow, LossRow> column = column(messages.text("losses.network"), 140, LossOrder.By.TASKS, 0);
        column.setMaxWidth(210);
        column.getStyleClass().add("first-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable LossRow row, boolean empty) {
                super.updateItem(row, empty);
                boolean constant = !empty && row != null && row.isConstant();
                setText(constant ? messages.text("losses.constant") : null);
                setGraphic(
                        empty || row == null
                                ? null
                                : row.network()
                                        .map(network -> NetworkMark.aligned(model.marks(), network.tasks()))
                                        .orElse(null));
            }
        });
        return column;
    }

    private TableColumn<LossRow, LossRow.Entry> task(TaskMark task) {
        TableColumn<LossRow, LossRow.Entry> column = column(task.name(), 122, LossOrder.By.TASK, task.index());
        column.setGraphic(NetworkMark.dot(task));
        column.getStyleClass().add("numbers");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().entries().get(task.index())));
        column.setCellFactory(ignored -> new LossEntryCell(model, messages));
        return column;
    }

    private TableColumn<LossRow, String> words(
            String title, double width, LossOrder.By by, Function<LossRow, String> words) {
        TableColumn<LossRow, String> column = column(messages.text(title), width, by, 0);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        return column;
    }

    private static <T> TableColumn<LossRow, T> column(String title, double width, LossOrder.By by, int task) {
        TableColumn<LossRow, T> column = new TableColumn<>(title);
        column.setUserData(new LossOrder(by, task, true));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 96));
        return column;
    }

    private static final class Row extends TableRow<LossRow> {
        @Override
        protected void updateItem(@Nullable LossRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(CONSTANT, !empty && row != null && row.isConstant());
        }
    }
}
