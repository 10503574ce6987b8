package app.tandem.workbench.losses;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.skin.TableColumnHeader;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Which columns are shown, and which are pinned. */
final class ColumnsMenu {

    private final LossesModel model;
    private final LossColumnViews views;
    private final Messages messages;

    ColumnsMenu(LossesModel model, LossColumnViews views, Messages messages) {
        this.model = model;
        this.views = views;
        this.messages = messages;
    }

    /** A button with every column. */
    MenuButton button() {
        MenuButton menu =
                new MenuButton(messages.text("losses.columns"), Icons.icon(BootstrapIcons.LAYOUT_THREE_COLUMNS));
        menu.setId("columns");
        menu.getItems().setAll(new MenuItem());
        menu.setOnShowing(event -> {
            List<MenuItem> items = new ArrayList<>();
            model.places().forEach(place -> items.add(shown(place)));
            items.add(new SeparatorMenuItem());
            Menu pins = new Menu(messages.text("losses.pinned"));
            model.places().forEach(place -> pins.getItems().add(pinned(place)));
            items.add(pins);
            items.add(reset());
            menu.getItems().setAll(items);
        });
        return menu;
    }

    /** What can be done with the column whose heading is asked; one menu for all, since making one takes long. */
    ContextMenu headings() {
        ContextMenu menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(event -> {
            if (menu.getOwnerNode() instanceof TableColumnHeader heading
                    && heading.getTableColumn() instanceof LossColumnView view) {
                menu.getItems().setAll(items(view.column()));
            }
        });
        return menu;
    }

    private List<MenuItem> items(LossColumn column) {
        boolean pinned =
                model.places().stream().anyMatch(place -> place.column().equals(column) && place.pinned());
        return List.of(
                item("losses.ascending", () -> model.sort(LossOrder.by(column, true))),
                item("losses.descending", () -> model.sort(LossOrder.by(column, false))),
                item("losses.unsorted", () -> model.sort(LossOrder.POOL)),
                new SeparatorMenuItem(),
                item(pinned ? "losses.unpin" : "losses.pin", () -> model.pinColumn(column, !pinned)),
                item("losses.hide", () -> model.showColumn(column, false)),
                new SeparatorMenuItem(),
                reset());
    }

    private MenuItem reset() {
        return item("losses.resetColumns", model::resetColumns);
    }

    private MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(messages.text(words));
        item.setOnAction(event -> action.run());
        return item;
    }

    private MenuItem shown(ColumnLayout.Place place) {
        return box(place, place.shown(), wanted -> model.showColumn(place.column(), wanted));
    }

    private MenuItem pinned(ColumnLayout.Place place) {
        return box(place, place.pinned(), wanted -> model.pinColumn(place.column(), wanted));
    }

    private interface Choice {
        void made(boolean wanted);
    }

    private MenuItem box(ColumnLayout.Place place, boolean selected, Choice choice) {
        CheckBox box = new CheckBox(views.title(place.column()));
        box.setMnemonicParsing(false);
        box.setSelected(selected);
        box.setOnAction(event -> choice.made(box.isSelected()));
        CustomMenuItem item = new CustomMenuItem(box, false);
        item.setOnAction(event -> {
            box.setSelected(!box.isSelected());
            choice.made(box.isSelected());
        });
        return item;
    }
}
