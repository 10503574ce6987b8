package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import app.tandem.owner.RunForecast;
import app.tandem.report.Words;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is said of groupings on the page. */
final class GroupingWords {

    private final GroupingModel model;
    private final Messages messages;
    private final Words words;

    GroupingWords(GroupingModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = Words.in(messages.language().locale());
    }

    List<TaskMark> marks() {
        return model.stateProperty().get().overview().map(Overview::marks).orElse(List.of());
    }

    List<String> names() {
        return marks().stream().map(TaskMark::name).toList();
    }

    String networks(ShownGrouping grouping) {
        return NetworkWords.of(grouping.networks(), marks());
    }

    String networks(Selection selection) {
        return NetworkWords.of(selection.networks(), marks());
    }

    /** What stands at a point of the plot, in lines. */
    String point(PlotPoint point) {
        List<String> lines = new ArrayList<>();
        String at = point.budget().toString();
        lines.add(
                switch (point.kind()) {
                    case MINE -> messages.text("grouping.pointMine", point.name(), at);
                    case METHOD -> messages.text("grouping.methodAt", words.method(point.name()), at);
                    case BEST, RUNNER_UP -> messages.text("grouping.pointBest", at);
                });
        lines.add(networks(point.selection()));
        lines.add(losses(point.selection()));
        if (point.kind() != ShownGrouping.Kind.BEST) {
            point.excess().ifPresent(share -> lines.add(excess(share)));
        }
        return String.join("\n", lines);
    }

    /** {@code validation 0.4508 · test 0.4461} */
    String losses(Selection selection) {
        String validation = messages.text("grouping.validation", Messages.loss(selection.validationLoss()));
        return selection.testLoss().isEmpty()
                ? validation
                : validation
                        + " · "
                        + messages.text(
                                "grouping.test",
                                Messages.loss(selection.testLoss().getAsDouble()));
    }

    /** What a grouping made by hand lacks, in a cell. */
    String lacking(Overview.Mine mine) {
        int missing = mine.score().unmeasured().size();
        return missing == 0 ? messages.text("grouping.cellUnserved") : messages.text("grouping.cellUntrained", missing);
    }

    String excess(double share) {
        return messages.text("grouping.excess", Messages.percent(share));
    }

    /** What the drawn grouping is called. */
    String title(ShownGrouping shown) {
        return switch (shown.kind()) {
            case BEST ->
                messages.text("grouping.at", model.budgetProperty().get().toString());
            case RUNNER_UP ->
                messages.text(
                        "grouping.runnerUpAt",
                        shown.rank() - 1,
                        model.budgetProperty().get().toString());
            case MINE ->
                messages.text("grouping.pointMine", shown.name(), shown.cost().toString());
            case METHOD ->
                messages.text(
                        "grouping.methodAt",
                        words.method(shown.name()),
                        model.budgetProperty().get().toString());
        };
    }

    /** What is known of its losses. */
    String facts(ShownGrouping shown) {
        if (shown.takesAffinities()) {
            return messages.text("methods.needsAffinities");
        }
        if (!shown.why().isEmpty()) {
            return messages.text(
                    "methods.lacks", messages.said(shown.why()), shown.missing().size());
        }
        if (shown.selection().isEmpty()) {
            return shown.missing().isEmpty()
                    ? messages.text("grouping.unserved")
                    : messages.text("grouping.untrained", shown.missing().size());
        }
        Selection selection = shown.selection().get();
        OptionalDouble excess = shown.kind() == ShownGrouping.Kind.BEST
                ? OptionalDouble.empty()
                : model.stateProperty().get().excess(selection);
        return excess.isEmpty() ? losses(selection) : losses(selection) + " · " + excess(excess.getAsDouble());
    }

    /** {@code Train 2 networks: 6 runs, about 3 min 20 s} */
    String train(int networks, RunForecast forecast) {
        return forecast.time()
                .map(time -> messages.text("grouping.train", networks, forecast.runs(), messages.duration(time)))
                .orElseGet(() -> messages.text("grouping.trainUntimed", networks, forecast.runs()));
    }
}
