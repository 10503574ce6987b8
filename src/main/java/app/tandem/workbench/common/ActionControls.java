package app.tandem.workbench.common;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** Controls made of an {@link Action}: they have its words, its shortcut and its state, and the palette knows them by it. */
public final class ActionControls {

    private ActionControls() {}

    /** A button with the action's words, and its shortcut in the tooltip. */
    public static Button button(Action action) {
        Button button = new Button();
        button.textProperty().bind(action.words());
        button.setMnemonicParsing(false);
        if (!action.keys().isEmpty()) {
            button.setTooltip(tooltip(action));
        }
        return bind(button, action);
    }

    /** A button with the action's icon alone; its words and its shortcut stand in the tooltip and are read aloud. */
    public static Button iconButton(Action action) {
        Button button = new Button();
        button.getStyleClass().add("icon-button");
        button.setTooltip(tooltip(action));
        button.accessibleTextProperty().bind(action.words());
        return bind(button, action);
    }

    private static Button bind(Button button, Action action) {
        action.icon().ifPresent(ikon -> button.setGraphic(Icons.icon(ikon)));
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.perform());
        mark(button, action);
        return button;
    }

    /** Says of a control made elsewhere which action it does. */
    public static void mark(Node node, Action action) {
        node.getProperties().put(Action.class, action);
    }

    /** The action of which a control was made. */
    public static Optional<Action> of(Node node) {
        return Optional.ofNullable(node.hasProperties() ? node.getProperties().get(Action.class) : null)
                .map(Action.class::cast);
    }

    /** The action's words, and its shortcut in brackets. */
    public static Tooltip tooltip(Action action) {
        Tooltip tooltip = new Tooltip();
        String keys = action.shownKeys();
        tooltip.textProperty()
                .bind(
                        keys.isEmpty()
                                ? StringExpression.stringExpression(action.words())
                                : Bindings.concat(action.words(), " (", keys, ")"));
        return tooltip;
    }

    /**
     * The item of a menu, with the shortcut at its end. For a {@link ContextMenu} that is shown by hand: in the menu of a
     * control, JavaFX would take the shortcut over, and let go of it together with the control.
     */
    public static MenuItem item(Action action) {
        MenuItem item = new MenuItem();
        item.setId("menu-" + action.id().replace('.', '-'));
        item.textProperty().bind(action.words());
        item.setMnemonicParsing(false);
        action.icon().ifPresent(ikon -> item.setGraphic(Icons.icon(ikon)));
        if (!action.keys().isEmpty()) {
            item.setAccelerator(action.keys().get(0));
        }
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.perform());
        return item;
    }
}
