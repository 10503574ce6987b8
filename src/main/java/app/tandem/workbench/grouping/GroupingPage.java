package app.tandem.workbench.grouping;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Infeasibility;
import app.tandem.grouping.Selection;
import app.tandem.report.BudgetCurve;
import app.tandem.report.Figure;
import app.tandem.report.GroupingDiagram;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.FigureView;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The Grouping page. */
public final class GroupingPage extends StackPane {

    private record Ranked(int rank, Selection selection, double overBest) {}

    private final GroupingModel model;
    private final Messages messages;
    private final Exports exports;
    private final Words words;
    private final SearchBadge badge;
    private final Segments<String> settings;
    private final MenuButton export;
    private final Button board;
    private final FigureView diagram;
    private final FigureView curve;
    private final Label diagramTitle = Icons.label("", "card-title");
    private final Label nothing = Icons.label("", "muted", "nothing");
    private final SelectionTable<Ranked> ranking;
    private final SelectionTable<Frontier.Point> steps;
    private boolean showing;

    /** @param figures makes the views that draw figures, which fill their place or not */
    public GroupingPage(
            GroupingModel model,
            Messages messages,
            Exports exports,
            Function<Boolean, FigureView> figures,
            Watch watch) {
        this.model = model;
        this.messages = messages;
        this.exports = exports;
        this.words = Words.in(messages.language().locale());
        this.settings = new Segments<>(List.of(), Function.identity(), model::chooseSetting);
        this.diagram = figures.apply(false);
        this.curve = figures.apply(true);
        this.ranking = ranking();
        this.steps = steps();
        this.badge = new SearchBadge(model, messages, watch);
        this.export = exportMenu();
        this.board = Icons.button(BootstrapIcons.KANBAN, messages.text("grouping.putOnBoard"), this::putOnBoard);
        board.setId("put-on-board");
        board.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("grouping-page");
        getStylesheets()
                .add(GroupingPage.class
                        .getResource("/app/tandem/workbench/grouping.css")
                        .toExternalForm());
        nothing.setWrapText(true);
        VBox page = new VBox(
                14, header(), new BudgetBar(model, messages, watch), new OutdatedMark(model, messages, watch), cards());
        page.getStyleClass().add("page-body");
        getChildren().setAll(page);
        watch.on(model.stateProperty(), state -> show());
        sceneProperty().addListener((property, before, scene) -> model.lookedAt(this, scene != null));
        show();
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(
                10, Icons.label(messages.text("grouping.title"), "page-title"), badge, settings, space, board, export);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private HBox cards() {
        StackPane drawing = new StackPane(diagram, nothing);
        VBox left = new VBox(14, card(diagramTitle, drawing), card(title("grouping.runnerUps"), ranking));
        VBox right = new VBox(14, card(title("grouping.curve"), curve), card(title("grouping.steps"), steps));
        for (VBox column : List.of(left, right)) {
            VBox.setVgrow(column.getChildren().get(0), Priority.ALWAYS);
            ((Region) column.getChildren().get(1)).setMinHeight(212);
            ((Region) column.getChildren().get(1)).setPrefHeight(212);
        }
        left.setMinWidth(360);
        left.setPrefWidth(420);
        left.setMaxWidth(420);
        right.setMinWidth(0);
        right.setPrefWidth(600);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox cards = new HBox(14, left, right);
        VBox.setVgrow(cards, Priority.ALWAYS);
        return cards;
    }

    private Label title(String key) {
        return Icons.label(messages.text(key), "card-title");
    }

    private static VBox card(Label title, javafx.scene.Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox card = new VBox(8, title, content);
        card.getStyleClass().add("card-box");
        return card;
    }

    private SelectionTable<Ranked> ranking() {
        SelectionTable<Ranked> table = new SelectionTable<>(messages.text("grouping.noRunnerUps"));
        table.setId("runner-ups");
        table.words("", 30, row -> Integer.toString(row.rank()));
        table.words(messages.text("grouping.networks"), 170, row -> NetworkWords.of(row.selection(), marks()));
        table.numbers(
                messages.text("split.VALIDATION"),
                84,
                row -> Messages.loss(row.selection().validationLoss()));
        table.numbers(
                messages.text("grouping.overBest"), 84, row -> row.rank() == 1 ? "" : Messages.percent(row.overBest()));
        return table;
    }

    private SelectionTable<Frontier.Point> steps() {
        SelectionTable<Frontier.Point> table = new SelectionTable<>(messages.text("grouping.noSteps"));
        table.setId("budget-steps");
        table.numbers(
                messages.text("grouping.fromBudget"), 96, point -> point.from().toString());
        table.words(messages.text("grouping.networks"), 280, point -> NetworkWords.of(point.selection(), marks()));
        table.numbers(
                messages.text("split.VALIDATION"),
                96,
                point -> Messages.loss(point.selection().validationLoss()));
        table.numbers(
                messages.text("split.TEST"),
                96,
                point -> Messages.loss(point.selection().testLoss().orElse(Double.NaN)));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                model.lookAt(after.from());
                model.keepBudget();
            }
        });
        return table;
    }

    private GroupingState state() {
        return model.stateProperty().get();
    }

    private List<TaskMark> marks() {
        return state().overview().map(Overview::marks).orElse(List.of());
    }

    private void show() {
        showing = true;
        try {
            showSettings();
            showDiagram();
            List<Frontier.Point> points =
                    state().frontier().map(Frontier::points).orElse(List.of());
            if (!points.equals(steps.getItems())) {
                steps.getItems().setAll(points);
            }
            selectStep(points);
            curve.show(curveFigure(), messages.text("grouping.curve"));
            showRanking();
        } finally {
            showing = false;
        }
    }

    private void selectStep(List<Frontier.Point> points) {
        int selected = -1;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).from().compareTo(model.budgetProperty().get()) <= 0) {
                selected = i;
            }
        }
        if (selected < 0) {
            steps.getSelectionModel().clearSelection();
        } else {
            steps.getSelectionModel().select(selected);
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

    private void showDiagram() {
        Budget budget = model.budgetProperty().get();
        diagramTitle.setText(messages.text("grouping.at", budget.toString()));
        Optional<GroupingDiagram> figure = diagramFigure();
        String described = model.best()
                .map(selection -> NetworkWords.of(selection, marks()))
                .orElse("");
        diagram.show(figure, described);
        diagram.setVisible(figure.isPresent());
        nothing.setVisible(figure.isEmpty());
        nothing.setText(whyNothing(budget));
        export.setDisable(figure.isEmpty());
        board.setDisable(figure.isEmpty());
    }

    private void putOnBoard() {
        String name =
                messages.text("grouping.boardName", model.budgetProperty().get().toString());
        model.putOnBoard(name).ifPresent(given -> exports.told(messages.text("grouping.onBoard", given)));
    }

    private String whyNothing(Budget budget) {
        Optional<Infeasibility> why = state().frontier().flatMap(known -> known.infeasibility(budget));
        if (why.isEmpty()) {
            return switch (state().phase()) {
                case STOPPED -> messages.text("grouping.stopped");
                case REFUSED -> state().refusal().map(messages::fault).orElse("");
                case WAITING, SEARCHING, FOUND -> messages.text("grouping.loading");
            };
        }
        if (why.get() instanceof Infeasibility.BudgetTooSmall small) {
            return messages.text(
                    "grouping.tooSmall", budget.toString(), small.cheapest().toString());
        }
        if (why.get() instanceof Infeasibility.NobodyServes nobody) {
            List<String> names = nobody.tasks().stream()
                    .mapToObj(task -> marks().get(task).name())
                    .toList();
            return messages.text("grouping.nobodyServes", String.join(", ", names));
        }
        return messages.text("grouping.noPartition");
    }

    private Optional<GroupingDiagram> diagramFigure() {
        return model.best()
                .map(selection ->
                        GroupingDiagram.of(marks().stream().map(TaskMark::name).toList(), selection, words));
    }

    private Optional<Figure> curveFigure() {
        return state().frontier().filter(known -> !known.points().isEmpty()).map(known -> {
            BudgetCurve best = BudgetCurve.of(known, Optional.of(state().budget()), words);
            List<Overview.Mine> mine = state().overview().map(Overview::mine).orElse(List.of());
            return best.withMine(mine.stream()
                    .flatMap(each -> best.mark(each.name(), each.selection()).stream())
                    .toList());
        });
    }

    private void showRanking() {
        List<Ranked> rows = new ArrayList<>();
        model.best().ifPresent(best -> {
            rows.add(new Ranked(1, best, 0));
            for (Selection next : state().runnerUps()) {
                rows.add(new Ranked(rows.size() + 1, next, next.validationLoss() / best.validationLoss() - 1));
            }
        });
        if (!rows.equals(ranking.getItems())) {
            ranking.getItems().setAll(rows);
        }
    }

    private MenuButton exportMenu() {
        MenuButton menu = new MenuButton(messages.text("grouping.exportFigure"), Icons.icon(BootstrapIcons.IMAGE));
        menu.setId("export-figure");
        MenuItem drawing = new MenuItem(messages.text("grouping.exportDiagram"));
        drawing.setOnAction(event ->
                diagramFigure().ifPresent(figure -> exports.figure(getScene().getWindow(), "grouping", figure)));
        MenuItem plot = new MenuItem(messages.text("grouping.exportCurve"));
        plot.setOnAction(event ->
                curveFigure().ifPresent(figure -> exports.figure(getScene().getWindow(), "budget-curve", figure)));
        menu.getItems().setAll(List.of(drawing, plot));
        return menu;
    }
}
