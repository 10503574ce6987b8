package app.tandem.workbench.queue;

import app.tandem.run.RunReason;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.workbench.common.Messages;

/** A run's state in the window's words. */
final class RunWords {

    private RunWords() {}

    /** The word for the state, and why where the run needs the user: one line, of which the beginning matters most. */
    static String state(Messages messages, RunStatus status) {
        String word = word(messages, status);
        boolean needsReason = status.state() == RunState.FAILED || status.state() == RunState.DIVERGED;
        String reason = reason(messages, status);
        return needsReason && !reason.isBlank() ? messages.text("state.because", word, reason) : word;
    }

    /** The state beside the run's name, with the epochs that are done of one that has begun and not ended. */
    static String badge(Messages messages, RunStatus status) {
        String epoch = messages.text("train.epochOf", status.epoch(), status.epochs());
        return switch (status.state()) {
            case RUNNING -> epoch;
            case QUEUED, WAITING_FOR_DEVICE, PAUSED, CANCELLED ->
                status.epoch() > 0
                        ? messages.text("train.stateAt", word(messages, status), epoch)
                        : word(messages, status);
            case DONE, FAILED, DIVERGED -> word(messages, status);
        };
    }

    /** What happened, what is safe, and what to do; empty where there is nothing to say. */
    static String reason(Messages messages, RunStatus status) {
        return messages.reason(RunReason.words(status.reason()));
    }

    private static String word(Messages messages, RunStatus status) {
        return messages.text("state." + status.state().name());
    }

    /** The key of what is said in the place of a curve. */
    static String noCurve(RunState state) {
        return state == RunState.DONE ? "train.noCurveDone" : "train.noCurve";
    }
}
