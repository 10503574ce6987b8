package app.tandem.workbench.queue;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Runs that wait, put in another order: dragged by the pointer, by Alt with the arrows, or by the menu of a row. */
final class QueueOrder {

    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    private final QueueModel model;
    private final Messages messages;

    QueueOrder(QueueModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    void install(TableView<QueueRow> table) {
        table.setRowFactory(ignored -> row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
                model.selected().ifPresent(run -> model.move(run, event.getCode() == KeyCode.UP ? -1 : 1));
                event.consume();
            }
        });
    }

    private TableRow<QueueRow> row() {
        TableRow<QueueRow> row = new TableRow<>();
        row.itemProperty()
                .addListener((property, before, after) -> row.setContextMenu(after == null ? null : menu(after)));
        row.setOnDragDetected(event -> {
            if (event.getButton() == MouseButton.PRIMARY && row.getItem() != null && model.canMove(row.getItem())) {
                row.startFullDrag();
                event.consume();
            }
        });
        row.setOnMouseDragEntered(event -> {
            if (event.getGestureSource() instanceof TableRow<?> source
                    && source != row
                    && row.getItem() != null
                    && model.canMove(row.getItem())) {
                boolean upwards = row.getIndex() < source.getIndex();
                row.pseudoClassStateChanged(ABOVE, upwards);
                row.pseudoClassStateChanged(BELOW, !upwards);
            }
        });
        row.setOnMouseDragExited(event -> unmark(row));
        row.setOnMouseDragReleased(event -> {
            unmark(row);
            if (event.getGestureSource() instanceof TableRow<?> source
                    && source.getItem() instanceof QueueRow moved
                    && row.getItem() != null) {
                model.moveTo(moved, row.getItem());
            }
        });
        return row;
    }

    private static void unmark(TableRow<QueueRow> row) {
        row.pseudoClassStateChanged(ABOVE, false);
        row.pseudoClassStateChanged(BELOW, false);
    }

    private ContextMenu menu(QueueRow row) {
        MenuItem first = item(BootstrapIcons.CHEVRON_BAR_UP, "train.moveFirst", () -> model.moveFirst(row));
        MenuItem up = item(BootstrapIcons.CHEVRON_UP, "train.moveUp", () -> model.move(row, -1));
        MenuItem down = item(BootstrapIcons.CHEVRON_DOWN, "train.moveDown", () -> model.move(row, 1));
        MenuItem pause = item(BootstrapIcons.PAUSE_FILL, "train.pauseRun", () -> model.pause(row.key()));
        MenuItem later = item(BootstrapIcons.HOURGLASS_SPLIT, "train.pauseRunAfterEpoch", () -> {
            model.pauseAfterEpoch(row.key());
        });
        MenuItem resume = item(BootstrapIcons.PLAY_FILL, "train.resumeRun", () -> model.resume(row.key()));
        MenuItem cancel = item(BootstrapIcons.X, "train.cancelRun", () -> model.cancel(row.key()));
        first.setId("queue-move-first");
        ContextMenu menu = new ContextMenu(
                first, up, down, new SeparatorMenuItem(), pause, later, resume, new SeparatorMenuItem(), cancel);
        menu.setId("queue-menu");
        menu.setOnShowing(event -> {
            boolean moves = model.canMove(row);
            first.setDisable(!moves);
            up.setDisable(!moves);
            down.setDisable(!moves);
            RunActions can = RunActions.of(row.status().state(), model.isReadOnly());
            pause.setDisable(!can.pause());
            later.setDisable(!can.pauseAfterEpoch());
            resume.setDisable(!can.resume());
            resume.setText(messages.text(RunActions.resumeWords(row.status().state())));
            cancel.setDisable(!can.cancel());
        });
        return menu;
    }

    private MenuItem item(Ikon ikon, String words, Runnable action) {
        MenuItem item = new MenuItem(messages.text(words), Icons.icon(ikon));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
