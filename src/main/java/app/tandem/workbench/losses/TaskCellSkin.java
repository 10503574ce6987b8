package app.tandem.workbench.losses;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.VPos;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableColumn;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Draws a loss: two texts on a ground, laid out by hand. The skin of tables' cells is made for any content and takes ten
 * times as long. What was never in sight has no texts.
 */
final class TaskCellSkin extends SkinBase<TaskCell> {

    /** So that the numbers stand in one column whatever is beside them. */
    private static final double BESIDE_WIDTH = 48;

    private static final double GAP = 5;
    private static final double PADDING = 10;
    /** Below a cell is the line between rows. */
    private static final double LINE = 1;

    private final GainScale scale;
    private final Rectangle ground = new Rectangle();
    private final InvalidationListener widthChanged = property -> getSkinnable().requestLayout();
    private @Nullable Text plain;
    private @Nullable Text best;
    private @Nullable Text beside;

    TaskCellSkin(TaskCell cell, GainScale scale) {
        super(cell);
        this.scale = scale;
        ground.setManaged(false);
        ground.setVisible(false);
        getChildren().setAll(ground);
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

    void showNothing() {
        ground.setVisible(false);
        hide(plain);
        hide(best);
        hide(beside);
    }

    void show(String number, String second, boolean isBest, int step) {
        ground.setFill(scale.color(step));
        ground.setVisible(step != 0);
        hide(isBest ? plain : best);
        Text main = isBest ? best() : plain();
        main.setText(number);
        main.setVisible(true);
        Text small = beside();
        small.setText(second);
        small.setVisible(!second.isEmpty());
        place();
    }

    private static void hide(@Nullable Text text) {
        if (text != null) {
            text.setVisible(false);
        }
    }

    private Text plain() {
        Text text = plain;
        if (text == null) {
            text = text("loss");
            plain = text;
        }
        return text;
    }

    private Text best() {
        Text text = best;
        if (text == null) {
            text = text("loss");
            text.getStyleClass().add("best");
            best = text;
        }
        return text;
    }

    private Text beside() {
        Text text = beside;
        if (text == null) {
            text = text("beside");
            beside = text;
        }
        return text;
    }

    private Text text(String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        text.setManaged(false);
        text.setTextOrigin(VPos.CENTER);
        getChildren().add(text);
        return text;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        place();
    }

    private void place() {
        double width = getSkinnable().getWidth();
        double height = getSkinnable().getHeight();
        ground.setWidth(width);
        ground.setHeight(Math.max(0, height - LINE));
        double right = width - PADDING;
        double middle = Math.rint(height / 2);
        place(beside, right - BESIDE_WIDTH, middle);
        placeEnd(plain, right - BESIDE_WIDTH - GAP, middle);
        placeEnd(best, right - BESIDE_WIDTH - GAP, middle);
    }

    private static void place(@Nullable Text text, double x, double y) {
        if (text != null && text.isVisible()) {
            text.setX(x);
            text.setY(y);
        }
    }

    private static void placeEnd(@Nullable Text text, double end, double y) {
        if (text != null && text.isVisible()) {
            place(text, Math.rint(end - text.getLayoutBounds().getWidth()), y);
        }
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        TableColumn<LossRow, LossRow> column = getSkinnable().getTableColumn();
        return column == null ? 0 : column.getWidth();
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return LossPart.ROW_HEIGHT;
    }
}
