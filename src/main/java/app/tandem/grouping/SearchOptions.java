package app.tandem.grouping;

import app.tandem.loss.Measure;

/**
 * What the search selects on, and what it may select.
 *
 * @param measure the losses that decide; never {@link Measure#TEST}, which only reports
 * @param partition whether no task may be trained twice: the task sets of the networks are disjoint. Otherwise a grouping
 *     is a cover, in which a task may be trained in several networks and is served by one
 */
public record SearchOptions(Measure measure, boolean partition) {

    /** Covers, selected on validation: what is meant unless something else is said. */
    public static final SearchOptions COVER = new SearchOptions(Measure.VALIDATION, false);

    /** Strict partitions, selected on validation. */
    public static final SearchOptions PARTITION = new SearchOptions(Measure.VALIDATION, true);

    /** @throws IllegalArgumentException if the measure is the test loss */
    public SearchOptions {
        if (measure == Measure.TEST) {
            throw new IllegalArgumentException("a grouping is never selected on test losses");
        }
    }
}
