package app.tandem.workbench.losses;

import app.tandem.run.RunState;
import java.util.Collection;

/** Where the runs of a network stand, taken together. */
public enum RowState {
    /** Every seed is trained. */
    MEASURED,
    /** Some seeds are trained, and nothing happens to the others now. */
    PARTLY,
    /** A seed is being trained. */
    TRAINING,
    /** No seed is trained yet. */
    WAITING,
    /** A seed failed, diverged or was taken out. */
    FAILED;

    /**
     * The state of these runs.
     *
     * @param measured whether a loss is known; decides where there are no runs, as for losses that were imported
     */
    static RowState of(Collection<RunState> runs, boolean measured) {
        if (runs.isEmpty()) {
            return measured ? MEASURED : WAITING;
        }
        if (runs.contains(RunState.RUNNING)) {
            return TRAINING;
        }
        if (runs.stream().anyMatch(run -> run.isFinal() && run != RunState.DONE)) {
            return FAILED;
        }
        if (!runs.contains(RunState.DONE)) {
            return WAITING;
        }
        return runs.stream().allMatch(run -> run == RunState.DONE) ? MEASURED : PARTLY;
    }
}
