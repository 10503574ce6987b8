package app.tandem.workbench.grouping;

import app.tandem.grouping.Frontier;
import app.tandem.report.Words;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.FigureView;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The Grouping page. */
public final class GroupingPage extends StackPane {

    private static final double TABLES = 250;
    private static final double LEAST_TABLES = 204;
    private static final double DRAWINGS = 290;

    private final GroupingModel model;
    private final Messages messages;
    private final Exports exports;
    private final Words words;
    private final GroupingWords say;
    private final Segments<String> settings;
    private final FigureExports export;
    private final Button board;
    private final ShownCard drawn;
    private final FrontierPlot plot;
    private final SelectionTable<Frontier.Point> steps;
    private final SelectionTable<Overview.Mine> mine;
    private boolean showing;

    /**
     * @param figures makes the views that draw figures, which fill their place or not
     * @param watchTraining leads to where training is seen
     * @param addSeeds offers to train every network more often
     */
    public GroupingPage(
            GroupingModel model,
            Messages messages,
            Exports exports,
            Threads threads,
            Function<Boolean, FigureView> figures,
            Runnable watchTraining,
            Runnable addSeeds,
            Watch watch) {
        this.model = model;
        this.messages = messages;
        this.exports = exports;
        this.words = Words.in(messages.language().locale());
        this.say = new GroupingWords(model, messages);
        this.settings = new Segments<>(List.of(), Function.identity(), model::chooseSetting);
        this.drawn = new ShownCard(model, messages, figures.apply(false), watchTraining, watch);
        this.plot =
                new FrontierPlot(figures.apply(true), threads, say::point, this::choose, this::choose, exports::failed);
        this.steps = steps();
        this.mine = mine();
        this.export = new FigureExports(messages, exports);
        this.board = Icons.button(BootstrapIcons.KANBAN, messages.text("grouping.putOnBoard"), this::putOnBoard);
        board.setId("put-on-board");
        board.setMinWidth(USE_PREF_SIZE);
        export.add("grouping.exportDiagram", "grouping", drawn::figure);
        export.add("grouping.exportCurve", "budget-curve", () -> plotted().map(Plot::curve));
        getStyleClass().add("grouping-page");
        getStylesheets()
                .add(GroupingPage.class
                        .getResource("/app/tandem/workbench/grouping.css")
                        .toExternalForm());
        VBox page = new VBox(
                14,
                header(watch),
                new BudgetBar(model, messages, watch),
                new OutdatedMark(model, messages, watch),
                cards(addSeeds, watch));
        page.getStyleClass().add("page-body");
        // A plot that was squeezed into a low window could not be read; the page is scrolled instead.
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().setAll(scroll);
        watch.on(model.stateProperty(), state -> show());
        watch.on(model.methods().stateProperty(), methods -> show());
        sceneProperty().addListener((property, before, scene) -> model.lookedAtClosely(this, scene != null));
        show();
    }

    private HBox header(Watch watch) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(
                10,
                Icons.label(messages.text("grouping.title"), "page-title"),
                new SearchBadge(model, messages, watch),
                settings,
                space,
                board,
                export);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private HBox cards(Runnable addSeeds, Watch watch) {
        DetailCard details = new DetailCard();
        MethodsPane methods = new MethodsPane(model, messages, exports, watch);
        details.add(messages.text("methods.title"), methods, methods.controls());
        details.add(messages.text("grouping.steps"), steps);
        details.add(messages.text("grouping.mine"), mine);
        VBox left = new VBox(14, drawn, new RankingCard(model, messages, addSeeds, watch));
        VBox right = new VBox(14, card(messages.text("grouping.curve"), plot), details);
        for (VBox column : List.of(left, right)) {
            VBox.setVgrow(column.getChildren().get(0), Priority.ALWAYS);
            ((Region) column.getChildren().get(0)).setMinHeight(DRAWINGS);
            ((Region) column.getChildren().get(1)).setMinHeight(LEAST_TABLES);
            ((Region) column.getChildren().get(1)).setPrefHeight(TABLES);
        }
        left.setMinWidth(400);
        left.setPrefWidth(496);
        left.setMaxWidth(496);
        right.setMinWidth(0);
        right.setPrefWidth(600);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox cards = new HBox(14, left, right);
        VBox.setVgrow(cards, Priority.ALWAYS);
        return cards;
    }

    private static VBox card(String title, Node content) {
        Label label = Icons.label(title, "card-title");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox card = new VBox(8, label, content);
        card.getStyleClass().add("card-box");
        return card;
    }

    private SelectionTable<Frontier.Point> steps() {
        SelectionTable<Frontier.Point> table = new SelectionTable<>(messages.text("grouping.noSteps"));
        table.setId("budget-steps");
        table.numbers(
                messages.text("grouping.fromBudget"), 96, point -> point.from().toString());
        table.words(messages.text("grouping.networks"), 280, point -> say.networks(point.selection()));
        table.numbers(
                messages.text("split.VALIDATION"),
                96,
                point -> Messages.loss(point.selection().validationLoss()));
        table.numbers(
                messages.text("split.TEST"),
                96,
                point -> Messages.loss(point.selection().testLoss().orElse(Double.NaN)));
        onChoice(table, point -> {
            model.lookAt(point.from());
            model.keepBudget();
            model.showBest();
        });
        return table;
    }

    private SelectionTable<Overview.Mine> mine() {
        SelectionTable<Overview.Mine> table = new SelectionTable<>(messages.text("grouping.noMine"));
        table.setId("my-groupings");
        table.words(messages.text("grouping.name"), 150, Overview.Mine::name);
        table.words(messages.text("grouping.networks"), 190, row -> say.networks(ShownGrouping.of(row)));
        table.numbers(
                messages.text("grouping.cost"), 80, row -> row.score().cost().toString());
        table.numbers(messages.text("split.TEST"), 110, row -> row.selection()
                .map(selection -> Messages.loss(selection.testLoss().orElse(Double.NaN)))
                .orElseGet(() -> say.lacking(row)));
        table.numbers(messages.text("grouping.overBest"), 84, row -> row.selection().stream()
                .flatMapToDouble(selection -> model.stateProperty().get().excess(selection).stream())
                .mapToObj(Messages::percent)
                .findFirst()
                .orElse("–"));
        onChoice(table, row -> model.showMine(row.name()));
        return table;
    }

    private <T> void onChoice(SelectionTable<T> table, Consumer<T> heard) {
        table.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                heard.accept(after);
            }
        });
    }

    /** What a click on a point of the plot does. */
    private void choose(PlotPoint point) {
        if (point.kind() == ShownGrouping.Kind.MINE) {
            model.showMine(point.name());
            return;
        }
        model.lookAt(point.budget());
        model.keepBudget();
        if (point.kind() == ShownGrouping.Kind.METHOD) {
            model.showMethod(point.name());
        } else {
            model.showBest();
        }
    }

    /** What a click beside the points does: the slider goes to its nearest stop. */
    private void choose(double snt) {
        BudgetScale scale = state().overview().map(Overview::scale).orElse(BudgetScale.CLASSIC);
        model.lookAt(scale.nearest(snt));
        model.keepBudget();
    }

    private GroupingState state() {
        return model.stateProperty().get();
    }

    private Optional<Plot> plotted() {
        return Plot.of(state(), model.methods().stateProperty().get(), words);
    }

    private void show() {
        showing = true;
        try {
            showSettings();
            export.setDisable(drawn.figure().isEmpty() && plotted().isEmpty());
            board.setDisable(model.isReadOnly()
                    || state().shown().filter(ShownGrouping::isForTheBoard).isEmpty());
            plot.show(plotted(), messages.text("grouping.curve"), messages.text("grouping.noSteps"));
            showSteps();
            showMine();
        } finally {
            showing = false;
        }
    }

    private void showSettings() {
        Optional<Overview> overview = state().overview();
        List<String> names = overview.map(Overview::settings).orElse(List.of());
        settings.setValues(names);
        overview.ifPresent(known -> settings.select(known.setting()));
        settings.setVisible(names.size() > 1);
        settings.setManaged(names.size() > 1);
    }

    private void showSteps() {
        List<Frontier.Point> points = state().frontier().map(Frontier::points).orElse(List.of());
        int selected = -1;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).from().compareTo(state().budget()) <= 0) {
                selected = i;
            }
        }
        steps.show(points, selected);
    }

    private void showMine() {
        List<Overview.Mine> rows = state().overview().map(Overview::mine).orElse(List.of());
        String shown = state().shown().map(ShownGrouping::name).orElse("");
        mine.show(rows, rows.stream().map(Overview.Mine::name).toList().indexOf(shown));
    }

    private void putOnBoard() {
        String name = state().shown()
                .filter(shown -> shown.kind() != ShownGrouping.Kind.BEST)
                .map(say::title)
                .orElseGet(() ->
                        messages.text("grouping.boardName", state().budget().toString()));
        model.putOnBoard(name).ifPresent(given -> exports.told(messages.text("grouping.onBoard", given)));
    }
}
