package app.tandem.workbench.board;

import app.tandem.grouping.Selection;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.LabelImages;
import app.tandem.workbench.common.LabelPicture;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.grouping.GroupingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The Board: tasks at the left, the networks of a grouping beside one another, what they cost and lose at the right. */
public final class BoardPage extends StackPane {

    private final BoardModel model;
    private final BoardWords words;
    private final Pane overlay = new Pane();
    private final TaskPalette palette;
    private final BoardColumns columns;
    private final GroupingTabs tabs;
    private final BudgetSection budget;
    private final OutcomeSection outcome;
    private final VBox welcome;
    private final Button useBest;
    private final CardDrag drag;
    private final CardKeys keys;
    private Map<String, Image> pictures = Map.of();

    /**
     * @param best knows the best grouping and the budget that is looked at
     * @param watchTraining leads to the page where training is seen
     * @param tell shows a short message
     */
    public BoardPage(
            BoardModel model,
            GroupingModel best,
            Messages messages,
            Runnable watchTraining,
            Consumer<String> tell,
            Watch watch) {
        this.model = model;
        this.words = new BoardWords(messages);
        CardActions actions = new CardActions(model, words, focus());
        CardMenu menu = new CardMenu(actions);
        this.drag = new CardDrag(overlay, model, actions, places());
        this.keys = new CardKeys(actions, menu, this::allCards);
        NetworkColumn.CardFactory factory = held -> card(held, actions);
        this.palette = new TaskPalette(actions, factory);
        this.columns = new BoardColumns(model, actions, factory, menu);
        this.tabs = new GroupingTabs(model, words, tell);
        this.budget = new BudgetSection(model, best, words, watch);
        this.outcome = new OutcomeSection(best, words, watch);
        this.useBest = Icons.button(BootstrapIcons.TROPHY, words.text("welcome.best"), this::useBest);
        this.welcome = welcome();
        getStyleClass().add("board-page");
        getStylesheets()
                .add(BoardPage.class
                        .getResource("/app/tandem/workbench/board.css")
                        .toExternalForm());
        TrainSection train = new TrainSection(model, words, watchTraining, watch);
        getChildren().setAll(layout(side(train)), overlay);
        watch.on(model.boardProperty(), board -> show());
        watch.on(model.previewProperty(), this::show);
        watch.on(model.thumbnails().picturesProperty(), this::showPictures);
        showPictures(model.thumbnails().picturesProperty().get());
        sceneProperty().addListener((property, before, scene) -> model.seen(this, scene != null));
        show();
    }

    private HBox layout(ScrollPane side) {
        StackPane middle = new StackPane(columns, welcome);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox centre = new VBox(tabs, middle);
        centre.getStyleClass().add("board-centre");
        centre.setMinWidth(0);
        HBox.setHgrow(centre, Priority.ALWAYS);
        palette.setMinWidth(204);
        palette.setPrefWidth(236);
        palette.setMaxWidth(236);
        return new HBox(palette, centre, side);
    }

    private ScrollPane side(TrainSection train) {
        VBox content = new VBox(22, budget, outcome, train);
        content.getStyleClass().add("board-side");
        ScrollPane side = new ScrollPane(content);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setFocusTraversable(false);
        side.getStyleClass().addAll("edge-to-edge", "board-side-scroll");
        side.setMinWidth(264);
        side.setPrefWidth(300);
        side.setMaxWidth(300);
        return side;
    }

    /** What is seen before there is a grouping; cards can be dropped on it all the same. */
    private VBox welcome() {
        Label title = Icons.label(words.text("welcome.title"), "page-title");
        Label text = Icons.label(words.text("welcome.words"), "muted", "centred");
        text.setWrapText(true);
        text.setMaxWidth(430);
        text.setMinHeight(USE_PREF_SIZE);
        Button create = Icons.button(
                BootstrapIcons.PLUS,
                words.text("welcome.create"),
                () -> model.create(words.newGrouping(model.boardProperty().get().study())));
        create.setId("create-grouping");
        create.setDisable(model.isReadOnly());
        useBest.setDisable(model.isReadOnly());
        useBest.setId("use-best");
        useBest.managedProperty().bind(useBest.visibleProperty());
        HBox ways = new HBox(8, create, useBest);
        ways.setAlignment(Pos.CENTER);
        VBox box = new VBox(14, Icons.icon(BootstrapIcons.KANBAN, "empty-icon"), title, text, ways);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("board-welcome");
        return box;
    }

    private void useBest() {
        Board board = model.boardProperty().get();
        Optional<Selection> found = model.bestFound();
        found.ifPresent(best -> model.put(
                best,
                words.free(
                        board.study(),
                        words.text("welcome.bestName", board.budget().toString()))));
    }

    private TaskCard card(Held held, CardActions actions) {
        TaskCard card = new TaskCard(held, actions);
        card.showPicture(picture(held));
        if (!model.isReadOnly()) {
            drag.install(card);
        }
        keys.install(card);
        return card;
    }

    private Optional<Image> picture(Held held) {
        String id = model.boardProperty().get().study().tasks().get(held.task()).id();
        return Optional.ofNullable(pictures.get(id));
    }

    private void showPictures(Map<String, LabelPicture> drawn) {
        pictures = LabelImages.of(drawn);
        palette.cards().forEach(card -> card.showPicture(picture(card.held())));
        columns.forEach(card -> card.showPicture(picture(card.held())));
    }

    private void show() {
        Board board = model.boardProperty().get();
        boolean none = board.grouping().isEmpty();
        palette.show(board);
        columns.show(board);
        columns.setVisible(!none);
        welcome.setVisible(none);
        useBest.setVisible(none && model.bestFound().isPresent());
        tabs.show(board);
        outcome.show(board);
        if (drag.carried().filter(card -> card.getScene() == null).isPresent()) {
            drag.putBack();
        }
        show(model.previewProperty().get());
    }

    private void show(Optional<Preview> preview) {
        columns.show(preview);
        palette.show(preview);
        welcome.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("drop-target"), welcome.isVisible() && preview.isPresent());
        budget.show(model.boardProperty().get(), preview);
    }

    /** The palette's cards, then those of each network. */
    private List<List<TaskCard>> allCards() {
        List<List<TaskCard>> all = new ArrayList<>();
        all.add(palette.cards());
        all.addAll(columns.cards());
        return all;
    }

    private CardActions.Focus focus() {
        return new CardActions.Focus() {
            @Override
            public void on(Held held) {
                int column = held.from().orElse(-1) + 1;
                allCards().get(column).stream()
                        .filter(card -> card.held().equals(held))
                        .findFirst()
                        .ifPresent(BoardPage.this::focus);
            }

            @Override
            public void near(int position, int row) {
                List<List<TaskCard>> all = allCards();
                CardKeys.nearest(all, Math.min(position + 1, all.size() - 1), row)
                        .ifPresent(BoardPage.this::focus);
            }
        };
    }

    private void focus(TaskCard card) {
        // A new column's cards are in the scene only once its scroll pane has its skin.
        applyCss();
        layout();
        card.requestFocus();
        columns.reveal(card);
    }

    private CardDrag.Places places() {
        return new CardDrag.Places() {
            @Override
            public Optional<Target> at(Point2D scene) {
                if (welcome.isVisible()) {
                    return welcome.localToScene(welcome.getBoundsInLocal()).contains(scene)
                            ? Optional.of(new Target.NewNetwork())
                            : Optional.empty();
                }
                return columns.targetAt(scene).or(() -> isCentre(scene) ? Optional.empty() : away());
            }

            @Override
            public void heldAt(Point2D scene) {
                columns.scrollAt(scene);
            }
        };
    }

    private static Optional<Target> away() {
        return Optional.of(new Target.Away());
    }

    /** A card that misses the networks by a little is not thrown away. */
    private boolean isCentre(Point2D scene) {
        return tabs.localToScene(tabs.getBoundsInLocal()).contains(scene);
    }
}
