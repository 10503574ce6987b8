package app.tandem.workbench.queue;

import app.tandem.run.RunState;

/** What can be asked of a run as it stands. */
record RunActions(boolean pause, boolean pauseAfterEpoch, boolean resume, boolean cancel) {

    private static final RunActions NONE = new RunActions(false, false, false, false);

    static RunActions of(RunState state, boolean isReadOnly) {
        if (isReadOnly) {
            return NONE;
        }
        return switch (state) {
            case QUEUED, WAITING_FOR_DEVICE -> new RunActions(true, false, false, true);
            case RUNNING -> new RunActions(true, true, false, true);
            case PAUSED -> new RunActions(false, false, true, true);
            case CANCELLED -> new RunActions(false, false, true, false);
            case DONE, FAILED, DIVERGED -> NONE;
        };
    }

    /** The key of the words for letting a run go on. */
    static String resumeWords(RunState state) {
        return state == RunState.CANCELLED ? "train.queueAgain" : "train.resumeRun";
    }
}
