package app.tandem.loss;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How well two tasks go together: the mean of what each gains from the other (Standley et al., ICML 2020, section 4). It is
 * the same in both directions.
 */
public final class Affinity {

    private final PairwiseTable pairs;

    private Affinity(PairwiseTable pairs) {
        this.pairs = pairs;
    }

    public static Affinity of(PairwiseTable pairs) {
        return new Affinity(pairs);
    }

    public List<String> taskIds() {
        return pairs.taskIds();
    }

    /** As a share (0.05 is 5 %); empty where either direction is unknown, and for a task with itself. */
    public OptionalDouble between(int a, int b) {
        OptionalDouble there = pairs.gain(a, b);
        OptionalDouble back = pairs.gain(b, a);
        return there.isPresent() && back.isPresent()
                ? OptionalDouble.of((there.getAsDouble() + back.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }
}
