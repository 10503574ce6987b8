package app.tandem.report;

import app.tandem.grouping.Correlation;
import app.tandem.grouping.MethodComparison;
import app.tandem.grouping.MethodPoint;
import app.tandem.grouping.MethodScore;
import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The ways to find a grouping, ranked.
 *
 * @param words the language
 */
public record MethodsReport(Words words) {

    private static final int DECIMALS = 2;

    /** One setting: mean excess over the optimum, training, and how the estimates agree with what was measured. */
    public Table ranking(SettingEvidence setting) {
        String name = setting.losses().setting();
        MethodComparison comparison;
        try {
            Optional<MethodComparison> known = setting.methods();
            if (known.isEmpty()) {
                return none("methods", words.get("methods.none"));
            }
            comparison = known.get();
        } catch (UserException tooLarge) {
            return none("methods", tooLarge.what());
        }
        long budgets =
                comparison.points().stream().map(MethodPoint::budget).distinct().count();
        List<Row> rows = new ArrayList<>();
        for (MethodScore score : MethodScore.of(comparison)) {
            boolean first = score.rank() == 0
                    && !rows.isEmpty()
                    && !(rows.get(rows.size() - 1).cells().get(0) instanceof Cell.Absent);
            rows.add(new Row(cells(score, comparison.correlations()), first));
        }
        return new Table(
                "methods",
                words.get("methods.title", name),
                List.of(
                        Column.numbers(words.get("methods.rank"), "rank", ""),
                        Column.words(words.get("methods.method"), "method"),
                        Column.numbers(words.get("methods.excess"), "mean_excess", "%"),
                        Column.numbers(words.get("methods.training"), "mean_training", "SNT"),
                        Column.numbers(words.get("methods.budgets"), "budgets", ""),
                        Column.numbers("Pearson", "pearson", ""),
                        Column.numbers("Spearman", "spearman", ""),
                        Column.numbers("n", "n", "")),
                rows,
                List.of(words.get("methods.note", budgets), words.get("methods.agreement")));
    }

    private List<Cell> cells(MethodScore score, Map<String, Correlation> correlations) {
        List<Cell> cells = new ArrayList<>(List.of(
                score.rank() == 0 ? Cell.ABSENT : Cell.number(score.rank(), 0),
                method(score.method()),
                optional(score.meanExcessPercent(), DECIMALS),
                optional(score.meanTrainingSnt(), 1),
                Cell.number(score.budgets(), 0)));
        Correlation agreement = correlations.get(score.method());
        if (agreement == null) {
            cells.addAll(List.of(Cell.ABSENT, Cell.ABSENT, Cell.ABSENT));
        } else {
            cells.add(optional(agreement.pearson(), DECIMALS));
            cells.add(optional(agreement.spearman(), DECIMALS));
            cells.add(Cell.number(agreement.n(), 0));
        }
        return cells;
    }

    /** All settings: the mean excess in each, and the mean over them, by which the methods are in order. */
    public Table bySetting(StudyEvidence study) {
        Map<String, List<MethodScore>> scores = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>(List.of(words.get("ranking.note")));
        for (SettingEvidence setting : study.settings()) {
            String name = setting.losses().setting();
            try {
                scores.put(name, setting.methods().map(MethodScore::of).orElse(List.of()));
            } catch (UserException tooLarge) {
                scores.put(name, List.of());
                notes.add(name + ": " + tooLarge.what() + ".");
            }
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.numbers(words.get("methods.rank"), "rank", ""),
                Column.words(words.get("methods.method"), "method")));
        scores.keySet().forEach(name -> columns.add(Column.numbers(name, name, "%")));
        columns.add(Column.numbers(words.get("ranking.mean"), "mean", "%"));
        return new Table("ranking", words.get("ranking.title"), columns, rows(scores), notes);
    }

    private List<Row> rows(Map<String, List<MethodScore>> scores) {
        Set<String> methods = new LinkedHashSet<>();
        scores.values().forEach(all -> all.stream()
                .filter(score -> score.rank() > 0)
                .map(MethodScore::method)
                .forEach(methods::add));
        Map<String, List<OptionalDouble>> excesses = new LinkedHashMap<>();
        methods.forEach(method -> excesses.put(
                method, scores.values().stream().map(all -> excess(all, method)).toList()));
        List<String> order = methods.stream()
                .sorted(Comparator.comparingDouble(
                        method -> mean(excesses.getOrDefault(method, List.of())).orElse(Double.POSITIVE_INFINITY)))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (String method : order) {
            List<OptionalDouble> of = excesses.getOrDefault(method, List.of());
            OptionalDouble mean = mean(of);
            List<Cell> cells = new ArrayList<>(
                    List.of(mean.isPresent() ? Cell.number(rows.size() + 1.0, 0) : Cell.ABSENT, method(method)));
            of.forEach(excess -> cells.add(optional(excess, DECIMALS)));
            cells.add(optional(mean, DECIMALS));
            rows.add(new Row(cells, false));
        }
        return rows;
    }

    private static OptionalDouble excess(List<MethodScore> scores, String method) {
        return scores.stream()
                .filter(score -> score.method().equals(method) && score.rank() > 0)
                .findFirst()
                .map(MethodScore::meanExcessPercent)
                .orElse(OptionalDouble.empty());
    }

    /** Only where every setting has a value: a mean over some of them could not be compared. */
    private static OptionalDouble mean(List<OptionalDouble> values) {
        return values.stream().allMatch(OptionalDouble::isPresent)
                ? values.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    private Cell method(String id) {
        return new Cell.Text(words.method(id), id, false);
    }

    private static Cell optional(OptionalDouble value, int decimals) {
        return value.isPresent() ? Cell.number(value.getAsDouble(), decimals) : Cell.ABSENT;
    }

    private Table none(String id, String reason) {
        return new Table(
                id, reason, List.of(Column.words(words.get("methods.method"), "method")), List.of(), List.of());
    }
}
