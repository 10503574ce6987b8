package app.tandem.grouping;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps the sets of networks that a search is after, and knows what can no longer be among them. */
sealed interface SetArchive {

    /** How low the loss can fall. */
    interface Bound {
        /** A loss that nobody falls below by spending at most so many more units of cost. */
        long lossAfter(long extraCost);
    }

    void offer(NetworkSet set);

    /** Whether a set that costs at least {@code cost} and has such losses may still be kept. */
    boolean mayKeep(long cost, Bound bound);

    /** What was kept. */
    List<NetworkSet> sets();

    /** The best set at every budget; {@link #sets} by rising cost. */
    final class OfEveryBudget implements SetArchive {

        private final TreeMap<Long, NetworkSet> byCost = new TreeMap<>();

        @Override
        public void offer(NetworkSet set) {
            Map.Entry<Long, NetworkSet> cheaper = byCost.floorEntry(set.cost());
            if (cheaper != null && NetworkSet.ORDER.compare(cheaper.getValue(), set) <= 0) {
                return;
            }
            byCost.put(set.cost(), set);
            Map.Entry<Long, NetworkSet> dearer = byCost.higherEntry(set.cost());
            while (dearer != null && dearer.getValue().loss() >= set.loss()) {
                byCost.remove(dearer.getKey());
                dearer = byCost.higherEntry(set.cost());
            }
        }

        /** Looks at each stretch of costs between two sets that are kept. */
        @Override
        public boolean mayKeep(long cost, Bound bound) {
            Map.Entry<Long, NetworkSet> at = byCost.floorEntry(cost);
            if (at == null) {
                return true;
            }
            while (at != null) {
                Map.Entry<Long, NetworkSet> next = byCost.higherEntry(at.getKey());
                long extra = next == null ? Long.MAX_VALUE : next.getKey() - 1 - cost;
                long loss = bound.lossAfter(extra);
                boolean sameCost = at.getKey() >= cost;
                if (loss < at.getValue().loss()
                        || (sameCost && loss == at.getValue().loss())) {
                    return true;
                }
                at = next;
            }
            return false;
        }

        @Override
        public List<NetworkSet> sets() {
            return List.copyOf(byCost.values());
        }
    }

    /** The best few sets that one budget pays for; {@link #sets} best first. */
    final class OfOneBudget implements SetArchive {

        private final TreeSet<NetworkSet> best = new TreeSet<>(NetworkSet.ORDER);
        private final long budget;
        private final int count;

        /** @param budget in cost units */
        OfOneBudget(long budget, int count) {
            this.budget = budget;
            this.count = count;
        }

        @Override
        public void offer(NetworkSet set) {
            if (set.cost() <= budget) {
                best.add(set);
                if (best.size() > count) {
                    best.pollLast();
                }
            }
        }

        @Override
        public boolean mayKeep(long cost, Bound bound) {
            if (cost > budget) {
                return false;
            }
            if (!isFull()) {
                return true;
            }
            long loss = bound.lossAfter(budget - cost);
            NetworkSet last = best.last();
            return loss < last.loss() || (loss == last.loss() && cost <= last.cost());
        }

        boolean isFull() {
            return best.size() == count;
        }

        /** The worst of those that are kept. */
        NetworkSet last() {
            return best.last();
        }

        @Override
        public List<NetworkSet> sets() {
            return List.copyOf(best);
        }
    }
}
