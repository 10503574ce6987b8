package app.tandem.grouping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Branch and bound over the sets of networks: for many tasks and few networks, where {@link CoverTable} would be too large.
 *
 * <p>A task that nobody serves yet, the one with the fewest candidates, gets one of them; once all are served, any
 * candidate may be added. Each branch excludes the candidates of the branches before it, so no set is met twice. A network
 * that serves nothing beside those chosen never will, and a chosen one that has lost its last task ends the branch.
 *
 * <p>The bound: how much a candidate lowers the loss falls as networks are added (the total is submodular), so what several
 * of them lower it by is at most the sum of what each does alone; the most of that which an extra cost buys is a fractional
 * knapsack. Nor does the loss fall below what all candidates together reach.
 *
 * <p>Time grows exponentially with the number of networks in the worst case and is limited: a step is one
 * candidate looked at in one node, O(tasks); memory is O(networks × tasks).
 */
final class SetSearch {

    /** About ten seconds. */
    private static final long MOST_STEPS = 100_000_000;

    private final SearchInstance instance;
    private final SetArchive archive;
    private final long everything;
    private final long[] worst;
    private final long mostSteps;
    private final int[] chosen;
    private int depth;
    private long steps;

    SetSearch(SearchInstance instance, SetArchive archive, long mostSteps) {
        this.instance = instance;
        this.archive = archive;
        this.mostSteps = mostSteps;
        this.everything = (1L << instance.taskCount()) - 1;
        this.chosen = new int[instance.taskCount() + 1];
        this.worst = new long[instance.taskCount()];
        Arrays.fill(worst, Long.MIN_VALUE);
        usable().forEach(network -> {
            for (long rest = instance.servable(network); rest != 0; rest &= rest - 1) {
                int task = Long.numberOfTrailingZeros(rest);
                worst[task] = Math.max(worst[task], instance.loss(network, task));
            }
        });
    }

    /**
     * Offers the archive every set that it may keep.
     *
     * @throws app.tandem.study.UserException if that takes too long
     */
    static void fill(SetArchive archive, SearchInstance instance) {
        new SetSearch(instance, archive, MOST_STEPS).run();
    }

    /** @throws app.tandem.study.UserException if it takes too many steps */
    void run() {
        int[] nobody = new int[instance.taskCount()];
        Arrays.fill(nobody, -1);
        descend(usable().toArray(), nobody, 0);
    }

    private IntStream usable() {
        return IntStream.range(0, instance.networkCount()).filter(instance::isUsable);
    }

    private void descend(int[] remaining, int[] servers, long cost) {
        instance.look();
        steps += remaining.length;
        if (steps > mostSteps) {
            throw instance.tooLarge();
        }
        long covered = covered(servers);
        int[] candidates = Arrays.stream(remaining)
                .filter(network -> mayServe(network, servers, covered))
                .toArray();
        if (covered == everything) {
            archive.offer(new NetworkSet(loss(servers), cost, Arrays.copyOf(chosen, depth)));
        }
        if (candidates.length == 0 || depth == instance.taskCount()) {
            return;
        }
        double[] gains = Arrays.stream(candidates)
                .mapToDouble(network -> gain(network, servers))
                .toArray();
        int[] order = IntStream.range(0, candidates.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -gains[i] / instance.cost(candidates[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] byValue = Arrays.stream(order).map(i -> candidates[i]).toArray();
        double[] gainsByValue = Arrays.stream(order).mapToDouble(i -> gains[i]).toArray();
        if (archive.mayKeep(cost + cheapest(candidates), bound(byValue, gainsByValue, servers, cheapest(candidates)))) {
            branch(byValue, servers, covered, cost);
        }
    }

    private void branch(int[] candidates, int[] servers, long covered, long cost) {
        long needed = covered == everything ? everything : 1L << rarest(candidates, everything & ~covered);
        int[] rest = candidates;
        for (int network : candidates) {
            if ((instance.servable(network) & needed) != 0) {
                rest = Arrays.stream(rest).filter(other -> other != network).toArray();
                int[] after = with(network, servers);
                chosen[depth++] = network;
                if (everyoneServes(after)) {
                    descend(rest, after, cost + instance.cost(network));
                }
                depth--;
            }
        }
    }

    /** The task with the fewest candidates. */
    private int rarest(int[] candidates, long tasks) {
        int rarest = -1;
        long fewest = Long.MAX_VALUE;
        for (long rest = tasks; rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            long count = Arrays.stream(candidates)
                    .filter(network -> (instance.servable(network) >>> task & 1) != 0)
                    .count();
            if (count < fewest) {
                fewest = count;
                rarest = task;
            }
        }
        return rarest;
    }

    private long covered(int[] servers) {
        long covered = 0;
        for (int task = 0; task < servers.length; task++) {
            covered |= servers[task] < 0 ? 0 : 1L << task;
        }
        return covered;
    }

    private boolean mayServe(int network, int[] servers, long covered) {
        if (instance.options().partition()) {
            return (instance.servable(network) & covered) == 0;
        }
        for (long rest = instance.servable(network); rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            if (servers[task] < 0 || instance.servesBefore(network, servers[task], task)) {
                return true;
            }
        }
        return false;
    }

    private int[] with(int network, int[] servers) {
        int[] after = servers.clone();
        for (long rest = instance.servable(network); rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            if (after[task] < 0 || instance.servesBefore(network, after[task], task)) {
                after[task] = network;
            }
        }
        return after;
    }

    private boolean everyoneServes(int[] servers) {
        for (int i = 0; i < depth; i++) {
            int network = chosen[i];
            if (Arrays.stream(servers).noneMatch(server -> server == network)) {
                return false;
            }
        }
        return true;
    }

    private long cheapest(int[] candidates) {
        return Arrays.stream(candidates).mapToLong(instance::cost).min().orElse(0);
    }

    /** The loss of a task; while nobody serves it, the worst that can happen. */
    private long loss(int[] servers, int task) {
        return servers[task] < 0 ? worst[task] : instance.loss(servers[task], task);
    }

    private long loss(int[] servers) {
        long sum = 0;
        for (int task = 0; task < servers.length; task++) {
            sum += loss(servers, task);
        }
        return sum;
    }

    private long gain(int network, int[] servers) {
        long gain = 0;
        for (long rest = instance.servable(network); rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            gain += Math.max(0, loss(servers, task) - instance.loss(network, task));
        }
        return gain;
    }

    private long lossOfAll(int[] candidates, int[] servers) {
        long sum = 0;
        for (int task = 0; task < servers.length; task++) {
            long least = loss(servers, task);
            for (int network : candidates) {
                if ((instance.servable(network) >>> task & 1) != 0) {
                    least = Math.min(least, instance.loss(network, task));
                }
            }
            sum += least;
        }
        return sum;
    }

    /**
     * The bound for at least one more network.
     *
     * @param candidates by falling gain for their cost
     * @param spent what that network costs at least; the bound counts from there
     */
    private SetArchive.Bound bound(int[] candidates, double[] gains, int[] servers, long spent) {
        long now = loss(servers);
        long least = lossOfAll(candidates, servers);
        return extraCost -> {
            double left = (double) extraCost + spent;
            double gained = 0;
            for (int i = 0; i < candidates.length && left > 0; i++) {
                double cost = instance.cost(candidates[i]);
                gained += gains[i] * Math.min(1, left / cost);
                left -= cost;
            }
            // Rounded so that the bound stays one: doubles are good for 15 digits.
            return Math.max(least, now - (long) Math.ceil(gained * (1 + 1e-12)) - 1);
        };
    }
}
