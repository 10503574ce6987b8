package app.tandem.grouping;

import java.util.Arrays;
import java.util.Comparator;

/** A set of networks that serves every task, with what orders it among others. */
final class NetworkSet {

    /** The order of {@link GroupingSolver}: loss, cost, number of networks, then the indices. */
    static final Comparator<NetworkSet> ORDER = Comparator.comparingLong(NetworkSet::loss)
            .thenComparingLong(NetworkSet::cost)
            .thenComparingInt(NetworkSet::size)
            .thenComparing(NetworkSet::networks, Arrays::compare);

    private final long loss;
    private final long cost;
    private final int[] networks;

    /** @param networks in any order; sorted here */
    NetworkSet(long loss, long cost, int[] networks) {
        this.loss = loss;
        this.cost = cost;
        this.networks = networks;
        Arrays.sort(networks);
    }

    /** In loss units. */
    long loss() {
        return loss;
    }

    /** In cost units. */
    long cost() {
        return cost;
    }

    int size() {
        return networks.length;
    }

    /** Ascending indices; to be read only. */
    int[] networks() {
        return networks;
    }
}
