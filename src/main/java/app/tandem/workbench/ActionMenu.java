package app.tandem.workbench;

import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.ActionControls;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** A menu that is made of actions whenever it opens. */
final class ActionMenu {

    private ActionMenu() {}

    /**
     * Lets a button open a menu.
     *
     * @param parts the items, with a line between one part and the next
     */
    static void opens(Button button, Side side, List<List<Action>> parts) {
        ContextMenu menu = new ContextMenu();
        menu.getStyleClass().add("action-menu");
        menu.setId(button.getId() + "-items");
        button.setOnAction(event -> {
            if (menu.isShowing()) {
                menu.hide();
            } else {
                menu.getItems().setAll(items(parts));
                menu.show(button, side, 0, 0);
            }
        });
    }

    private static List<MenuItem> items(List<List<Action>> parts) {
        List<MenuItem> items = new ArrayList<>();
        for (List<Action> part : parts) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            part.stream().map(ActionControls::item).forEach(items::add);
        }
        return items;
    }
}
