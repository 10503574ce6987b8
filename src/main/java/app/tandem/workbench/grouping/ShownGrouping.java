package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.study.Cost;
import app.tandem.study.Network;
import java.util.List;
import java.util.Optional;

/**
 * The grouping that is drawn.
 *
 * @param name of a grouping made by hand; empty for those that were found
 * @param rank 1 for the best, 2 for the first runner-up; 0 for those that have none
 * @param networks with the tasks that they serve, as far as that is known
 * @param selection its losses; empty while a network is not measured
 * @param missing the networks that are to be trained before its losses are known
 */
public record ShownGrouping(
        Kind kind,
        String name,
        int rank,
        List<Served> networks,
        Cost cost,
        Optional<Selection> selection,
        List<Network> missing) {

    /** Where it comes from. */
    public enum Kind {
        BEST,
        RUNNER_UP,
        MINE
    }

    public ShownGrouping {
        networks = List.copyOf(networks);
        missing = List.copyOf(missing);
    }

    /** @param rank 1 for the best */
    static ShownGrouping found(int rank, Selection selection) {
        return new ShownGrouping(
                rank == 1 ? Kind.BEST : Kind.RUNNER_UP,
                "",
                rank,
                selection.networks(),
                selection.cost(),
                Optional.of(selection),
                List.of());
    }

    static ShownGrouping of(Overview.Mine mine) {
        return new ShownGrouping(
                Kind.MINE,
                mine.name(),
                0,
                mine.score().networks(),
                mine.score().cost(),
                mine.selection(),
                mine.score().unmeasured());
    }
}
