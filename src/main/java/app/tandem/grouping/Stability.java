package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How much a suggested grouping owes to the luck of its seeds: a bootstrap (Efron, Annals of Statistics 1979). In each
 * resample the mean validation loss of every network is drawn again from its seeds, and the exact search selects once more.
 *
 * <p>Seeds are resampled within each network. With fewer than {@value #ENOUGH_SEEDS} of them the spread of one network is known
 * badly; then deviations from the networks' means are drawn from those of all networks with the task, enlarged by √(n / (n −
 * 1)) for the mean that was taken from them. With fewer than {@value #LEAST_SEEDS} seeds of any measured network nothing is
 * claimed.
 *
 * <p>Time: resamples × one search, on all cores. Limits: up to {@value #MOST_TASKS} tasks, above which one search may take
 * seconds; it knows the spread over seeds only, not that over datasets; and the best of many groupings is the luckiest too,
 * so that the intervals, which are around the differences as they were measured, are a little kind to it.
 *
 * @param resamples how often the seeds were drawn again
 * @param wins the share of resamples in which the same networks were selected, 0 to 1
 * @param seeds the fewest seeds of a measured network
 * @param rivals what the grouping was compared with, in the order in which they were given
 */
public record Stability(int resamples, double wins, int seeds, List<Rival> rivals) {

    /** With fewer seeds no claim is made. */
    public static final int LEAST_SEEDS = 3;

    /** From here on a network's own seeds tell its spread. */
    public static final int ENOUGH_SEEDS = 10;

    /** With more tasks a search takes too long to be repeated so often. */
    public static final int MOST_TASKS = 12;

    private static final int QUICK_TASKS = 10;

    /**
     * Another grouping beside the suggested one.
     *
     * @param wins the share of resamples in which this one was selected
     * @param difference of its validation loss over that of the suggested one, as a share of the latter: 0.01 for 1 %
     * @param low the lower end of the 95 % interval of that difference
     * @param high its upper end
     */
    public record Rival(Selection selection, double wins, double difference, double low, double high) {}

    /**
     * A suggestion to be judged.
     *
     * @param best what was selected from this table
     * @param rivals what it is compared with, usually the runner-ups
     */
    public record Suggested(
            LossTable table, SearchOptions options, Budget budget, Selection best, List<Selection> rivals) {
        public Suggested {
            rivals = List.copyOf(rivals);
        }

        private List<Selection> all() {
            List<Selection> all = new ArrayList<>(List.of(best));
            all.addAll(rivals);
            return all;
        }
    }

    /** One resample: which of the groupings was selected, if any of them, and what each loses. */
    private static final class Draw {
        private final int selected;
        private final double[] losses;

        private Draw(List<int[]> rows, int[] winner, double[][] drawn) {
            this.selected = IntStream.range(0, rows.size())
                    .filter(i -> Arrays.equals(winner, rows.get(i)))
                    .findFirst()
                    .orElse(-1);
            this.losses = rows.stream().mapToDouble(each -> loss(each, drawn)).toArray();
        }
    }

    public Stability {
        rivals = List.copyOf(rivals);
    }

    /** Whether the spread is taken from all networks with a task together, since each has few seeds. */
    public boolean isPooled() {
        return seeds < ENOUGH_SEEDS;
    }

    /** Whether the difference to the first rival may as well be none: its interval reaches 0. */
    public boolean isWithinNoise() {
        return !rivals.isEmpty() && rivals.get(0).low() <= 0;
    }

    /** How many resamples are enough and can be had in less than a minute for any pool of so many tasks. */
    public static int usualResamples(int tasks) {
        return tasks <= QUICK_TASKS ? 1000 : 200;
    }

    /** The fewest seeds of a measured network; 0 where nothing is measured. */
    public static int fewestSeeds(LossTable table) {
        int fewest = Integer.MAX_VALUE;
        for (int row = 0; row < table.networks().size(); row++) {
            for (int task : table.networks().get(row).tasks()) {
                int n = table.values(row, task, Measure.VALIDATION).size();
                fewest = n > 0 ? Math.min(fewest, n) : fewest;
            }
        }
        return fewest == Integer.MAX_VALUE ? 0 : fewest;
    }

    /**
     * How sure a grouping is.
     *
     * @return empty where some measured network has fewer than {@value #LEAST_SEEDS} seeds
     * @throws IllegalArgumentException if there are no resamples
     * @throws UserException if there are more than {@value #MOST_TASKS} tasks
     */
    public static Optional<Stability> of(Suggested suggested, int resamples, long seed) {
        return of(suggested, resamples, seed, SearchWatch.NONE, done -> {});
    }

    /**
     * The same.
     *
     * @param watch may end it
     * @param progress is told how many resamples are done, by one thread at a time
     * @throws java.util.concurrent.CancellationException if the watch ends it
     */
    public static Optional<Stability> of(
            Suggested suggested, int resamples, long seed, SearchWatch watch, IntConsumer progress) {
        if (resamples < 1) {
            throw new IllegalArgumentException("at least one resample is needed");
        }
        int seeds = fewestSeeds(suggested.table());
        if (seeds < LEAST_SEEDS) {
            return Optional.empty();
        }
        requireFew(suggested.table());
        List<Draw> draws = draws(suggested, resamples, seed, watch, progress);
        List<Selection> rivals = suggested.rivals();
        return Optional.of(new Stability(
                resamples,
                share(draws, 0),
                seeds,
                IntStream.range(0, rivals.size())
                        .mapToObj(i -> rival(rivals.get(i), i + 1, suggested.best(), draws))
                        .toList()));
    }

    private static void requireFew(LossTable table) {
        if (table.taskCount() > MOST_TASKS) {
            throw new UserException(
                    "How sure a grouping is over seeds is worked out for up to " + MOST_TASKS + " tasks, and here are "
                            + table.taskCount(),
                    "setting " + table.setting(),
                    "Compare the distance of the runner-ups with the sd of their losses");
        }
    }

    private static List<Draw> draws(
            Suggested suggested, int resamples, long seed, SearchWatch watch, IntConsumer progress) {
        LossTable table = suggested.table();
        List<int[]> rows =
                suggested.all().stream().map(each -> rows(table, each)).toList();
        List<double[]> deviations = deviations(table);
        int[] done = {0};
        return IntStream.range(0, resamples)
                .parallel()
                .mapToObj(i -> {
                    watch.look();
                    Random random = new Random(seed + i * 0x9E3779B97F4A7C15L);
                    double[][] drawn = resample(table, deviations, random);
                    int[] winner =
                            select(new SearchInstance(table, suggested.options(), watch, drawn), suggested.budget());
                    synchronized (done) {
                        progress.accept(++done[0]);
                    }
                    return new Draw(rows, winner, drawn);
                })
                .toList();
    }

    /** The rows of its networks, ascending. */
    private static int[] rows(LossTable table, Selection selection) {
        return selection.networks().stream()
                .mapToInt(served -> table.indexOf(served.network()))
                .sorted()
                .toArray();
    }

    private static int[] select(SearchInstance instance, Budget budget) {
        long units = instance.unitsWithin(budget.snt());
        int[] best = {};
        for (NetworkSet set : GroupingSolver.bestSets(instance)) {
            if (set.cost() <= units) {
                best = set.networks();
            }
        }
        return best;
    }

    /** The loss of a set of networks, each task served by its best. */
    private static double loss(int[] rows, double[][] weighted) {
        double sum = 0;
        for (int task = 0; task < weighted[0].length; task++) {
            double least = Double.NaN;
            for (int row : rows) {
                double loss = weighted[row][task];
                least = Double.isNaN(least) || loss < least ? loss : least;
            }
            sum += least;
        }
        return sum;
    }

    private static double share(List<Draw> draws, int index) {
        return (double) draws.stream().filter(draw -> draw.selected == index).count() / draws.size();
    }

    private static Rival rival(Selection selection, int index, Selection best, List<Draw> draws) {
        double base = Math.abs(best.validationLoss());
        double[] differences = draws.stream()
                .mapToDouble(draw -> (draw.losses[index] - draw.losses[0]) / base)
                .sorted()
                .toArray();
        return new Rival(
                selection,
                share(draws, index),
                (selection.validationLoss() - best.validationLoss()) / base,
                quantile(differences, 0.025),
                quantile(differences, 0.975));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** For each task the enlarged deviations of all its losses from their network's mean. */
    private static List<double[]> deviations(LossTable table) {
        List<double[]> deviations = new ArrayList<>();
        for (int task = 0; task < table.taskCount(); task++) {
            List<Double> ofTask = new ArrayList<>();
            for (int row = 0; row < table.networks().size(); row++) {
                Collection<Double> values =
                        table.values(row, task, Measure.VALIDATION).values();
                double mean = table.cell(row, task, Measure.VALIDATION).mean();
                double enlarged = Math.sqrt(values.size() / (values.size() - 1.0));
                values.forEach(value -> ofTask.add(enlarged * (value - mean)));
            }
            deviations.add(ofTask.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return deviations;
    }

    /** Weight × mean for each network and task; NaN where nothing was measured. */
    private static double[][] resample(LossTable table, List<double[]> deviations, Random random) {
        double[][] drawn = new double[table.networks().size()][table.taskCount()];
        for (int row = 0; row < drawn.length; row++) {
            Arrays.fill(drawn[row], Double.NaN);
            // A run's losses belong together: the same seeds for all tasks of a network.
            long draws = random.nextLong();
            for (int task : table.networks().get(row).tasks()) {
                double[] values = table.values(row, task, Measure.VALIDATION).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                if (values.length > 0) {
                    double mean = table.cell(row, task, Measure.VALIDATION).mean();
                    double loss = values.length < ENOUGH_SEEDS
                            ? mean + meanOf(values.length, deviations.get(task), random)
                            : meanOf(values.length, values, new Random(draws));
                    drawn[row][task] = table.weights().get(task) * loss;
                }
            }
        }
        return drawn;
    }

    private static double meanOf(int n, double[] from, Random random) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += from[random.nextInt(from.length)];
        }
        return sum / n;
    }
}
