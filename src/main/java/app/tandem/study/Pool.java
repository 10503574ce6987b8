package app.tandem.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
     * Every subset of at most {@code k} tasks at full size, and every single task at half size.
     *
     * @throws UserException if that is more than {@value #MAX_NETWORKS} networks
     */
    public static List<Network> upTo(int tasks, int k) {
        if (k < 1) {
            throw new UserException("A pool of networks with up to " + k + " tasks is empty", "", "Give 1 or more");
        }
        requireFeasible(tasks, k);
        List<Network> pool = new ArrayList<>();
        IntStream.range(0, tasks).forEach(t -> pool.add(Network.of(TaskSet.of(t), EncoderSize.HALF)));
        LongStream.range(1, 1L << tasks)
                .mapToObj(TaskSet::new)
                .filter(set -> set.size() <= k)
                .sorted(Comparator.comparingInt(TaskSet::size).thenComparing(Pool::lexicographic))
                .forEach(set -> pool.add(Network.of(set, EncoderSize.FULL)));
        return List.copyOf(pool);
    }

    /**
     * Reads {@code subsets}, {@code pairs} or {@code upto:K}.
     *
     * @throws UserException if the text is none of these
     */
    public static List<Network> parse(String text, int tasks) {
        if (text.equals("subsets")) {
            return everySubsetWithHalfSizeSingles(tasks);
        }
        if (text.equals("pairs")) {
            return pairs(tasks);
        }
        if (text.matches("upto:\\d{1,2}")) {
            return upTo(tasks, Integer.parseInt(text.substring("upto:".length())));
        }
        throw new UserException("The pool ‘" + text + "’ is unknown", "", "Use subsets, pairs or upto:K, as in upto:3");
    }

    private static void requireFeasible(int tasks, int k) {
        double networks = tasks;
        double ofThisSize = 1;
        for (int size = 1; size <= Math.min(k, tasks); size++) {
            ofThisSize = ofThisSize * (tasks - size + 1) / size;
            networks += ofThisSize;
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
