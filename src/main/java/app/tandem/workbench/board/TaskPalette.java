package app.tandem.workbench.board;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** All tasks of the study, to be dragged into networks; a card of a network that is dropped here is taken out of it. */
final class TaskPalette extends StackPane {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final CardActions actions;
    private final NetworkColumn.CardFactory factory;
    private final VBox cards = new VBox(8);
    private final Label takeOut = Icons.label("", "take-out");
    private List<TaskMark> marks = List.of();

    TaskPalette(CardActions actions, NetworkColumn.CardFactory factory) {
        this.actions = actions;
        this.factory = factory;
        BoardWords words = actions.words();
        setId("task-palette");
        getStyleClass().add("task-palette");
        Label hint = Icons.label(words.text("hint"), "muted", "note");
        hint.setVisible(!actions.isReadOnly());
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        VBox content = new VBox(10, Icons.label(words.text("tasks"), "section-title"), cards, hint);
        content.getStyleClass().add("palette-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "column-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        takeOut.setGraphic(Icons.icon(BootstrapIcons.TRASH));
        takeOut.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        takeOut.setMouseTransparent(true);
        takeOut.setWrapText(true);
        takeOut.setVisible(false);
        getChildren().setAll(scroll, takeOut);
    }

    void show(Board board) {
        if (!marks.equals(board.marks())) {
            marks = board.marks();
            List<TaskCard> made = new ArrayList<>();
            marks.forEach(mark -> made.add(factory.make(Held.ofPalette(mark.index()))));
            cards.getChildren().setAll(made);
        }
        boolean complains = board.grouping().isPresent() && !board.columns().isEmpty();
        for (TaskCard card : cards()) {
            int task = card.held().task();
            card.show(
                    board.study().tasks().get(task),
                    !complains || !board.unserved().contains(task));
        }
    }

    void show(Optional<Preview> preview) {
        boolean isTarget =
                preview.filter(each -> each.target() instanceof Target.Away).isPresent();
        pseudoClassStateChanged(TARGET, isTarget);
        takeOut.setVisible(isTarget);
        preview.filter(each -> isTarget)
                .ifPresent(each -> takeOut.setText(actions.words()
                        .text(
                                "takeOut",
                                actions.mark(each.held()).name(),
                                actions.words().network(each.held().from().orElse(0)))));
    }

    List<TaskCard> cards() {
        return cards.getChildren().stream().map(TaskCard.class::cast).toList();
    }
}
