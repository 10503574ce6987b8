package app.tandem.owner;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.study.Network;
import app.tandem.study.Study;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a guided training goes by: a network is known once every seed that it trains has ended, by those that finished. Until
 * then it is a candidate, so that no network seems good for having been lucky once.
 *
 * @param table the networks that are known, and the candidates
 * @param leftOut candidates of which no seed finished
 * @param missing the runs of each other candidate that have not ended
 */
record GuidedLosses(LossTable table, List<Network> leftOut, Map<Network, List<RunKey>> missing) {

    /**
     * Looks at what was recorded.
     *
     * @param all every loss of the setting
     * @param givenUp runs that failed or were cancelled, and that are not waited for
     */
    static GuidedLosses of(
            Study study, GuidedGoal goal, LossTable all, Collection<StoredRun> recorded, Set<RunKey> givenUp) {
        List<Integer> seeds = goal.seeds(study);
        Set<RunKey> ended = ended(recorded);
        ended.addAll(givenUp);
        Set<Network> candidates = new HashSet<>(study.networks());
        LossTable.Builder table = LossTable.builder(all.setting(), all.taskIds(), all.weights());
        List<Network> leftOut = new ArrayList<>();
        Map<Network, List<RunKey>> missing = new LinkedHashMap<>();
        for (int row = 0; row < all.networks().size(); row++) {
            Network network = all.networks().get(row);
            List<RunKey> open = seeds.stream()
                    .map(seed -> new RunKey(network.key(all.taskIds()), all.setting(), seed))
                    .filter(key -> !ended.contains(key))
                    .toList();
            if (!open.isEmpty()) {
                if (candidates.contains(network)) {
                    table.network(network);
                    missing.put(network, open);
                }
            } else if (!copy(all, row, seeds, table) && candidates.contains(network)) {
                leftOut.add(network);
            }
        }
        return new GuidedLosses(table.build(), leftOut, missing);
    }

    /** The runs that a network waits for; none where it is known or left out. */
    List<RunKey> runsOf(Network network) {
        return missing.getOrDefault(network, List.of());
    }

    private static Set<RunKey> ended(Collection<StoredRun> recorded) {
        Set<RunKey> ended = new HashSet<>();
        for (StoredRun run : recorded) {
            if (run.counts() && run.result().isPresent() && !(run.result().get() instanceof RunResult.Failed)) {
                ended.add(run.key());
            }
        }
        return ended;
    }

    /** @return whether there was a loss */
    private static boolean copy(LossTable all, int row, List<Integer> seeds, LossTable.Builder table) {
        Network network = all.networks().get(row);
        boolean any = false;
        for (Measure measure : Measure.values()) {
            for (int task : network.tasks()) {
                Map<Integer, Double> losses = new HashMap<>(all.values(row, task, measure));
                losses.keySet().retainAll(seeds);
                losses.forEach((seed, loss) -> table.add(network, seed, measure, task, loss));
                any |= measure == Measure.VALIDATION && !losses.isEmpty();
            }
        }
        return any;
    }
}
