package app.tandem.workbench;

import app.tandem.data.Progress;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/** What has to wait for the dataset to be decoded, and can be ended meanwhile. Safe for several threads. */
final class Preparing implements Progress {

    private final Runnable changed;
    private volatile OptionalDouble share = OptionalDouble.empty();
    private volatile boolean notWanted;

    /** @param changed told of every step, and of the end */
    Preparing(Runnable changed) {
        this.changed = changed;
    }

    /** @return false where the user did not want to wait for the dataset */
    boolean run(Runnable work) {
        try {
            notWanted = false;
            work.run();
            return true;
        } catch (CancellationException e) {
            return false;
        } finally {
            share = OptionalDouble.empty();
            changed.run();
        }
    }

    @Override
    public void at(int done, int total) {
        if (notWanted) {
            throw new CancellationException("the user does not want to wait for the dataset");
        }
        share = OptionalDouble.of(done / (double) Math.max(1, total));
        changed.run();
    }

    /** How much is decoded, 0 to 1; empty where nothing waits. */
    OptionalDouble share() {
        return share;
    }

    /** Ends what waits. */
    void stop() {
        notWanted = true;
    }
}
