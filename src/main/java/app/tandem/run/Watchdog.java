package app.tandem.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices workers that are alive and get no further, as after a fault of a driver: they hold the run's lock, so nothing
 * else would ever end them. A worker's events are its signs of life, since each says how far it is. Guarded by the queue's
 * lock.
 */
final class Watchdog {

    /** Silence shorter than this is never taken for a hang: an engine may take minutes to start. */
    static final Duration SHORTEST = Duration.ofMinutes(10);

    /** Nor is silence shorter than this many of the longest epochs seen in the queue. */
    static final int EPOCHS = 10;

    /** The most that counts between two looks: after a machine's sleep the workers have slept as well. */
    static final Duration MOST_BETWEEN_LOOKS = Duration.ofMinutes(2);

    private @Nullable Instant lastLook;

    /** The runs whose workers have hung by now; each is given once, and then again after as long a silence. */
    List<QueuedRun> look(List<QueuedRun> runs, Instant now) {
        Duration passed = lastLook == null ? Duration.ZERO : Duration.between(lastLook, now);
        lastLook = now;
        Duration counted =
                longer(Duration.ZERO, passed.compareTo(MOST_BETWEEN_LOOKS) < 0 ? passed : MOST_BETWEEN_LOOKS);
        Duration epoch = runs.stream().map(run -> run.progress.longestEpoch()).reduce(Duration.ZERO, Watchdog::longer);
        List<QueuedRun> hung = new ArrayList<>();
        for (QueuedRun run : runs) {
            run.silence = run.worker == null ? Duration.ZERO : run.silence.plus(counted);
            // A first epoch is not seen yet; its validation, which is silent, is shorter than its training.
            Duration patience = longer(longer(SHORTEST, epoch.multipliedBy(EPOCHS)), run.progress.sessionLength());
            if (run.silence.compareTo(patience) > 0) {
                run.hungFor = run.silence;
                run.silence = Duration.ZERO;
                hung.add(run);
            }
        }
        return hung;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
