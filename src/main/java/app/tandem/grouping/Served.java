package app.tandem.grouping;

import app.tandem.study.Network;
import app.tandem.study.TaskSet;

/**
 * A network of a grouping and what it is there for.
 *
 * @param serves the tasks it serves, among those it is trained on; never empty in a grouping that the search found, but
 *     possibly in one drawn by hand
 */
public record Served(Network network, TaskSet serves) {

    /** @throws IllegalArgumentException if a task is served that the network is not trained on */
    public Served {
        if (!serves.isSubsetOf(network.tasks())) {
            throw new IllegalArgumentException("a network serves a task that it is not trained on");
        }
    }

    /** The tasks it is trained on and does not serve. */
    public TaskSet auxiliary() {
        return network.tasks().minus(serves);
    }
}
