package app.tandem.workbench.board;

import app.tandem.study.NetworkLetter;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** One network of the grouping: its encoder, its cost, how far it is, and its tasks. */
final class NetworkColumn extends VBox {

    static final double WIDTH = 232;
    static final double MIN_WIDTH = 196;
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final int position;
    private final CardActions actions;
    private final CardFactory factory;
    private final EncoderChooser encoder;
    private final Label cost = Icons.whole("", "column-cost");
    private final Label state = Icons.label("", "column-state");
    private final Label twin = Icons.label("", "column-warning");
    private final VBox cards = new VBox(8);
    private final Button slot;
    private final Map<Integer, TaskCard> byTask = new HashMap<>();

    /** Makes cards that can be dragged and steered by keys. */
    interface CardFactory {
        TaskCard make(Held held);
    }

    NetworkColumn(int position, BoardModel model, CardActions actions, CardFactory factory, CardMenu menu) {
        this.position = position;
        this.actions = actions;
        this.factory = factory;
        BoardWords words = actions.words();
        String letter = NetworkLetter.of(position);
        this.encoder = new EncoderChooser(words, size -> model.setEncoder(position, size));
        encoder.setIds(letter);
        setId("column-" + letter);
        getStyleClass().add("network-column");
        setAccessibleRole(AccessibleRole.PARENT);
        setPrefWidth(WIDTH);
        setMinWidth(MIN_WIDTH);
        setMaxWidth(WIDTH + 60);
        HBox.setHgrow(this, Priority.SOMETIMES);
        this.slot = Icons.button(
                BootstrapIcons.PLUS, words.text("addTask"), () -> menu.choose(slot(), new Target.Column(position)));
        slot.setId("add-task-" + letter);
        slot.getStyleClass().add("slot");
        slot.setMaxWidth(Double.MAX_VALUE);
        slot.setWrapText(true);
        slot.setDisable(model.isReadOnly());
        encoder.setReadOnly(model.isReadOnly());
        twin.setWrapText(true);
        twin.managedProperty().bind(twin.visibleProperty());
        getChildren().setAll(header(), costs(model, letter), twin, scroll(), slot);
    }

    private Button slot() {
        return slot;
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(4, Icons.whole(actions.words().network(position), "strong"), space, encoder);
        header.getStyleClass().add("column-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private HBox costs(BoardModel model, String letter) {
        Button remove = Icons.iconButton(
                BootstrapIcons.X, actions.words().text("removeNetwork", letter), () -> model.removeNetwork(position));
        remove.setId("remove-network-" + letter);
        remove.getStyleClass().addAll("flat", "remove-network");
        remove.setVisible(!model.isReadOnly());
        state.setGraphicTextGap(4);
        state.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox costs = new HBox(4, cost, Icons.whole("·", "column-cost"), state, space, remove);
        costs.getStyleClass().add("column-costs");
        costs.setAlignment(Pos.CENTER_LEFT);
        return costs;
    }

    private ScrollPane scroll() {
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "column-scroll");
        cards.getStyleClass().add("column-cards");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    void show(Board.Column column) {
        BoardWords words = actions.words();
        encoder.show(column.network().encoder(), words.network(position));
        cost.setText(words.snt(column.network().cost()));
        state.setText(words.state(column.state()));
        state.setGraphic(Icons.icon(icon(column.state()), "state-icon", styleClass(column.state())));
        state.getStyleClass().setAll("label", "column-state", styleClass(column.state()));
        twin.setVisible(column.twin().isPresent());
        column.twin().ifPresent(other -> twin.setText(words.text("twin", words.network(other))));
        setAccessibleText(
                words.network(position) + ", " + encoderWords(column) + ", " + cost.getText() + ", " + state.getText());
        List<TaskCard> shown = new ArrayList<>();
        for (Board.Card card : column.cards()) {
            TaskCard node = byTask.computeIfAbsent(card.task(), task -> factory.make(Held.ofNetwork(task, position)));
            node.show(card);
            shown.add(node);
        }
        if (!cards.getChildren().equals(shown)) {
            cards.getChildren().setAll(shown);
        }
    }

    private String encoderWords(Board.Column column) {
        return actions.words().encoder(column.network().encoder());
    }

    /** Shows whether the card in hand would land here, and what that would make. */
    void show(Optional<Preview> preview) {
        boolean isTarget = preview.filter(
                        each -> each.target() instanceof Target.Column column && column.position() == position)
                .isPresent();
        pseudoClassStateChanged(TARGET, isTarget);
        BoardWords words = actions.words();
        slot.setText(isTarget ? dropWords(preview.orElseThrow()) : words.text("addTask"));
        slot.setGraphic(Icons.icon(isTarget ? BootstrapIcons.ARROW_DOWN_CIRCLE : BootstrapIcons.PLUS));
    }

    private String dropWords(Preview preview) {
        BoardWords words = actions.words();
        String drop = words.text(
                preview.copy() ? "dropCopy" : "drop",
                actions.mark(preview.held()).name());
        if (preview.loss().isPresent()) {
            return drop + " · "
                    + words.text("dropLoss", Messages.loss(preview.loss().mean()));
        }
        return preview.estimate()
                .map(expected -> drop + " · " + words.text("estimated", Messages.loss(expected.loss())))
                .orElse(drop);
    }

    /** From top to bottom. */
    List<TaskCard> cards() {
        return cards.getChildren().stream().map(TaskCard.class::cast).toList();
    }

    private static Ikon icon(NetworkState state) {
        return switch (state.kind()) {
            case TRAINED -> BootstrapIcons.CHECK2;
            case TRAINING -> BootstrapIcons.PLAY_FILL;
            case PARTLY -> BootstrapIcons.PAUSE_FILL;
            case FAILED -> BootstrapIcons.EXCLAMATION_TRIANGLE;
            case UNTRAINED -> BootstrapIcons.HOURGLASS;
            case CANCELLED -> BootstrapIcons.X_CIRCLE;
            case NOT_PLANNED -> BootstrapIcons.DASH;
        };
    }

    private static String styleClass(NetworkState state) {
        return switch (state.kind()) {
            case TRAINED -> "done";
            case TRAINING -> "running";
            case PARTLY -> "paused";
            case FAILED -> "failed";
            case UNTRAINED, CANCELLED, NOT_PLANNED -> "calm";
        };
    }
}
