package app.tandem.owner;

import app.tandem.grouping.GuidedAdvice;
import app.tandem.loss.LossTable;
import app.tandem.study.Network;
import java.util.List;

/**
 * What a guided training knows so far, and what it does.
 *
 * @param losses by which it judges: those of the seeds that it trains, of networks with all of these
 * @param advice the grouping, what was spent, what may have been missed, and why it goes on or stops
 * @param underWay the networks that it wants trained and that have not all their losses yet, in the order of its choice
 * @param leftOut candidates that diverged, failed or were cancelled, and of which nothing is known therefore
 * @param going whether it chooses on as losses come in; otherwise it rests until it is asked to go on
 */
public record GuidedVerdict(
        GuidedGoal goal,
        LossTable losses,
        GuidedAdvice advice,
        List<Network> underWay,
        List<Network> leftOut,
        boolean going) {

    public GuidedVerdict {
        underWay = List.copyOf(underWay);
        leftOut = List.copyOf(leftOut);
    }

    /** A network as files and the command line write it. */
    public String key(Network network) {
        return network.key(losses.taskIds());
    }

    /** Whether nothing more is to be trained for it. */
    public boolean isFinal() {
        return advice.stops() && underWay.isEmpty();
    }
}
