package app.tandem.grouping;

import app.tandem.study.Cost;
import app.tandem.study.Network;
import java.util.List;
import java.util.Optional;

/**
 * What the guided search says of what is known so far.
 *
 * @param train the networks to train next, most promising first; empty where it stops
 * @param state why it goes on or stops
 * @param best the best grouping of the networks trained so far; empty while none of them fits the budget
 * @param chance the probability, under its model, that some untrained network would improve the best grouping by more than
 *     the share that the search cares for; 1 while there is no grouping, 0 where nothing is left to train
 * @param spent what the networks trained so far cost
 */
public record GuidedAdvice(List<Network> train, State state, Optional<Selection> best, double chance, Cost spent) {

    /** Why the search goes on or stops. */
    public enum State {
        /** It does not know enough for a model: some first networks are to be trained. */
        OPENING,
        /** The networks to be trained may improve the grouping. */
        SEARCHING,
        /** An improvement has become unlikely. */
        SETTLED,
        /** What may be spent on training has been spent. */
        SPENT,
        /** Every candidate is trained: the grouping is the optimum. */
        EXHAUSTED
    }

    public GuidedAdvice {
        train = List.copyOf(train);
    }

    public boolean stops() {
        return train.isEmpty();
    }
}
