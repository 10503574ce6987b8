package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Cost;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;
import java.util.Optional;

/**
 * How good a grouping drawn by hand is, as far as its losses are known.
 *
 * @param networks its networks in its own order, with the tasks they serve by the losses known so far; a network may serve
 *     nothing
 * @param cost the sum over the networks, exact
 * @param selection its losses; empty while something is missing
 * @param unserved the tasks that no network of it may serve, whatever its losses will be: the grouping is incomplete
 * @param unmeasured the networks of it that lack the loss of a task they may serve: they are to be trained
 */
public record GroupingScore(
        List<Served> networks, Cost cost, Optional<Selection> selection, TaskSet unserved, List<Network> unmeasured) {

    public GroupingScore {
        networks = List.copyOf(networks);
        unmeasured = List.copyOf(unmeasured);
    }

    /** What a {@link GroupingScorer} says of one grouping. */
    public static GroupingScore of(LossTable table, Grouping grouping, SearchOptions options) {
        return new GroupingScorer(table, options).score(grouping);
    }
}
