package app.tandem.grouping;

import app.tandem.study.Cost;
import app.tandem.study.Network;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the guided search says of what is known so far.
 *
 * @param train the networks to train next, most promising first; empty where it stops, or waits for those under way
 * @param state why it goes on or stops
 * @param best the best grouping of the networks trained so far; empty while none of them fits the budget
 * @param chance the probability, under its model, that some untrained network would improve the best grouping by more than
 *     the share that the search cares for; 1 while there is no grouping, 0 where nothing is left to train
 * @param spent what the networks trained so far cost
 * @param limit the most that may be spent
 * @param prospects of the networks to train next and of those under way; empty while it opens, when none is known
 */
public record GuidedAdvice(
        List<Network> train,
        State state,
        Optional<Selection> best,
        double chance,
        Cost spent,
        Cost limit,
        Map<Network, Prospect> prospects) {

    /**
     * Why a network is worth training.
     *
     * @param share of the draws in which an improved grouping uses it, 0 to 1
     * @param gain what the grouping improves by in the mean of those draws, as a share of the validation loss; 0 where there
     *     are none
     */
    public record Prospect(double share, double gain) {}

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
        prospects = Collections.unmodifiableMap(new LinkedHashMap<>(prospects));
    }

    /** Whether nothing more is to be trained, unless the networks under way turn out to change that. */
    public boolean stops() {
        return state != State.OPENING && state != State.SEARCHING;
    }
}
