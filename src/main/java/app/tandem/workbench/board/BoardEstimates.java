package app.tandem.workbench.board;

import app.tandem.grouping.LossEstimates;
import app.tandem.loss.LossTable;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.Threads;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the losses measured so far foretell of others, worked out in the background: anew only where a loss has changed, since
 * it may take a second. Lives on the JavaFX thread.
 */
final class BoardEstimates {

    private record Made(LossTable table, LossEstimates estimates) {}

    private final Latest<Optional<Made>> latest;
    private volatile Optional<LossTable> wanted = Optional.empty();
    private volatile Optional<Made> made = Optional.empty();

    /** @param shown hears when there are others */
    BoardEstimates(Threads threads, Runnable shown, Consumer<RuntimeException> fail) {
        this.latest = new Latest<>(
                threads,
                this::make,
                now -> {
                    made = now;
                    shown.run();
                },
                fail);
    }

    /** Asks for those that follow from these losses. */
    void want(LossTable table) {
        if (wanted.filter(before -> before == table).isEmpty()) {
            wanted = Optional.of(table);
            latest.request();
        }
    }

    private Optional<Made> make() {
        Optional<Made> before = made;
        return wanted.map(table -> new Made(
                table,
                before.map(known -> known.table() == table
                                ? known.estimates()
                                : known.estimates().renewed(table))
                        .orElseGet(() -> LossEstimates.of(table))));
    }

    /** The newest that are of the same setting and tasks as these losses; empty while there are none yet. */
    Optional<LossEstimates> of(LossTable table) {
        return made.map(Made::estimates).filter(known -> known.fits(table.setting(), table.taskIds()));
    }
}
