package app.tandem.cli;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.report.Cell;
import app.tandem.report.Table;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.Budget;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Groupings as tables for a terminal. */
final class GroupingTables {

    private static final int DECIMALS = 5;
    private static final String HONEST = "Selected on validation, reported on test.";

    private GroupingTables() {}

    /** The best grouping at a budget: one row per network. */
    static Table best(String setting, List<String> taskIds, Budget budget, Selection best, List<Selection> next) {
        List<Row> rows = best.networks().stream()
                .map(served -> Row.of(
                        words(served.network().tasks(), taskIds),
                        Cell.text(served.network().encoder().toString()),
                        Cell.number(served.network().cost().snt().toDouble(), 2),
                        words(served.serves(), taskIds),
                        words(served.auxiliary(), taskIds)))
                .toList();
        List<String> notes = new ArrayList<>();
        notes.add(losses(best) + ", cost " + best.cost() + " SNT. " + HONEST);
        for (int i = 0; i < next.size(); i++) {
            notes.add("Runner-up " + (i + 1) + ": " + losses(next.get(i)) + ", cost "
                    + next.get(i).cost() + " SNT: " + networks(next.get(i), taskIds));
        }
        return new Table(
                "grouping",
                "Best grouping for " + budget + " SNT, setting " + setting,
                List.of(
                        Column.words("Network", "network"),
                        Column.words("Encoder", "encoder"),
                        Column.numbers("Cost", "cost", "SNT"),
                        Column.words("Serves", "serves"),
                        Column.words("Auxiliary", "auxiliary")),
                rows,
                notes);
    }

    /** The best grouping at every budget: one row per budget at which it changes. */
    static Table frontier(Frontier frontier) {
        List<Row> rows = frontier.points().stream()
                .map(point -> Row.of(
                        Cell.number(point.from().snt().toDouble(), 2),
                        Cell.number(point.selection().validationLoss(), DECIMALS),
                        point.selection().testLoss().isPresent()
                                ? Cell.number(point.selection().testLoss().getAsDouble(), DECIMALS)
                                : Cell.ABSENT,
                        Cell.text(networks(point.selection(), frontier.taskIds()))))
                .toList();
        return new Table(
                "frontier",
                "Best grouping at every budget, setting " + frontier.setting(),
                List.of(
                        Column.numbers("Budget", "budget", "SNT"),
                        Column.numbers("Validation loss", "validation_loss", ""),
                        Column.numbers("Test loss", "test_loss", ""),
                        Column.words("Networks", "networks")),
                rows,
                List.of(HONEST));
    }

    private static String losses(Selection selection) {
        String validation = String.format(Locale.ROOT, "validation loss %.5f", selection.validationLoss());
        return selection.testLoss().isEmpty()
                ? validation
                : String.format(
                        Locale.ROOT,
                        "%s, test loss %.5f",
                        validation,
                        selection.testLoss().getAsDouble());
    }

    private static String networks(Selection selection, List<String> taskIds) {
        return String.join(
                ", ",
                selection.networks().stream()
                        .map(Served::network)
                        .map(network -> network.key(taskIds))
                        .toList());
    }

    private static Cell words(TaskSet tasks, List<String> taskIds) {
        return Cell.text(tasks.join(taskIds));
    }
}
