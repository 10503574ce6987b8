package app.tandem.cli;

import app.tandem.grouping.GroupingScore;
import app.tandem.grouping.GuidedSearch;
import app.tandem.grouping.LossEstimates;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.StudyResults;
import app.tandem.report.Cell;
import app.tandem.report.Table;
import app.tandem.report.TaskLetters;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code tandem losses --estimates}: the validation losses, and what is expected of those that were not measured. */
final class EstimatedLosses {

    private static final int DECIMALS = 4;

    private final StudyResults results;
    private final LossTable losses;
    private final LossEstimates estimates;

    EstimatedLosses(StudyResults results) {
        this.results = results;
        this.losses = results.losses();
        this.estimates = LossEstimates.of(losses);
    }

    /** Why nothing is estimated; empty where something is. */
    String obstacle() {
        return estimates
                .obstacle()
                .map(why -> switch (why) {
                    case TOO_LITTLE_KNOWN ->
                        "losses are estimated once every task is measured in " + LossEstimates.ENOUGH + " networks";
                    case TOO_MANY_TASKS -> "losses are estimated for at most " + GuidedSearch.MOST_TASKS + " tasks";
                    case TOO_MANY_NETWORKS -> "so many networks are measured that estimates would take too long";
                })
                .orElse("");
    }

    /** Every candidate and every network of a grouping; then the groupings made by hand, where there are any. */
    List<Table> tables() {
        return results.study().groupings().isEmpty() ? List.of(networks()) : List.of(networks(), groupings());
    }

    private Table networks() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.words("Network", "network"));
        columns.add(new Table.Column("Encoder", "encoder", Table.Alignment.RIGHT, ""));
        for (int task = 0; task < losses.taskCount(); task++) {
            columns.add(Table.Column.numbers(
                    results.names().get(task), losses.taskIds().get(task), ""));
        }
        Set<Network> networks = new LinkedHashSet<>(losses.networks());
        results.study().groupings().forEach(grouping -> networks.addAll(grouping.networks()));
        List<String> letters = TaskLetters.of(results.names());
        List<Table.Row> rows =
                networks.stream().map(network -> row(network, letters)).toList();
        List<String> notes = estimates.obstacle().isPresent()
                ? List.of()
                : List.of("≈ Not measured: estimated from the " + estimates.networks()
                        + " networks that are, mean ± standard deviation of what is not known of it.");
        String title = "Validation loss of each network and task, estimated where it was not measured, setting "
                + losses.setting();
        return new Table("estimates", title, columns, rows, notes);
    }

    private Table.Row row(Network network, List<String> letters) {
        List<Cell> cells = new ArrayList<>();
        String shown = network.tasks().stream().mapToObj(letters::get).collect(Collectors.joining());
        cells.add(new Cell.Text(shown, network.tasks().join(losses.taskIds()), false));
        cells.add(Cell.text(network.encoder().toString()));
        int row = losses.indexOf(network);
        for (int task = 0; task < losses.taskCount(); task++) {
            LossCell known = row < 0 ? LossCell.ABSENT : losses.cell(row, task, Measure.VALIDATION);
            cells.add(
                    known.isPresent()
                            ? new Cell.Mean(known.mean(), known.sd(), known.n(), DECIMALS, false)
                            : estimate(network, task));
        }
        return new Table.Row(cells, false);
    }

    private Cell estimate(Network network, int task) {
        return network.tasks().contains(task)
                ? estimates
                        .loss(network, task)
                        .map(expected -> Cell.text("≈" + number(expected.loss()) + " ±" + number(expected.sd())))
                        .orElse(Cell.ABSENT)
                : Cell.ABSENT;
    }

    private Table groupings() {
        List<Table.Column> columns = List.of(
                Table.Column.words("Grouping", "grouping"),
                new Table.Column("Networks measured", "measured", Table.Alignment.RIGHT, ""),
                Table.Column.numbers("Validation loss", "loss", ""));
        List<Table.Row> rows =
                results.study().groupings().stream().map(this::row).toList();
        return new Table(
                "grouping-estimates", "Groupings made by hand, setting " + losses.setting(), columns, rows, List.of());
    }

    private Table.Row row(Grouping grouping) {
        GroupingScore score = GroupingScore.of(losses, grouping, SearchOptions.COVER);
        long measured = grouping.networks().stream()
                .filter(network -> !score.unmeasured().contains(network))
                .count();
        Cell loss = score.selection()
                .map(known -> Cell.number(known.validationLoss(), DECIMALS))
                .or(() -> estimates
                        .selection(grouping)
                        .map(Selection::validationLoss)
                        .map(expected -> Cell.text("≈" + number(expected))))
                .orElse(Cell.ABSENT);
        String of = measured + " of " + grouping.networks().size();
        return new Table.Row(List.of(Cell.text(grouping.name()), Cell.text(of), loss), false);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%." + DECIMALS + "f", value);
    }
}
