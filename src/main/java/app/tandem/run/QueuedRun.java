package app.tandem.run;

import app.tandem.run.WorkerLauncher.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run in the queue. All but the constants is guarded by the queue's lock. */
final class QueuedRun {

    /** What the user wants of it. */
    enum Wish {
        RUN,
        PAUSE,
        PAUSE_AFTER_EPOCH,
        CANCEL
    }

    static final int NO_SLOT = -1;
    private static final int NEVER = Integer.MAX_VALUE;

    final Job job;
    final RunKey key;
    final RunFolder folder;
    final EventTail tail;
    final RunProgress progress;
    final AtomicBoolean toBeRead = new AtomicBoolean();

    RunState state = RunState.QUEUED;
    Wish wish = Wish.RUN;
    boolean checked;

    /** The study does not ask for it any more: it is kept, out of sight, until the study asks for it again. */
    boolean isSetAside;

    @Nullable
    Worker worker;

    boolean isFollowed;
    boolean stopSent;
    int slot = NO_SLOT;
    int checkpointedAtLaunch;
    int startsWithoutProgress;

    /** The epoch, counted from 1, after which its worker is to end. */
    private int lastEpoch = NEVER;

    String reason = "";

    /** Since the last event of its worker, as far as the watchdog has looked. */
    Duration silence = Duration.ZERO;

    /** How long its worker had been silent when the watchdog ended it; zero where it did not. */
    Duration hungFor = Duration.ZERO;

    QueuedRun(Job job, RunFolder folder) {
        this.job = job;
        this.key = job.key();
        this.folder = folder;
        this.tail = new EventTail(folder.eventsFile());
        this.progress = new RunProgress(job);
    }

    boolean waits() {
        return state == RunState.QUEUED || state == RunState.WAITING_FOR_DEVICE;
    }

    /** Whether it would be started if the queue is active and a device is free. */
    boolean isStartable() {
        return waits() && wish == Wish.RUN && !isSetAside;
    }

    /** Its worker is to end once the epoch that it is in is on the disk. */
    void stopAfterEpoch() {
        if (state == RunState.RUNNING) {
            lastEpoch = Math.min(lastEpoch, progress.checkpointed() + 1);
        }
    }

    void goOnAfterEpoch() {
        if (wish != Wish.PAUSE_AFTER_EPOCH) {
            lastEpoch = NEVER;
        }
    }

    /** Whether the epoch after which its worker is to end is on the disk. */
    boolean hasEndedLastEpoch() {
        return progress.checkpointed() >= lastEpoch;
    }

    /** Whether its worker ends after the epoch that it is in. */
    boolean endsAfterEpoch() {
        return lastEpoch != NEVER;
    }

    /** Once its worker is gone, a pause after the epoch is a pause like any other. */
    void keepPaused() {
        if (wish == Wish.PAUSE_AFTER_EPOCH) {
            wish = Wish.PAUSE;
        }
        lastEpoch = NEVER;
    }

    void queueAgain() {
        state = RunState.QUEUED;
        wish = Wish.RUN;
        startsWithoutProgress = 0;
        reason = "";
    }

    RunStatus status(Optional<Duration> timeLeft) {
        return new RunStatus(
                key,
                state,
                state == RunState.DONE ? progress.epochs() : progress.epoch(),
                progress.epochs(),
                state == RunState.DONE ? 1 : progress.fraction(),
                timeLeft,
                progress.device(),
                progress.imagesPerSecond(),
                progress.load(),
                reason);
    }
}
