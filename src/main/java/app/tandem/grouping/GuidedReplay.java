package app.tandem.grouping;

import java.util.List;

/**
 * A guided search on losses that were known already.
 *
 * @param steps every advice in order; the last one stops
 * @param outcome the grouping it came to, with the test losses of the whole table
 */
public record GuidedReplay(List<GuidedAdvice> steps, MethodOutcome outcome) {

    public GuidedReplay {
        steps = List.copyOf(steps);
    }

    /** The advice that stopped. */
    public GuidedAdvice last() {
        return steps.get(steps.size() - 1);
    }
}
