package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Validation losses of networks that were not trained, as far as those that were trained foretell them: the posterior mean
 * and standard deviation under the model of the guided search, {@link TransferModel}. The same losses give the same
 * estimates, whatever networks are asked about.
 *
 * <p>There are none before every task is measured in {@value #ENOUGH} networks. Cost: O(networks of a task, cubed) for each
 * task, at most about a second; where that would not do, there are none either, and it is said why. Do not use them in the
 * place of a measured loss: they choose what to train.
 */
public final class LossEstimates {

    /** In how many networks every task must be measured: from one alone nothing follows about company or size. */
    public static final int ENOUGH = 2;

    private static final int DRAWS = 400;
    private static final long SEED = 0;
    /** Of the cubes of how many networks measured a task, which the time grows with. */
    private static final long MOST_CUBES = 100_000_000;

    /**
     * What a loss is expected to be.
     *
     * @param loss the mean
     * @param sd the standard deviation of what is not known of it
     */
    public record Expected(double loss, double sd) {}

    /** Why there are no estimates. */
    public enum Obstacle {
        /** Some task is measured in fewer than {@value #ENOUGH} networks. */
        TOO_LITTLE_KNOWN,
        /** More than {@link GuidedSearch#MOST_TASKS} tasks. */
        TOO_MANY_TASKS,
        /** So many networks are measured that the estimates would take more than a moment. */
        TOO_MANY_NETWORKS
    }

    private final LossTable measured;
    private final Optional<Obstacle> obstacle;
    private final List<List<TaskEffects>> draws = new ArrayList<>();

    private LossEstimates(LossTable measured) {
        this.measured = measured;
        this.obstacle = obstacle(measured);
        if (obstacle.isEmpty()) {
            TransferModel model = new TransferModel(measured, GuidedPrior.STANDLEY, new Draws(SEED));
            for (int draw = 0; draw < DRAWS; draw++) {
                draws.add(model.drawEffects());
            }
        }
    }

    /** What the losses of a table foretell; takes up to about a second. */
    public static LossEstimates of(LossTable table) {
        return new LossEstimates(measured(table));
    }

    /** The same of losses that may have changed; at once where they have not. */
    public LossEstimates renewed(LossTable table) {
        LossTable now = measured(table);
        return now.contentHash().equals(measured.contentHash()) ? this : new LossEstimates(now);
    }

    /** The validation losses alone, so that neither candidates nor other splits make a difference. */
    private static LossTable measured(LossTable table) {
        LossTable.Builder measured = LossTable.builder(table.setting(), table.taskIds(), table.weights());
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            for (int task : network.tasks()) {
                double loss = table.mean(row, task, Measure.VALIDATION);
                if (Double.isFinite(loss)) {
                    measured.add(network, 0, Measure.VALIDATION, task, loss);
                }
            }
        }
        return measured.build();
    }

    private static Optional<Obstacle> obstacle(LossTable measured) {
        int tasks = measured.taskCount();
        if (tasks > GuidedSearch.MOST_TASKS) {
            return Optional.of(Obstacle.TOO_MANY_TASKS);
        }
        long[] networks = IntStream.range(0, tasks)
                .mapToLong(task -> IntStream.range(0, measured.networks().size())
                        .filter(row -> !Double.isNaN(measured.mean(row, task, Measure.VALIDATION)))
                        .count())
                .toArray();
        if (tasks == 0 || Arrays.stream(networks).anyMatch(n -> n < ENOUGH)) {
            return Optional.of(Obstacle.TOO_LITTLE_KNOWN);
        }
        return Arrays.stream(networks).map(n -> n * n * n).sum() > MOST_CUBES
                ? Optional.of(Obstacle.TOO_MANY_NETWORKS)
                : Optional.empty();
    }

    /** Why there are no estimates; empty where there are. */
    public Optional<Obstacle> obstacle() {
        return obstacle;
    }

    /** How many networks they rest on. */
    public int networks() {
        return measured.networks().size();
    }

    /** Whether they are of this setting and these tasks. */
    public boolean fits(String setting, List<String> taskIds) {
        return measured.setting().equals(setting) && measured.taskIds().equals(taskIds);
    }

    /** The validation loss that is expected of a task in a network; empty where it was measured, or nothing is foretold. */
    public Optional<Expected> loss(Network network, int task) {
        int row = measured.indexOf(network);
        if (obstacle.isPresent() || (row >= 0 && !Double.isNaN(measured.mean(row, task, Measure.VALIDATION)))) {
            return Optional.empty();
        }
        double[] x = TransferModel.effectsOf(network, task, measured.taskCount());
        double mean = 0;
        double square = 0;
        for (List<TaskEffects> draw : draws) {
            // Of a log-normal loss; so what no effect foretells need not be drawn.
            double log = draw.get(task).mean(x);
            double variance = draw.get(task).sd() * draw.get(task).sd();
            mean += Math.exp(log + variance / 2) / DRAWS;
            square += Math.exp(2 * (log + variance)) / DRAWS;
        }
        return Optional.of(new Expected(mean, Math.sqrt(Math.max(0, square - mean * mean))));
    }

    /**
     * A grouping scored on validation by what was measured, and by what is expected where nothing was; empty where neither is
     * known of some network, or a task is served by none.
     */
    public Optional<Selection> selection(Grouping grouping) {
        LossTable.Builder losses = LossTable.builder(measured.setting(), measured.taskIds(), measured.weights());
        for (Network network : grouping.networks().stream().distinct().toList()) {
            int row = measured.indexOf(network);
            losses.network(network);
            for (int task : network.tasks()) {
                double known = row < 0 ? Double.NaN : measured.mean(row, task, Measure.VALIDATION);
                double loss = Double.isNaN(known)
                        ? loss(network, task).map(Expected::loss).orElse(Double.NaN)
                        : known;
                if (Double.isFinite(loss)) {
                    losses.add(network, 0, Measure.VALIDATION, task, loss);
                }
            }
        }
        return GroupingScore.of(losses.build(), grouping, SearchOptions.COVER).selection();
    }
}
