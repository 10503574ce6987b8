package app.tandem.workbench.losses;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;

/** A column in a table. */
final class LossColumnView extends TableColumn<RowSlot, RowSlot> {

    private final LossColumn column;
    private final BooleanProperty inSight = new SimpleBooleanProperty(true);

    LossColumnView(LossColumn column, String title) {
        super(title);
        this.column = column;
    }

    LossColumn column() {
        return column;
    }

    /** Whether any of it is; the others are scrolled away sideways. */
    BooleanProperty inSightProperty() {
        return inSight;
    }
}
