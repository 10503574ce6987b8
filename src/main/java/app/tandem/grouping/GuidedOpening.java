package app.tandem.grouping;

import app.tandem.study.Cost;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The networks that the guided search trains before it has a model: enough to know every task, and the pairs where they can be
 * part of a grouping. A pair alone shows what one task does to another, and in the published losses the gains that nobody could
 * foresee are in pairs.
 */
final class GuidedOpening {

    private final List<Network> pool;
    private final boolean[] asked;
    private final TaskSet all;
    private final long[] costs;
    private final long units;
    private final CheapestCover cheapest;
    private final Cost limit;

    /**
     * @param asked which networks are trained, or being trained
     * @param costs of each network, in units of which the budget has {@code units}
     * @throws UserException if the budget pays for no grouping of the pool
     */
    GuidedOpening(List<Network> pool, boolean[] asked, int tasks, long[] costs, long units, Cost limit) {
        this.pool = pool;
        this.asked = asked;
        this.all = TaskSet.all(tasks);
        this.costs = costs;
        this.units = units;
        this.limit = limit;
        this.cheapest = new CheapestCover(
                tasks,
                pool.stream().mapToLong(network -> network.tasks().bits()).toArray(),
                costs);
        if (!cheapest.isWithin(all.bits(), units)) {
            throw new UserException(
                    "No grouping of the candidates serves every task within the budget",
                    "",
                    "Give a larger budget, or add cheaper networks to the candidates");
        }
    }

    /** Those of them that are neither trained nor being trained. */
    List<Network> networks() {
        List<Network> opening = new ArrayList<>(pairs());
        TaskSet seen = TaskSet.EMPTY;
        for (int row = 0; row < asked.length; row++) {
            seen = asked[row] || opening.contains(pool.get(row))
                    ? seen.union(pool.get(row).tasks())
                    : seen;
        }
        while (!seen.equals(all)) {
            TaskSet before = seen;
            Network widest = IntStream.range(0, pool.size())
                    .filter(row -> costs[row] <= units)
                    .mapToObj(pool::get)
                    .max(Comparator.comparingInt(
                            network -> network.tasks().minus(before).size()))
                    .orElseThrow();
            opening.add(widest);
            seen = seen.union(widest.tasks());
        }
        return opening.stream().filter(network -> !asked[pool.indexOf(network)]).toList();
    }

    /** Every full-size pair, if some grouping within the budget has one and the limit pays for them all. */
    private List<Network> pairs() {
        List<Network> pairs = pool.stream()
                .filter(network ->
                        network.tasks().size() == 2 && network.encoder().equals(EncoderSize.FULL))
                .toList();
        Cost cost = Cost.ZERO;
        for (Network pair : pairs) {
            cost = cost.plus(pair.cost());
        }
        boolean useful = pairs.stream().anyMatch(this::fits);
        return useful && cost.compareTo(limit) <= 0 ? pairs : List.of();
    }

    /** Whether some grouping within the budget has the pair. */
    private boolean fits(Network pair) {
        return cheapest.isWithin(all.minus(pair.tasks()).bits(), units - costs[pool.indexOf(pair)]);
    }
}
