package app.tandem.workbench;

import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.ActionControls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;

/**
 * What the buttons and menus of a page do, read off the page itself: whatever a page offers to the pointer is in the command
 * palette as well, and what is not offered now is not. A control that was made of an {@link Action} is listed as that
 * action, with its shortcut.
 */
final class PageActions {

    private final String page;
    private final String name;
    private final Map<String, Action> found = new LinkedHashMap<>();

    private PageActions(String page, String name) {
        this.page = page;
        this.name = name;
    }

    /**
     * @param page begins the names of those actions that have none of their own
     * @param name the page's name, which stands before each action's words
     */
    static List<Action> of(String page, String name, Node root) {
        PageActions actions = new PageActions(page, name);
        actions.look(root);
        return List.copyOf(actions.found.values());
    }

    private void look(Node node) {
        if (!node.isVisible() || node instanceof IndexedCell) {
            return;
        }
        Optional<Action> made = ActionControls.of(node);
        if (made.isPresent()) {
            add(made.get());
        } else if (node instanceof MenuButton menu) {
            menu.getItems().forEach(item -> add(words(menu) + " › ", menu, item));
        } else if (node instanceof ButtonBase button) {
            boolean chosen = button instanceof ToggleButton toggle && toggle.isSelected();
            if (!chosen) {
                add(words(button), button, button::fire);
            }
        } else if (node instanceof ScrollPane scroll) {
            // A pane that was never shown has no skin yet, and so no children.
            if (scroll.getContent() != null) {
                look(scroll.getContent());
            }
        } else if (node instanceof SplitPane split) {
            split.getItems().forEach(this::look);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void add(Action made) {
        ObservableStringValue words = Bindings.createStringBinding(() -> ofPage(made.text()), made.words());
        found.putIfAbsent(
                made.id(), new Action(made.id(), words, made.icon(), made.keys(), made.enabled(), made.run()));
    }

    private void add(String before, MenuButton menu, MenuItem item) {
        if (item instanceof Menu inner) {
            inner.getItems().forEach(each -> add(before + oneLine(inner.getText()) + " › ", menu, each));
        } else if (item.getText() != null && !item.isDisable() && item.getOnAction() != null) {
            add(before + oneLine(item.getText()), menu, item::fire);
        }
    }

    private void add(String words, ButtonBase button, Runnable run) {
        if (!words.isBlank() && !button.isDisabled()) {
            String id = page + "." + words;
            BooleanExpression enabled = Bindings.not(button.disabledProperty());
            found.putIfAbsent(id, Action.of(id, ofPage(words), run).when(enabled));
        }
    }

    /** A button that is called like its page says enough. */
    private String ofPage(String words) {
        return words.equals(name) ? words : name + ": " + words;
    }

    private static String words(ButtonBase button) {
        String read = button.getAccessibleText();
        String text = read == null || read.isBlank() ? button.getText() : read;
        return text == null ? "" : oneLine(text);
    }

    private static String oneLine(String text) {
        return text.replace("\n", " · ").strip();
    }
}
