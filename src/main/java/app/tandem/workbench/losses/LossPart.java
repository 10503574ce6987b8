package app.tandem.workbench.losses;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Some of the columns of the losses: those that are pinned, or those that scroll sideways. The model sorts, off the JavaFX
 * thread; the table only shows the arrow.
 */
final class LossPart extends TableView<RowSlot> {

    static final double ROW_HEIGHT = 29;

    private static final PseudoClass CONSTANT = PseudoClass.getPseudoClass("constant");
    private static final PseudoClass SEED = PseudoClass.getPseudoClass("seed");

    private final LossesModel model;
    private final LossColumnViews views;
    private boolean showing;
    private @Nullable ScrollBar bar;

    LossPart(LossesModel model, LossColumnViews views, ShownRows rows, RowChoice choice) {
        this.model = model;
        this.views = views;
        setItems(rows);
        setFixedCellSize(ROW_HEIGHT);
        getStyleClass().addAll("plain-table", "edge-to-edge");
        setRowFactory(table -> new Row(rows, choice));
        setColumnResizePolicy(this::resized);
        setSortPolicy(table -> {
            if (!showing) {
                sortByColumn();
            }
            return true;
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, LossPart::keepFromHeading);
        addEventFilter(MouseEvent.MOUSE_RELEASED, LossPart::keepFromHeading);
        skinProperty().addListener(property -> watchBar());
        widthProperty().addListener(property -> lookWhatIsInSight());
        getColumns().addListener((ListChangeListener<TableColumn<RowSlot, ?>>) change -> {
            if (!showing && !getColumns().isEmpty()) {
                model.orderColumns(columns());
            }
        });
    }

    /** A heading sorts by whatever button is released over it, also by the one that asks for its menu. */
    private static void keepFromHeading(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY && event.getTarget() instanceof Node target) {
            for (Node at = target; at != null; at = at.getParent()) {
                if (at instanceof TableColumnHeader) {
                    event.consume();
                }
            }
        }
    }

    /** The columns as they stand. */
    List<LossColumn> columns() {
        return getColumns().stream().map(LossPart::column).toList();
    }

    private static LossColumn column(TableColumn<RowSlot, ?> view) {
        return ((LossColumnView) view).column();
    }

    /** Shows these columns, with the arrow where the rows are ordered by one of them. */
    void show(List<LossColumn> columns, LossOrder order) {
        showing = true;
        try {
            if (!columns.equals(columns())) {
                List<LossColumnView> made = columns.stream().map(views::of).toList();
                getColumns().setAll(made);
            }
            showOrder(order);
        } finally {
            showing = false;
        }
    }

    /** Makes every column anew. */
    void forget() {
        showing = true;
        getColumns().clear();
        showing = false;
    }

    private void showOrder(LossOrder order) {
        List<TableColumn<RowSlot, ?>> by = getColumns().stream()
                .filter(view -> order.by().filter(column(view)::equals).isPresent())
                .toList();
        by.forEach(view ->
                view.setSortType(order.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING));
        getSortOrder().setAll(by);
    }

    void showOrderOnly(LossOrder order) {
        showing = true;
        showOrder(order);
        showing = false;
    }

    /** Draws the rows in sight anew, as when they are others or show something else. */
    void drawInSight() {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            for (int i = first == null || last == null ? 0 : first.getIndex();
                    last != null && i <= last.getIndex();
                    i++) {
                if (flow.getCell(i) instanceof Row row) {
                    row.draw();
                }
            }
        }
    }

    void setWidths(double[] widths) {
        showing = true;
        IntStream.range(0, widths.length).forEach(i -> getColumns().get(i).setPrefWidth(widths[i]));
        showing = false;
        lookWhatIsInSight();
    }

    private void watchBar() {
        for (Node node : lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.HORIZONTAL) {
                bar = found;
                found.valueProperty().addListener(property -> lookWhatIsInSight());
            }
        }
    }

    private void lookWhatIsInSight() {
        ScrollBar below = bar;
        double from = below == null || !below.isVisible() ? 0 : below.getValue();
        double left = 0;
        for (TableColumn<RowSlot, ?> view : getColumns()) {
            double right = left + view.getWidth();
            ((LossColumnView) view).inSightProperty().set(right > from && left < from + getWidth());
            left = right;
        }
    }

    private void sortByColumn() {
        LossOrder now = model.orderProperty().get();
        if (!getSortOrder().isEmpty()) {
            TableColumn<RowSlot, ?> by = getSortOrder().get(0);
            model.sort(LossOrder.by(column(by), by.getSortType() == TableColumn.SortType.ASCENDING));
        } else if (now.by().filter(columns()::contains).isPresent()) {
            // Tables also tell of having no order when they are made, or when another part has it.
            model.sort(LossOrder.POOL);
        }
    }

    /** Only the user's own dragging is remembered; the other columns keep their widths. */
    private boolean resized(ResizeFeatures<?> features) {
        boolean done = UNCONSTRAINED_RESIZE_POLICY.call(features);
        if (features.getColumn() != null && !showing) {
            LossColumnView view = (LossColumnView) features.getColumn();
            model.resizeColumn(view.column(), OptionalDouble.of(view.getWidth()));
        }
        return done;
    }

    private static final class Row extends TableRow<RowSlot> {

        private final ShownRows rows;

        Row(ShownRows rows, RowChoice choice) {
            this.rows = rows;
            // Cells that draw themselves leave the pointer to their row.
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                if (!isEmpty()) {
                    choice.pressed(event, getTableView(), getIndex());
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable RowSlot slot, boolean empty) {
            super.updateItem(slot, empty);
            LossRow row = empty || slot == null ? null : rows.row(slot);
            pseudoClassStateChanged(CONSTANT, row != null && row.isConstant());
            pseudoClassStateChanged(SEED, row != null && row.seed().isPresent());
        }

        /** The same line, with what stands in it now. */
        void draw() {
            updateItem(getItem(), isEmpty());
            for (Node cell : getChildrenUnmodifiable()) {
                if (cell instanceof DrawnCell drawn) {
                    drawn.redraw();
                }
            }
        }
    }
}
