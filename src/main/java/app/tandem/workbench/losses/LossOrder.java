package app.tandem.workbench.losses;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of the rows.
 *
 * @param by the column that orders them; empty for the order of the settings and of the pool
 */
public record LossOrder(Optional<LossColumn> by, boolean ascending) {

    /** The settings' and the pool's own order. */
    public static final LossOrder POOL = new LossOrder(Optional.empty(), true);

    private static final List<RowState> STATES = List.of(RowState.values());

    public static LossOrder by(LossColumn column, boolean ascending) {
        return new LossOrder(Optional.of(column), ascending);
    }

    /** The rows in this order; what has no value stands last, whichever the direction. */
    List<LossRow> sort(List<LossRow> rows, List<String> taskIds) {
        if (by.isEmpty()) {
            return rows;
        }
        LossColumn column = by.get();
        if (column.kind() == LossColumn.Kind.SETTING) {
            // Equal rows keep their order, and the rows come setting by setting in the study's own order.
            return sortedBySetting(rows);
        }
        int task = taskIds.indexOf(column.task());
        if (column.kind() == LossColumn.Kind.TASK && task < 0) {
            return rows;
        }
        record Keyed(double value, LossRow row) {}
        Comparator<Keyed> values = Comparator.comparingDouble(Keyed::value);
        Comparator<Keyed> absentLast = Comparator.comparing(keyed -> Double.isNaN(keyed.value()));
        return rows.stream()
                .map(row -> new Keyed(value(row, column.kind(), task), row))
                .sorted(absentLast.thenComparing(ascending ? values : values.reversed()))
                .map(Keyed::row)
                .toList();
    }

    private List<LossRow> sortedBySetting(List<LossRow> rows) {
        List<String> settings = rows.stream().map(LossRow::setting).distinct().toList();
        Comparator<LossRow> bySetting = Comparator.comparingInt(row -> settings.indexOf(row.setting()));
        return rows.stream()
                .sorted(ascending ? bySetting : bySetting.reversed())
                .toList();
    }

    /** What the rows are compared by; NaN where a row has no such value. */
    private static double value(LossRow row, LossColumn.Kind kind, int task) {
        return switch (kind) {
            case NETWORK ->
                row.network().map(network -> (double) network.tasks().size()).orElse(Double.NaN);
            case ENCODER ->
                row.network()
                        .map(network -> network.encoder().share().toDouble())
                        .orElse(Double.NaN);
            case STATE -> row.isConstant() ? Double.NaN : STATES.indexOf(row.state());
            case SEEDS -> row.seeds();
            case TASK -> row.entries().get(task).loss().mean();
            case SUM -> row.sum().orElse(Double.NaN);
            case SETTING -> throw new IllegalArgumentException("settings are ordered as in the study");
        };
    }
}
