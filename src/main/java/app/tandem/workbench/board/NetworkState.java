package app.tandem.workbench.board;

import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import java.util.List;

/**
 * How far a network is in one setting.
 *
 * @param measured how many of its seeds have a result
 * @param fraction of the work of its seeds that is done, 0 to 1
 */
public record NetworkState(Kind kind, int measured, int seeds, double fraction) {

    public enum Kind {
        /** It is no candidate, so nobody will train it. */
        NOT_PLANNED,
        /** A candidate that nobody has begun to train. */
        UNTRAINED,
        TRAINING,
        /** Begun and not going on now. */
        PARTLY,
        /** A run of it failed or diverged. */
        FAILED,
        /** The user cancelled its runs, and none has a result. */
        CANCELLED,
        TRAINED
    }

    static NetworkState of(int measured, int seeds, boolean candidate, List<RunStatus> runs) {
        double fraction = seeds == 0
                ? 0
                : Math.max(
                                measured,
                                runs.stream().mapToDouble(RunStatus::fraction).sum())
                        / seeds;
        return new NetworkState(kind(measured, seeds, candidate, runs), measured, seeds, Math.min(1, fraction));
    }

    private static Kind kind(int measured, int seeds, boolean candidate, List<RunStatus> runs) {
        if (measured >= seeds) {
            return Kind.TRAINED;
        }
        if (runs.stream().anyMatch(run -> run.state() == RunState.RUNNING)) {
            return Kind.TRAINING;
        }
        if (runs.stream().anyMatch(NetworkState::isUnusable)) {
            return Kind.FAILED;
        }
        if (measured > 0 || runs.stream().anyMatch(run -> run.epoch() > 0 && !isCancelled(run))) {
            return Kind.PARTLY;
        }
        if (runs.stream().anyMatch(NetworkState::isCancelled)) {
            return Kind.CANCELLED;
        }
        return candidate ? Kind.UNTRAINED : Kind.NOT_PLANNED;
    }

    private static boolean isUnusable(RunStatus run) {
        return run.state() == RunState.FAILED || run.state() == RunState.DIVERGED;
    }

    private static boolean isCancelled(RunStatus run) {
        return run.state() == RunState.CANCELLED;
    }
}
