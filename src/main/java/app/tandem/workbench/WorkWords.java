package app.tandem.workbench;

import app.tandem.workbench.common.LongWork;
import app.tandem.workbench.common.Messages;

/** How far a piece of long work is, in words. */
final class WorkWords {

    private WorkWords() {}

    /** Each part with a dot before it; empty while nothing is known. */
    static String progress(LongWork.State state, Messages messages) {
        if (state.stopping()) {
            return " · " + messages.text("work.stopping");
        }
        String percent = state.fraction() < 0 ? "" : " · " + Math.round(state.fraction() * 100) + " %";
        String left = state.left()
                .map(time -> " · " + messages.text("status.left", messages.duration(time)))
                .orElse("");
        return percent + left;
    }
}
