package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.util.List;

/**
 * A published way to find a grouping without searching everything by training. Each is run on the losses of a table as if
 * nothing but what it needs had been trained: its estimates choose the networks, the final validation losses of these
 * networks decide who serves, and test losses report.
 *
 * <p>The candidates are the networks of the table, also those that have no losses yet.
 */
public sealed interface GroupingMethod
        permits Optimal,
                HigherOrderEstimate,
                EarlyStopEstimate,
                AffinitySelection,
                AllInOne,
                Independent,
                RandomGroupings,
                GuidedSearch {

    /** Its name on the command line and in files. */
    String id();

    /**
     * What it chooses for a budget.
     *
     * @throws app.tandem.study.UserException if the search is too large
     */
    MethodOutcome choose(LossTable table, Budget budget);

    /**
     * What it believed of networks before they were trained, beside what was measured of them; empty for methods that
     * estimate nothing, and where nothing can be compared.
     */
    default List<Estimate> estimates(LossTable table) {
        return List.of();
    }
}
