package app.tandem.workbench;

import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every action by its name: typed, chosen with the arrows, done with Enter. */
final class CommandPalette implements Overlay.Sheet {

    private static final double WIDTH = 620;
    private static final double ROW = 34;
    private static final int MOST_ROWS = 11;

    private final PaletteModel model;
    private final Runnable close;
    private final String prompt;
    private final TextField field = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final VBox box;

    /** @param close puts it away */
    CommandPalette(PaletteModel model, Messages messages, Runnable close) {
        this.model = model;
        this.close = close;
        this.prompt = messages.text("palette.prompt");
        field.setId("palette-field");
        field.setPromptText(prompt);
        field.textProperty().addListener((property, before, after) -> show());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> new ActionCell());
        list.setPlaceholder(Icons.label(messages.text("palette.nothing"), "muted"));
        list.getStyleClass().add("edge-to-edge");
        list.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> speak(after));
        box = new VBox(field, list);
        box.setId("palette");
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        show();
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void begin() {
        field.requestFocus();
    }

    private void show() {
        List<Action> found = model.find(field.getText());
        list.getItems().setAll(found);
        list.getSelectionModel().select(0);
        double height = ROW * Math.max(1, Math.min(MOST_ROWS, found.size())) + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
    }

    /** The focus stays in the field, so what is chosen in the list is read aloud there. */
    private void speak(@Nullable Action chosen) {
        field.setAccessibleText(chosen == null ? prompt : prompt + ": " + chosen.text());
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS);
            case PAGE_UP -> move(-MOST_ROWS);
            case ENTER -> perform(Optional.ofNullable(list.getSelectionModel().getSelectedItem()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int rows) {
        int last = list.getItems().size() - 1;
        int to = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + rows));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - MOST_ROWS + 1));
    }

    /** First closes, so that what the action shows or focuses stays. */
    private void perform(Optional<Action> action) {
        action.ifPresent(chosen -> {
            close.run();
            chosen.perform();
        });
    }

    private final class ActionCell extends ListCell<Action> {

        private final Label words = Icons.label("");
        private final Label keys = Icons.whole("", "palette-keys");
        private final Node line;

        ActionCell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox content = new HBox(12, words, space, keys);
            content.setAlignment(Pos.CENTER_LEFT);
            line = content;
            setOnMouseClicked(event -> perform(Optional.ofNullable(getItem())));
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            setText(null);
            setGraphic(empty || action == null ? null : line);
            if (action != null) {
                words.setText(action.text());
                keys.setText(action.shownKeys());
                setAccessibleText(action.text());
            }
        }
    }
}
