package app.tandem.workbench.grouping;

import app.tandem.grouping.Stability;
import java.util.Optional;

/**
 * How sure the best grouping at the budget is over seeds.
 *
 * @param seeds the fewest seeds of a measured network, where they are too few
 * @param stability known where it is claimed
 */
public record SeedVerdict(Kind kind, int seeds, Optional<Stability> stability) {

    /** What can be said. */
    public enum Kind {
        /** There is no best grouping, or nobody looked yet. */
        NOTHING,
        WORKING,
        STOPPED,
        /** With so few seeds no claim is made. */
        FEW_SEEDS,
        /** With so many tasks it is not worked out. */
        MANY_TASKS,
        KNOWN
    }

    static SeedVerdict of(Kind kind) {
        return new SeedVerdict(kind, 0, Optional.empty());
    }

    static SeedVerdict of(int seeds, Optional<Stability> stability) {
        return new SeedVerdict(stability.isPresent() ? Kind.KNOWN : Kind.FEW_SEEDS, seeds, stability);
    }
}
