package app.tandem.workbench.losses;

import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Which rows are selected by pointer: one, a range with Shift, or one more with Ctrl. */
final class RowChoice {

    private int anchor;

    /** Takes note of a press on a row. */
    void pressed(MouseEvent event, TableView<RowSlot> table, int index) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        var selection = table.getSelectionModel();
        table.requestFocus();
        if (event.isShiftDown()) {
            selection.clearSelection();
            selection.selectRange(Math.min(anchor, index), Math.max(anchor, index) + 1);
            return;
        }
        anchor = index;
        if (!event.isShortcutDown()) {
            selection.clearAndSelect(index);
        } else if (selection.isSelected(index)) {
            selection.clearSelection(index);
        } else {
            selection.select(index);
        }
    }
}
