package app.tandem.workbench.losses;

/**
 * The order of the rows.
 *
 * @param task the task whose loss orders them; only with {@link By#TASK}
 */
public record LossOrder(By by, int task, boolean ascending) {

    public enum By {
        /** The pool's own order. */
        POOL,
        TASKS,
        ENCODER,
        SEEDS,
        TASK,
        SUM
    }

    public static final LossOrder POOL = new LossOrder(By.POOL, 0, true);

    /** What the rows are compared by; NaN where a row has no such value. */
    double value(LossRow row) {
        return switch (by) {
            case POOL -> 0;
            case TASKS ->
                row.network().map(network -> (double) network.tasks().size()).orElse(Double.NaN);
            case ENCODER ->
                row.network()
                        .map(network -> network.encoder().share().toDouble())
                        .orElse(Double.NaN);
            case SEEDS -> row.seeds();
            case TASK -> row.entries().get(task).loss().mean();
            case SUM -> row.sum().orElse(Double.NaN);
        };
    }
}
