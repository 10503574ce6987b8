package app.tandem.cli;

import app.tandem.grouping.Correlation;
import app.tandem.grouping.MethodComparison;
import app.tandem.grouping.MethodOutcome;
import app.tandem.grouping.MethodPoint;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.report.Cell;
import app.tandem.report.Table;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.report.TextTable;
import app.tandem.study.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The comparison of methods as a person reads it in a terminal. */
final class MethodsText {

    /** Affinities of small learning rates differ in the fourth and fifth digit. */
    private static final int DIGITS = 5;

    private MethodsText() {}

    static String comparison(LossTable table, MethodComparison comparison) {
        Map<String, List<MethodPoint>> byMethod = new LinkedHashMap<>();
        comparison.points().forEach(point -> byMethod.computeIfAbsent(point.method(), name -> new ArrayList<>())
                .add(point));
        String where = ", setting " + table.setting();
        return TextTable.format(budgets("Test loss" + where, byMethod, MethodPoint::testLoss, 5))
                + "\n"
                + TextTable.format(budgets(
                        "Excess over the optimum's test loss in %" + where, byMethod, MethodPoint::excessPercent, 2))
                + "\n"
                + TextTable.format(budgets("Training in SNT" + where, byMethod, MethodPoint::trainingSnt, 1))
                + "\n"
                + TextTable.format(correlations(comparison.correlations()));
    }

    /** Sources as rows, recipients as columns. */
    static String affinities(List<String> names, AffinityMatrix matrix, String setting, long steps) {
        List<Column> columns = new ArrayList<>(List.of(Column.words("A step on", "source")));
        names.forEach(name -> columns.add(Column.numbers(name, name, "")));
        List<Row> rows = new ArrayList<>();
        for (int source = 0; source < names.size(); source++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(names.get(source))));
            for (int recipient = 0; recipient < names.size(); recipient++) {
                double value = matrix.from(source, recipient);
                cells.add(source == recipient || !Double.isFinite(value) ? Cell.ABSENT : Cell.number(value, DIGITS));
            }
            rows.add(new Row(cells, false));
        }
        String title = "Affinity " + matrix.id() + ", setting " + setting;
        List<String> notes =
                List.of("Mean over " + steps + " steps; positive where the step helps the task of the column.");
        return TextTable.format(new Table("affinity-" + matrix.id(), title, columns, rows, notes));
    }

    /** A row for each method, a column for each budget, and the mean where every budget has a value. */
    private static Table budgets(
            String title,
            Map<String, List<MethodPoint>> byMethod,
            Function<MethodPoint, OptionalDouble> value,
            int decimals) {
        List<Budget> budgets = byMethod.values().stream()
                .flatMap(List::stream)
                .map(MethodPoint::budget)
                .distinct()
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.words("Method", "method")));
        budgets.forEach(budget -> columns.add(Column.numbers(budget.toString(), "budget_" + budget, "")));
        columns.add(Column.numbers("mean", "mean", ""));
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        byMethod.forEach((method, points) -> {
            rows.add(new Row(cells(method, points, budgets, value, decimals), false));
            if (points.stream().allMatch(point -> value.apply(point).isEmpty())) {
                notes.add(method + ": " + reason(points.get(0)) + ".");
            }
        });
        return new Table("methods", title, columns, rows, notes);
    }

    private static List<Cell> cells(
            String method,
            List<MethodPoint> points,
            List<Budget> budgets,
            Function<MethodPoint, OptionalDouble> value,
            int decimals) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(method)));
        double sum = 0;
        for (Budget budget : budgets) {
            OptionalDouble here = points.stream()
                    .filter(point -> point.budget().equals(budget))
                    .findFirst()
                    .map(value)
                    .orElse(OptionalDouble.empty());
            cells.add(cell(here, decimals));
            sum += here.orElse(Double.NaN);
        }
        cells.add(cell(OptionalDouble.of(sum / budgets.size()), decimals));
        return cells;
    }

    private static Cell cell(OptionalDouble value, int decimals) {
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? Cell.number(value.getAsDouble(), decimals)
                : Cell.ABSENT;
    }

    /** Why a method has no grouping. */
    static String reason(MethodPoint point) {
        return reason(point.outcome(), point.budget());
    }

    static String reason(MethodOutcome outcome, Budget budget) {
        if (outcome instanceof MethodOutcome.Lacking lacking) {
            return lacking.why();
        }
        if (outcome instanceof MethodOutcome.Untrained untrained) {
            return "of the networks it chose for " + budget + " SNT, "
                    + untrained.missing().size() + " are not trained yet";
        }
        return "its networks have no test losses";
    }

    private static Table correlations(Map<String, Correlation> correlations) {
        List<Row> rows = new ArrayList<>();
        correlations.forEach((method, correlation) -> rows.add(Row.of(
                Cell.text(method),
                cell(correlation.pearson(), 2),
                cell(correlation.spearman(), 2),
                Cell.number(correlation.n(), 0))));
        return new Table(
                "correlations",
                "Agreement of the estimated with the measured gains over single-task networks, validation",
                List.of(
                        Column.words("Method", "method"),
                        Column.numbers("Pearson", "pearson", ""),
                        Column.numbers("Spearman", "spearman", ""),
                        Column.numbers("n", "n", "")),
                rows,
                List.of());
    }
}
