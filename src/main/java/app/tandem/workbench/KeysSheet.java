package app.tandem.workbench;

import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Every shortcut of the window in one look: those of its actions, then those that a page's own parts know. */
final class KeysSheet implements Overlay.Sheet {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;
    private static final double KEYS_WIDTH = 132;

    /** What the parts of a page do with keys: the keys, then the words' key in the messages. */
    private static final Map<Page, Map<String, String>> OF_PAGES = Map.of(
            Page.BOARD,
            ordered(
                    "← ↑ ↓ →", "keys.card.go",
                    "Enter", "keys.card.move",
                    "Ctrl+← →", "keys.card.shift",
                    "T", "keys.card.trainOnly",
                    "Delete", "keys.card.takeOut",
                    "F2", "keys.grouping.rename"),
            Page.TRAIN,
            ordered("Alt+↑ ↓", "keys.run.move"),
            Page.LOSSES,
            ordered("Ctrl+F", "keys.losses.filter", "Enter", "keys.losses.seeds", "Ctrl+C", "keys.losses.copy"));

    private final VBox box = new VBox(14);
    private final Messages messages;
    private final Button close;

    /** @param everywhere the actions that have shortcuts on every page */
    KeysSheet(List<Action> everywhere, Messages messages, Runnable close) {
        this.messages = messages;
        this.close = Icons.iconButton(BootstrapIcons.X, messages.text("common.close"), close);
        this.close.getStyleClass().add("flat");
        GridPane left = grid(messages.text("keys.everywhere"));
        everywhere.forEach(action -> row(left, action.shownKeys(), action.text()));
        VBox right = new VBox(18);
        for (Page page : Page.values()) {
            Map<String, String> keys = OF_PAGES.getOrDefault(page, Map.of());
            if (!keys.isEmpty()) {
                GridPane grid = grid(messages.text("page." + page.name()));
                keys.forEach((shown, words) -> row(grid, shown, messages.text(words)));
                right.getChildren().add(grid);
            }
        }
        HBox columns = new HBox(36, left, right);
        left.setPrefWidth(WIDTH / 2);
        right.setPrefWidth(WIDTH / 2);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        box.getChildren().setAll(heading(), scroll);
        box.setId("keys-sheet");
        box.getStyleClass().addAll("palette", "keys-sheet");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        scroll.setMaxHeight(HEIGHT);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private HBox heading() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(Icons.label(messages.text("shell.keys"), "page-title"), space, close);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private static GridPane grid(String title) {
        GridPane grid = new GridPane(12, 7);
        grid.add(Icons.label(title, "section-title"), 0, 0, 2, 1);
        return grid;
    }

    private static void row(GridPane grid, String keys, String words) {
        int row = grid.getRowCount();
        HBox shown = new HBox(Icons.whole(keys, "find-keys"));
        shown.setMinWidth(KEYS_WIDTH);
        shown.setAlignment(Pos.CENTER_LEFT);
        var label = Icons.label(words);
        label.setWrapText(true);
        grid.addRow(row, shown, label);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void begin() {
        close.requestFocus();
    }
}
