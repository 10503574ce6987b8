package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * How much a suggested grouping owes to the luck of its seeds: a bootstrap (Efron, Annals of Statistics 1979). In each
 * resample the mean validation loss of every network is drawn again from its seeds, and the exact search selects once more.
 *
 * <p>Seeds are resampled within each network. With fewer than {@value #ENOUGH_SEEDS} of them the spread of one network is known
 * badly; then deviations from the networks' means are drawn from those of all networks with the task, enlarged by √(n / (n −
 * 1)) for the mean that was taken from them. With fewer than {@value #LEAST_SEEDS} seeds of any measured network nothing is
 * claimed.
 *
 * <p>Time: resamples × one search. Limits: it knows the spread over seeds only, not that over datasets.
 *
 * @param resamples how often the seeds were drawn again
 * @param wins the share of resamples in which the same networks were selected, 0 to 1
 * @param seeds the fewest seeds of a measured network
 */
public record Stability(int resamples, double wins, int seeds) {

    /** With fewer seeds no claim is made. */
    public static final int LEAST_SEEDS = 3;

    /** From here on a network's own seeds tell its spread. */
    public static final int ENOUGH_SEEDS = 10;

    /**
     * How sure a grouping is.
     *
     * @param best what was selected from this table
     * @return empty where some measured network has fewer than {@value #LEAST_SEEDS} seeds
     * @throws IllegalArgumentException if there are no resamples
     */
    public static Optional<Stability> of(
            LossTable table, SearchOptions options, Budget budget, Selection best, int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("at least one resample is needed");
        }
        int seeds = fewestSeeds(table);
        if (seeds < LEAST_SEEDS) {
            return Optional.empty();
        }
        Set<Network> networks = networksOf(best);
        Random random = new Random(seed);
        List<List<Double>> deviations = deviations(table);
        int wins = 0;
        for (int i = 0; i < resamples; i++) {
            LossTable drawn = resample(table, deviations, random);
            Optional<Selection> selected =
                    GroupingSolver.frontier(drawn, options).at(budget);
            wins += selected.isPresent() && networksOf(selected.get()).equals(networks) ? 1 : 0;
        }
        return Optional.of(new Stability(resamples, (double) wins / resamples, seeds));
    }

    private static Set<Network> networksOf(Selection selection) {
        return new HashSet<>(ChosenNetworks.networksOf(selection));
    }

    private static int fewestSeeds(LossTable table) {
        int fewest = Integer.MAX_VALUE;
        for (int row = 0; row < table.networks().size(); row++) {
            for (int task : table.networks().get(row).tasks()) {
                int n = table.values(row, task, Measure.VALIDATION).size();
                fewest = n > 0 ? Math.min(fewest, n) : fewest;
            }
        }
        return fewest == Integer.MAX_VALUE ? 0 : fewest;
    }

    /** For each task the enlarged deviations of all its losses from their network's mean. */
    private static List<List<Double>> deviations(LossTable table) {
        List<List<Double>> deviations = new ArrayList<>();
        for (int task = 0; task < table.taskCount(); task++) {
            List<Double> ofTask = new ArrayList<>();
            for (int row = 0; row < table.networks().size(); row++) {
                Collection<Double> values =
                        table.values(row, task, Measure.VALIDATION).values();
                double mean = table.cell(row, task, Measure.VALIDATION).mean();
                double enlarged = Math.sqrt(values.size() / (values.size() - 1.0));
                values.forEach(value -> ofTask.add(enlarged * (value - mean)));
            }
            deviations.add(ofTask);
        }
        return deviations;
    }

    private static LossTable resample(LossTable table, List<List<Double>> deviations, Random random) {
        LossTable.Builder drawn = LossTable.builder(table.setting(), table.taskIds(), table.weights());
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            drawn.network(network);
            // A run's losses belong together: the same seeds for all tasks of a network.
            long draws = random.nextLong();
            for (int task : network.tasks()) {
                List<Double> values =
                        List.copyOf(table.values(row, task, Measure.VALIDATION).values());
                if (!values.isEmpty()) {
                    double mean = table.cell(row, task, Measure.VALIDATION).mean();
                    double loss = values.size() < ENOUGH_SEEDS
                            ? mean + meanOf(values.size(), deviations.get(task), random)
                            : meanOf(values.size(), values, new Random(draws));
                    drawn.add(network, 0, Measure.VALIDATION, task, loss);
                }
            }
        }
        return drawn.build();
    }

    private static double meanOf(int n, List<Double> from, Random random) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += from.get(random.nextInt(from.size()));
        }
        return sum / n;
    }
}
