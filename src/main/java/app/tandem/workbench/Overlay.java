package app.tandem.workbench;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows one sheet at a time above the window; Escape or a click beside it puts it away, and the focus goes back. */
final class Overlay {

    /** Something that is shown above the window for a moment. */
    interface Sheet {

        Region node();

        /** It is in the window now: takes the focus. */
        void begin();

        /** Whether Tab goes from one of its controls to the next; otherwise it does nothing. */
        default boolean hasManyControls() {
            return false;
        }

        /** It is put away. */
        default void end() {}
    }

    private record Shown(StackPane veil, Sheet sheet, Optional<Node> focusBefore) {}

    private final StackPane root;
    private Optional<Shown> shown = Optional.empty();

    /** @param root of the window; the shell is its first child, and the notices its last */
    Overlay(StackPane root) {
        this.root = root;
    }

    /** Shows a sheet in the place of another; the same once more puts it away. */
    void toggle(Sheet sheet) {
        boolean same =
                shown.filter(now -> now.sheet().getClass() == sheet.getClass()).isPresent();
        close();
        if (!same) {
            show(sheet);
        }
    }

    private void show(Sheet sheet) {
        Optional<Node> focused =
                Optional.ofNullable(root.getScene()).flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
        StackPane veil = new StackPane(sheet.node());
        veil.getStyleClass().add("overlay-veil");
        veil.setAlignment(Pos.TOP_CENTER);
        veil.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getTarget() == veil) {
                close();
            }
        });
        veil.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB) {
                // By itself the focus would go to what the veil covers.
                event.consume();
                if (sheet.hasManyControls()) {
                    FocusRound.of(sheet.node()).go(event.isShiftDown() ? -1 : 1);
                }
            }
        });
        shown = Optional.of(new Shown(veil, sheet, focused));
        root.getChildren().add(root.getChildren().size() - 1, veil);
        sheet.begin();
    }

    /** Puts it away, if one is shown. */
    void close() {
        shown.ifPresent(now -> {
            shown = Optional.empty();
            root.getChildren().remove(now.veil());
            now.sheet().end();
            now.focusBefore().filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
        });
    }
}
