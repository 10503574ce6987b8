package app.tandem.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * palette as well, and what is not offered now is not.
 */
final class PageActions {

    private final String page;
    private final Map<String, Action> found = new LinkedHashMap<>();

    private PageActions(String page) {
        this.page = page;
    }

    /** @param page its name, which stands before each action's words */
    static List<Action> of(String page, Node root) {
        PageActions actions = new PageActions(page);
        actions.look(root);
        return new ArrayList<>(actions.found.values());
    }

    private void look(Node node) {
        if (!node.isVisible() || node instanceof IndexedCell) {
            return;
        }
        if (node instanceof MenuButton menu) {
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

    private void add(String before, MenuButton menu, MenuItem item) {
        if (item instanceof Menu inner) {
            inner.getItems().forEach(each -> add(before + oneLine(inner.getText()) + " › ", menu, each));
        } else if (item.getText() != null && !item.isDisable() && item.getOnAction() != null) {
            add(before + oneLine(item.getText()), menu, item::fire);
        }
    }

    private void add(String words, ButtonBase button, Runnable run) {
        if (!words.isBlank() && !button.isDisabled()) {
            String whole = page + ": " + words;
            found.putIfAbsent(whole, Action.of(whole, () -> !button.isDisabled(), run));
        }
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
