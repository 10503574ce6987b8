package app.tandem.workbench.grouping;

import app.tandem.grouping.Infeasibility;
import app.tandem.owner.RunForecast;
import app.tandem.report.GroupingDiagram;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import app.tandem.workbench.common.FigureView;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** A grouping drawn as its encoders and heads, with its losses; or why there is none, or what of it is to be trained. */
final class ShownCard extends VBox {

    private final GroupingModel model;
    private final Messages messages;
    private final GroupingWords say;
    private final Words words;
    private final FigureView diagram;
    private final Label title = Icons.label("", "card-title");
    private final Label nothing = Icons.label("", "muted", "nothing");
    private final Label facts = Icons.label("", "muted", "facts");
    private final Button train;
    private final Button toTraining;

    /** @param watchTraining leads to where training is seen */
    ShownCard(GroupingModel model, Messages messages, FigureView diagram, Runnable watchTraining, Watch watch) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.say = new GroupingWords(model, messages);
        this.words = Words.in(messages.language().locale());
        this.diagram = diagram;
        this.train = Icons.button(BootstrapIcons.PLAY_FILL, "", () -> {
            model.trainMissing();
            watchTraining.run();
        });
        train.setId("train-missing");
        train.setDisable(model.isReadOnly());
        train.setWrapText(true);
        train.setMinHeight(USE_PREF_SIZE);
        train.managedProperty().bind(train.visibleProperty());
        this.toTraining = Icons.button(BootstrapIcons.CPU, messages.text("grouping.toTraining"), watchTraining);
        toTraining.setId("go-to-train");
        toTraining.setMinHeight(USE_PREF_SIZE);
        toTraining.managedProperty().bind(toTraining.visibleProperty());
        facts.setId("shown-facts");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        facts.managedProperty().bind(facts.visibleProperty());
        title.setId("shown-title");
        nothing.setWrapText(true);
        nothing.setTextAlignment(TextAlignment.CENTER);
        VBox empty = new VBox(14, nothing, toTraining);
        empty.setAlignment(Pos.CENTER);
        empty.visibleProperty().bind(nothing.visibleProperty());
        StackPane drawing = new StackPane(diagram, empty);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        getStyleClass().add("card-box");
        getChildren().setAll(title, drawing, facts, train);
        watch.on(model.stateProperty(), state -> show());
        watch.on(model.forecastProperty(), forecast -> showTrain());
        show();
    }

    /** What is drawn; empty where there is nothing. */
    Optional<GroupingDiagram> figure() {
        return model.stateProperty()
                .get()
                .shown()
                .filter(shown -> !shown.networks().isEmpty())
                .map(this::figure);
    }

    private GroupingDiagram figure(ShownGrouping shown) {
        return shown.selection()
                .map(selection -> GroupingDiagram.of(say.names(), selection, words))
                .orElseGet(() -> GroupingDiagram.of(say.title(shown), say.names(), shown.networks(), words));
    }

    private void show() {
        GroupingState state = model.stateProperty().get();
        Optional<ShownGrouping> shown = state.shown();
        title.setText(shown.map(say::title)
                .orElseGet(() -> messages.text("grouping.at", state.budget().toString())));
        boolean drawn = shown.filter(there -> !there.networks().isEmpty()).isPresent();
        diagram.show(figure(), shown.map(say::networks).orElse(""));
        diagram.setVisible(drawn);
        nothing.setVisible(!drawn);
        nothing.setText(shown.map(say::facts).orElseGet(() -> whyNothing(state)));
        toTraining.setVisible(shown.isEmpty() && model.isTrainable() && lacksMeasurements(state));
        facts.setVisible(drawn);
        facts.setText(shown.map(say::facts).orElse(""));
        showTrain();
    }

    private void showTrain() {
        boolean affinities = model.stateProperty()
                .get()
                .shown()
                .filter(ShownGrouping::takesAffinities)
                .isPresent();
        int missing = model.stateProperty()
                .get()
                .shown()
                .map(shown -> shown.missing().size())
                .orElse(0);
        Optional<RunForecast> forecast = model.forecastProperty().get().filter(known -> missing > 0);
        train.setVisible(affinities || forecast.isPresent());
        train.setText(
                affinities
                        ? messages.text("methods.trainAffinities")
                        : forecast.map(known -> say.train(missing, known)).orElse(""));
    }

    /** Whether some task is in no network that is measured, though one could be trained. */
    private static boolean lacksMeasurements(GroupingState state) {
        return state.overview()
                        .filter(known -> known.measured() < known.networks())
                        .isPresent()
                && state.frontier()
                        .flatMap(known -> known.infeasibility(state.budget()))
                        .filter(Infeasibility.NobodyServes.class::isInstance)
                        .isPresent();
    }

    private String whyNothing(GroupingState state) {
        if (state.overview().filter(known -> known.networks() == 0).isPresent()) {
            return messages.text("losses.empty");
        }
        Budget budget = state.budget();
        Optional<Infeasibility> why = state.frontier().flatMap(known -> known.infeasibility(budget));
        if (why.isEmpty()) {
            return switch (state.phase()) {
                case STOPPED -> messages.text("grouping.stopped");
                case REFUSED -> state.refusal().map(messages::fault).orElse("");
                case WAITING, SEARCHING, FOUND -> messages.text("grouping.loading");
            };
        }
        if (why.get() instanceof Infeasibility.BudgetTooSmall small) {
            return messages.text(
                    "grouping.tooSmall", budget.toString(), small.cheapest().toString());
        }
        if (why.get() instanceof Infeasibility.NobodyServes nobody) {
            List<String> names = nobody.tasks().stream()
                    .mapToObj(task -> say.names().get(task))
                    .toList();
            return messages.text("grouping.nobodyServes", String.join(", ", names));
        }
        return messages.text("grouping.noPartition");
    }
}
