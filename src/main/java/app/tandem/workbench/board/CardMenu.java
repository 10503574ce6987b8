package app.tandem.workbench.board;

import app.tandem.workbench.common.Icons;
import atlantafx.base.controls.CaptionMenuItem;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Everything that can be done with cards, by menu. */
final class CardMenu {

    private final CardActions actions;
    private final BoardWords words;
    private ContextMenu shown = new ContextMenu();

    CardMenu(CardActions actions) {
        this.actions = actions;
        this.words = actions.words();
    }

    /** Opens the menu of a card at the card. */
    void open(Node card, Held held) {
        ContextMenu menu = new ContextMenu();
        menu.setId("card-menu");
        menu.getItems()
                .add(new CaptionMenuItem(words.text(held.from().isPresent() ? "menu.move" : "menu.add", name(held))));
        menu.getItems().addAll(targets(held, false, "move"));
        if (held.from().isPresent()) {
            Menu copy = new Menu(words.text("menu.copy"), Icons.icon(BootstrapIcons.FILES));
            copy.setId("menu-copy");
            copy.getItems().addAll(targets(held, true, "copy"));
            copy.setDisable(copy.getItems().isEmpty());
            menu.getItems().addAll(new SeparatorMenuItem(), copy, trainOnly(held), takeOut(held));
        }
        show(menu, card, Side.BOTTOM, 8, -6);
    }

    /** Opens the choice of a task to be put somewhere. */
    void choose(Node at, Target target) {
        ContextMenu menu = new ContextMenu();
        menu.setId("task-menu");
        for (int task = 0; task < actions.board().marks().size(); task++) {
            Held held = Held.ofPalette(task);
            if (actions.accepts(held, target, false)) {
                MenuItem item = item("put-" + task, name(held), () -> actions.put(held, target, false));
                menu.getItems().add(item);
            }
        }
        if (menu.getItems().isEmpty()) {
            menu.getItems().add(new CaptionMenuItem(words.text("menu.noTask")));
        }
        show(menu, at, Side.TOP, 0, 0);
    }

    /** One at a time: a key that is held down repeats, and would open one upon the other. */
    private void show(ContextMenu menu, Node at, Side side, double right, double down) {
        if (!shown.isShowing()) {
            shown = menu;
            menu.show(at, side, right, down);
        }
    }

    private List<MenuItem> targets(Held held, boolean copy, String verb) {
        List<MenuItem> items = new ArrayList<>();
        Board board = actions.board();
        for (Board.Column column : board.columns()) {
            Target target = new Target.Column(column.position());
            if (actions.accepts(held, target, copy)) {
                String tasks = words.letters(board.marks(), column.network().tasks());
                String name = words.network(column.position()) + "   " + tasks;
                items.add(item("menu-" + verb + "-" + column.letter(), name, () -> actions.put(held, target, copy)));
            }
        }
        Target fresh = new Target.NewNetwork();
        if (actions.accepts(held, fresh, copy)) {
            MenuItem item =
                    item("menu-" + verb + "-new", words.text("newNetwork"), () -> actions.put(held, fresh, copy));
            item.setGraphic(Icons.icon(BootstrapIcons.PLUS));
            items.add(item);
        }
        return items;
    }

    private CheckMenuItem trainOnly(Held held) {
        CheckMenuItem item = new CheckMenuItem(words.text("menu.trainOnly"));
        item.setId("menu-train-only");
        item.setMnemonicParsing(false);
        item.setSelected(actions.isTrainOnly(held));
        item.setOnAction(event -> actions.toggleTrainOnly(held));
        return item;
    }

    private MenuItem takeOut(Held held) {
        String network = words.network(held.from().orElse(0));
        MenuItem item = item("menu-take-out", words.text("menu.takeOut", network), () -> actions.takeOut(held));
        item.setGraphic(Icons.icon(BootstrapIcons.TRASH));
        return item;
    }

    private String name(Held held) {
        return actions.mark(held).name();
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
