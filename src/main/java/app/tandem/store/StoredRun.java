package app.tandem.store;

import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import java.time.Instant;
import java.util.Optional;

/**
 * What the study file knows of a run.
 *
 * @param result how it ended; empty while it has only epochs
 * @param changed when that was recorded
 * @param isOfDesign whether the study's design is still the one it was trained for; a result that is not counts in no
 *     loss table
 * @param isOfData whether it was trained on what the study's dataset held when it was last decoded; a result that was not
 *     counts in no loss table either
 */
public record StoredRun(RunKey key, Optional<RunResult> result, Instant changed, boolean isOfDesign, boolean isOfData) {

    /** Whether it counts for the study as it is now. */
    public boolean counts() {
        return isOfDesign && isOfData;
    }
}
