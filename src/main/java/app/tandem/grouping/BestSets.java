package app.tandem.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The best few sets of networks at one budget, by depth-first search with the exact bound of {@link CoverTable}.
 *
 * <p>A set of networks is built block by block: each step serves the lowest remaining task and some others by one more
 * network. A step is taken only if nobody chosen so far would serve these tasks better, nor the new network those that are
 * served already. So every set in which each network serves a task is built exactly once, and no other set. A branch ends
 * when its best completion, ignoring this rule, comes after the last set that is kept; the bound's order includes the ties.
 */
final class BestSets {

    /**
     * One more network for a block, and the best that can come of it.
     *
     * @param way how the rest is best served
     */
    private record Step(long block, int network, int way, long loss, long cost, int count) {
        private static final Comparator<Step> ORDER = Comparator.comparingLong(Step::loss)
                .thenComparingLong(Step::cost)
                .thenComparingInt(Step::count);
    }

    private final SearchInstance instance;
    private final BlockTable blocks;
    private final CoverTable covers;
    private final long budget;
    private final int[][] networksOfTask;
    private final SetArchive.OfOneBudget best;

    private final int[] chosen;
    private final long[] serves;
    private int depth;

    /** @param budget in cost units */
    BestSets(SearchInstance instance, long budget, int count) throws SearchTooLargeException {
        this.instance = instance;
        this.blocks = new BlockTable(instance);
        this.covers = new CoverTable(instance, blocks);
        this.budget = budget;
        this.best = new SetArchive.OfOneBudget(budget, count);
        this.networksOfTask = IntStream.range(0, instance.taskCount())
                .mapToObj(this::usableNetworks)
                .toArray(int[][]::new);
        this.chosen = new int[instance.taskCount()];
        this.serves = new long[instance.taskCount()];
    }

    /** The best sets, best first. */
    List<NetworkSet> find() {
        descend((1L << instance.taskCount()) - 1, 0, 0);
        return best.sets();
    }

    private int[] usableNetworks(int task) {
        return IntStream.range(0, instance.networkCount())
                .filter(network -> instance.isUsable(network) && (instance.servable(network) >>> task & 1) != 0)
                .toArray();
    }

    private void descend(long set, long loss, long cost) {
        instance.look();
        if (set == 0) {
            best.offer(new NetworkSet(loss, cost, Arrays.copyOf(chosen, depth)));
            return;
        }
        for (Step byBlock : blockSteps(set, loss, cost)) {
            if (mayImprove(byBlock, set)) {
                for (Step step : networkSteps(byBlock.block(), set, loss, cost)) {
                    if (mayImprove(step, set)) {
                        take(step, set, loss, cost);
                    }
                }
            }
        }
    }

    private void take(Step step, long set, long loss, long cost) {
        chosen[depth] = step.network();
        serves[depth] = step.block();
        depth++;
        descend(
                set ^ step.block(),
                loss + instance.totalLoss(step.network(), step.block()),
                cost + instance.cost(step.network()));
        depth--;
    }

    /** For each block within the set that holds its lowest task, the step by the network that is best for it. */
    private List<Step> blockSteps(long set, long loss, long cost) {
        List<Step> steps = new ArrayList<>();
        blocks.eachWithin(set, block -> {
            Optional<Step> bestOfBlock = IntStream.range(blocks.firstChoice(block), blocks.firstChoice(block + 1))
                    .mapToObj(choice ->
                            step(blocks.mask(block), blocks.network(choice), blocks.loss(choice), set, loss, cost))
                    .flatMap(Optional::stream)
                    .min(Step.ORDER.thenComparing(step -> networks(step, set), Arrays::compare));
            bestOfBlock.filter(step -> mayImprove(step, set)).ifPresent(steps::add);
        });
        steps.sort(Step.ORDER);
        return steps;
    }

    /** For each network that may serve the block beside those chosen, the step by it. */
    private List<Step> networkSteps(long block, long set, long loss, long cost) {
        List<Step> steps = new ArrayList<>();
        for (int network : networksOfTask[Long.numberOfTrailingZeros(block)]) {
            if (mayServe(network, block)) {
                step(block, network, instance.totalLoss(network, block), set, loss, cost)
                        .filter(step -> mayImprove(step, set))
                        .ifPresent(steps::add);
            }
        }
        steps.sort(Step.ORDER);
        return steps;
    }

    private Optional<Step> step(long block, int network, long blockLoss, long set, long loss, long cost) {
        long costSoFar = cost + instance.cost(network);
        int way = covers.bestWithin(covers.find(set ^ block), budget - costSoFar);
        if (way < 0) {
            return Optional.empty();
        }
        return Optional.of(new Step(
                block,
                network,
                way,
                loss + blockLoss + covers.loss(way),
                costSoFar + covers.cost(way),
                depth + 1 + covers.count(way)));
    }

    private boolean mayServe(int network, long block) {
        long servable = instance.servable(network);
        if ((block & ~servable) != 0 || (instance.options().partition() && block != servable)) {
            return false;
        }
        for (int i = 0; i < depth; i++) {
            if (chosen[i] == network
                    || !servesBefore(network, chosen[i], block & instance.servable(chosen[i]))
                    || !servesBefore(chosen[i], network, serves[i] & servable)) {
                return false;
            }
        }
        return true;
    }

    private boolean servesBefore(int a, int b, long tasks) {
        for (long rest = tasks; rest != 0; rest &= rest - 1) {
            if (!instance.servesBefore(a, b, Long.numberOfTrailingZeros(rest))) {
                return false;
            }
        }
        return true;
    }

    /** Whether something that comes before the last of the sets that are kept can come of the step. */
    private boolean mayImprove(Step step, long set) {
        if (!best.isFull()) {
            return true;
        }
        NetworkSet last = best.last();
        if (step.loss() != last.loss()) {
            return step.loss() < last.loss();
        }
        if (step.cost() != last.cost()) {
            return step.cost() < last.cost();
        }
        if (step.count() != last.size()) {
            return step.count() < last.size();
        }
        return Arrays.compare(networks(step, set), last.networks()) < 0;
    }

    /** The networks chosen, the step's and those of its best completion, ascending. */
    private int[] networks(Step step, long set) {
        int[] completion = covers.networks(set ^ step.block(), step.way());
        int[] networks = Arrays.copyOf(completion, completion.length + depth + 1);
        networks[completion.length] = step.network();
        System.arraycopy(chosen, 0, networks, completion.length + 1, depth);
        Arrays.sort(networks);
        return networks;
    }
}
