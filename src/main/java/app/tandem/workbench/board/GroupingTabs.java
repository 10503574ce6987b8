package app.tandem.workbench.board;

import app.tandem.study.Grouping;
import app.tandem.workbench.common.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The user's groupings by name: choose, make, duplicate, rename, delete. */
final class GroupingTabs extends HBox {

    private final BoardModel model;
    private final BoardWords words;
    private final Consumer<String> tell;
    private final HBox tabs = new HBox(4);
    private final ScrollPane scroll = new ScrollPane(tabs);
    private final Button duplicate;
    private final MenuButton more = new MenuButton("", Icons.icon(BootstrapIcons.THREE_DOTS));
    private List<String> names = List.of();
    private ToggleGroup group = new ToggleGroup();

    GroupingTabs(BoardModel model, BoardWords words, Consumer<String> tell) {
        super(8);
        this.model = model;
        this.words = words;
        this.tell = tell;
        getStyleClass().add("grouping-tabs");
        setAlignment(Pos.CENTER_LEFT);
        tabs.setAlignment(Pos.CENTER_LEFT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPannable(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "tab-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        duplicate = Icons.button(BootstrapIcons.FILES, words.text("duplicate"), this::duplicate);
        duplicate.setId("duplicate-grouping");
        duplicate.setMinWidth(USE_PREF_SIZE);
        duplicate.setDisable(model.isReadOnly());
        more.setId("grouping-more");
        more.setDisable(model.isReadOnly());
        more.getStyleClass().addAll("icon-menu");
        more.setTooltip(new Tooltip(words.text("more")));
        more.setAccessibleText(words.text("more"));
        more.setMinWidth(USE_PREF_SIZE);
        more.getItems().setAll(items());
        getChildren().setAll(scroll, duplicate, more);
    }

    private List<MenuItem> items() {
        return List.of(
                item("rename-grouping", words.text("rename"), this::rename),
                item("remove-grouping", words.text("remove"), this::remove));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    void show(Board board) {
        List<String> now =
                board.study().groupings().stream().map(Grouping::name).toList();
        if (!now.equals(names) || tabs.getChildren().isEmpty()) {
            names = now;
            rebuild();
        }
        String shown = board.grouping().map(Grouping::name).orElse("");
        for (Node node : tabs.getChildren()) {
            if (node instanceof ToggleButton tab && tab.getUserData() instanceof Grouping grouping) {
                tab.setSelected(grouping.name().equals(shown));
            }
        }
        for (Node node : tabs.getChildren()) {
            if (node instanceof ToggleButton tab && tab.isSelected()) {
                reveal(tab);
            }
        }
        boolean none = board.grouping().isEmpty();
        duplicate.setVisible(!none);
        more.setVisible(!none);
    }

    private void rebuild() {
        group = new ToggleGroup();
        List<Node> nodes = new ArrayList<>();
        for (Grouping grouping : model.boardProperty().get().study().groupings()) {
            nodes.add(tab(grouping));
        }
        Button fresh = Icons.iconButton(BootstrapIcons.PLUS, words.text("new"), this::create);
        fresh.setId("new-grouping");
        fresh.getStyleClass().add("flat");
        fresh.setDisable(model.isReadOnly());
        nodes.add(fresh);
        tabs.getChildren().setAll(nodes);
    }

    private ToggleButton tab(Grouping grouping) {
        ToggleButton tab = new ToggleButton(grouping.name());
        tab.setUserData(grouping);
        tab.setMnemonicParsing(false);
        tab.setToggleGroup(group);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.getStyleClass().add("grouping-tab");
        tab.setOnAction(event -> {
            tab.setSelected(true);
            model.choose(grouping.name());
        });
        if (!model.isReadOnly()) {
            addEdits(tab, grouping);
        }
        return tab;
    }

    private void addEdits(ToggleButton tab, Grouping grouping) {
        tab.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                rename();
            }
        });
        tab.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2) {
                rename();
            } else if (event.getCode() == KeyCode.DELETE) {
                remove();
            }
        });
        ContextMenu menu = new ContextMenu();
        menu.getItems().add(item("", words.text("duplicate"), this::duplicate));
        menu.getItems().addAll(items());
        menu.setOnShowing(event -> model.choose(grouping.name()));
        tab.setContextMenu(menu);
    }

    private void create() {
        model.create(words.newGrouping(model.boardProperty().get().study()));
    }

    private void duplicate() {
        Board board = model.boardProperty().get();
        board.grouping().ifPresent(shown -> model.duplicate(words.copyOf(board.study(), shown.name())));
    }

    private void remove() {
        model.boardProperty().get().grouping().ifPresent(shown -> {
            model.remove();
            tell.accept(words.text("removed", shown.name()));
        });
    }

    /** The tab turns into a field until Enter, Escape or the loss of the focus. */
    private void rename() {
        tabs.getChildren().stream()
                .filter(node -> node instanceof ToggleButton tab && tab.isSelected())
                .findFirst()
                .ifPresent(this::edit);
    }

    private void edit(Node tab) {
        int position = tabs.getChildren().indexOf(tab);
        TextField field = new TextField(((ToggleButton) tab).getText());
        field.setId("grouping-name");
        field.setPrefColumnCount(Math.max(10, field.getText().length()));
        field.setAccessibleText(words.text("rename"));
        field.setOnAction(event -> {
            String typed = field.getText();
            rebuild();
            model.rename(typed);
            show(model.boardProperty().get());
            focusSelected();
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                focusSelected();
                event.consume();
            }
        });
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused && tabs.getChildren().contains(field)) {
                close();
            }
        });
        tabs.getChildren().set(position, field);
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        rebuild();
        show(model.boardProperty().get());
    }

    private void focusSelected() {
        tabs.getChildren().stream()
                .filter(node -> node instanceof ToggleButton tab && tab.isSelected())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void reveal(Node tab) {
        double hidden = tabs.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden > 0) {
            double middle = tab.getBoundsInParent().getCenterX()
                    - scroll.getViewportBounds().getWidth() / 2;
            scroll.setHvalue(Math.max(0, Math.min(1, middle / hidden)));
        } else {
            scroll.setHvalue(0);
        }
    }
}
