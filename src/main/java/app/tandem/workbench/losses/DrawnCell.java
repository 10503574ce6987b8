package app.tandem.workbench.losses;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A cell that draws itself: its nodes are placed by hand, and never laid out or styled anew. A table has a thousand of
 * them, and all change at once when it is sorted. What is scrolled out of sight is not drawn.
 */
abstract class DrawnCell extends TableCell<RowSlot, RowSlot> {

    static final double PADDING = 10;

    private final ShownRows rows;
    private final ObservableBooleanValue inSight;
    private final Face face;
    /** Held here, because the column, which outlives its cells, holds it only weakly. */
    private final InvalidationListener sightChanged = property -> redraw();

    /** @param view the column of the cell */
    DrawnCell(ShownRows rows, LossColumnView view) {
        this.rows = rows;
        this.inSight = view.inSightProperty();
        this.face = new Face(this);
        inSight.addListener(new WeakInvalidationListener(sightChanged));
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> explain());
    }

    /** Draws what stands in the row, or nothing where there is none. */
    abstract void draw(@Nullable LossRow row);

    /** Puts every node where it belongs; called when the size changed, too. */
    abstract void place(double width, double height);

    /** What the cell says in words, for the pointer and for who cannot see; may be empty. */
    abstract String explanation(LossRow row);

    /** Draws the cell anew, where any of it is in sight. */
    final void redraw() {
        if (inSight.get()) {
            draw(row());
            placeAll();
        }
    }

    /** The row that is shown; null where there is none. */
    final @Nullable LossRow row() {
        RowSlot slot = getItem();
        return isEmpty() || slot == null ? null : rows.row(slot);
    }

    final void placeAll() {
        place(getWidth(), getHeight());
    }

    /** Adds a node that is placed by hand. */
    final void add(Node node) {
        node.setManaged(false);
        face.getChildren().add(node);
    }

    final Text addText(String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        text.setTextOrigin(VPos.CENTER);
        add(text);
        return text;
    }

    @Override
    protected final void updateItem(@Nullable RowSlot slot, boolean empty) {
        super.updateItem(slot, empty);
        redraw();
    }

    @Override
    protected final Skin<?> createDefaultSkin() {
        return face;
    }

    /** A tip is made where the pointer comes, since making one takes longer than the cell itself. */
    private void explain() {
        LossRow row = row();
        String words = row == null ? "" : explanation(row);
        if (words.isEmpty()) {
            setTooltip(null);
            return;
        }
        if (getTooltip() == null) {
            setTooltip(new Tooltip());
        }
        Objects.requireNonNull(getTooltip()).setText(words);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            LossRow row = row();
            return row == null ? "" : explanation(row);
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    /** As wide as its column, and as high as a row. */
    private static final class Face extends SkinBase<DrawnCell> {

        private final InvalidationListener widthChanged =
                property -> getSkinnable().requestLayout();

        Face(DrawnCell cell) {
            super(cell);
            // The pointer is for the row.
            consumeMouseEvents(false);
            WeakInvalidationListener weak = new WeakInvalidationListener(widthChanged);
            cell.tableColumnProperty().addListener((property, before, column) -> {
                if (before != null) {
                    before.widthProperty().removeListener(weak);
                }
                if (column != null) {
                    column.widthProperty().addListener(weak);
                }
            });
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            getSkinnable().placeAll();
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            TableColumn<RowSlot, RowSlot> column = getSkinnable().getTableColumn();
            return column == null ? 0 : column.getWidth();
        }

        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            return LossPart.ROW_HEIGHT;
        }
    }
}
