package app.tandem.study;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The candidate networks that studies usually start from. Half-size single-task networks come first, then full-size
 * networks by number of tasks, then in the order of the tasks; ties between groupings are broken by this order.
 */
public final class Pool {

    /** The most networks a pool may hold. */
    public static final int MAX_NETWORKS = 20_000;

    private Pool() {}

    /**
     * Every subset of the tasks at full size and every single task at half size: 36 networks for five tasks (Standley et
     * al. 2020).
     */
    public static List<Network> everySubsetWithHalfSizeSingles(int tasks) {
        return upTo(tasks, tasks);
    }

    /** Every single task at half and at full size, and every pair at full size. */
    public static List<Network> pairs(int tasks) {
        return upTo(tasks, 2);
    }

    /**
     * Every subset of the tasks at full size, and every single task at 1/2, 1/3 … of it, down to one over the number of
     * tasks: what a network of k tasks is compared with at the same total budget (Standley et al. 2020, Table 1).
     *
     * @throws UserException if that is more than {@value #MAX_NETWORKS} networks
     */
    public static List<Network> equalBudget(int tasks) {
        return of(tasks, tasks, List.of(EncoderSize.FULL), sharesOf(tasks));
    }

    /** The sizes at which k single-task networks cost as much as one of k tasks, for k from 2 on. */
    public static List<EncoderSize> sharesOf(int mostTasks) {
        return IntStream.rangeClosed(2, mostTasks)
                .mapToObj(k -> new EncoderSize(Fraction.of(1, k)))
                .toList();
    }

    /**
     * Every subset of at most {@code k} tasks at full size, and every single task at half size.
     *
     * @throws UserException if that is more than {@value #MAX_NETWORKS} networks
     */
    public static List<Network> upTo(int tasks, int k) {
        return of(tasks, k, List.of(EncoderSize.FULL), List.of(EncoderSize.HALF));
    }

    /**
     * Every subset of at most {@code k} tasks at each of some sizes, and every single task at some more.
     *
     * @throws UserException if that is none, or more than {@value #MAX_NETWORKS} networks
     */
    static List<Network> of(int tasks, int k, List<EncoderSize> sizes, List<EncoderSize> alone) {
        if (k < 1) {
            throw new UserException("A pool of networks with up to " + k + " tasks is empty", "", "Give 1 or more");
        }
        requireFeasible(tasks, k, sizes.size());
        Set<Network> pool = new LinkedHashSet<>();
        alone.stream().sorted().forEach(size -> IntStream.range(0, tasks)
                .forEach(task -> pool.add(Network.of(TaskSet.of(task), size))));
        LongStream.range(1, 1L << tasks)
                .mapToObj(TaskSet::new)
                .filter(set -> set.size() <= k)
                .sorted(Comparator.comparingInt(TaskSet::size).thenComparing(Pool::lexicographic))
                .forEach(set -> sizes.stream().sorted().forEach(size -> pool.add(Network.of(set, size))));
        return List.copyOf(pool);
    }

    /**
     * Reads {@code subsets}, {@code pairs}, {@code upto:K} or {@code equal-budget}, with the usual encoder sizes.
     *
     * @throws UserException if the text is none of these
     */
    public static List<Network> parse(String text, int tasks) {
        return PoolChoice.parse(text, tasks).networks(tasks);
    }

    private static void requireFeasible(int tasks, int k, int sizes) {
        double networks = tasks;
        double ofThisSize = 1;
        for (int size = 1; size <= Math.min(k, tasks); size++) {
            ofThisSize = ofThisSize * (tasks - size + 1) / size;
            networks += sizes * ofThisSize;
        }
        if (networks > MAX_NETWORKS || tasks > 30) {
            throw new UserException(
                    String.format(
                            java.util.Locale.ROOT,
                            "%d tasks with up to %d together make %.0f networks, more than the %d that can be searched",
                            tasks,
                            k,
                            networks,
                            MAX_NETWORKS),
                    "",
                    "Choose a smaller pool, such as pairs or upto:3");
        }
    }

    /** The set with the lower first differing task comes first. */
    private static int lexicographic(TaskSet a, TaskSet b) {
        return Long.compareUnsigned(Long.reverse(b.bits()), Long.reverse(a.bits()));
    }
}
