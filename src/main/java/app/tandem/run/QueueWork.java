package app.tandem.run;

import app.tandem.run.RunResult.Failed;
import app.tandem.run.RunResult.Failure;
import app.tandem.run.WorkerLauncher.Worker;
import app.tandem.run.WorkerLauncher.WorkerListener;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the workers in line with what is wanted of the queue. All of it runs on the queue's executor, one task at a
 * time; files are read and processes started outside the lock.
 */
final class QueueWork {

    /** A worker that ends this often without having got further is given up. */
    static final int STARTS_WITHOUT_PROGRESS = 5;

    private static final int LAST_WORDS = 3;

    private final RunQueue queue;
    private final WorkerLauncher launcher;
    private final InstantSource clock;
    private final TripWire tripWire = new TripWire();
    private final Watchdog watchdog = new Watchdog();

    QueueWork(RunQueue queue, WorkerLauncher launcher, InstantSource clock) {
        this.queue = queue;
        this.launcher = launcher;
        this.clock = clock;
    }

    void forgetFailures() {
        queue.later(tripWire::reset);
    }

    void pump() {
        Runnable action = next();
        while (action != null) {
            action.run();
            action = next();
        }
        markNextInLine();
        queue.checkIdle();
    }

    private @Nullable Runnable next() {
        synchronized (queue.lock()) {
            for (QueuedRun run : queue.runs()) {
                if (!run.checked) {
                    run.checked = true;
                    return () -> check(run);
                }
                Worker worker = run.worker;
                if (worker != null && !run.stopSent && queue.mustStop(run)) {
                    run.stopSent = true;
                    return worker::stop;
                }
            }
            return queue.isActive() ? nextLaunch() : null;
        }
    }

    private @Nullable Runnable nextLaunch() {
        List<Device> slots = launcher.slots();
        List<Integer> free = freeSlots(slots.size());
        if (free.isEmpty()) {
            return null;
        }
        for (QueuedRun run : queue.runs()) {
            if (run.isStartable()) {
                for (int slot : free) {
                    Device device = slots.get(slot);
                    if (device.serves(run.job.device())) {
                        run.state = RunState.RUNNING;
                        run.slot = slot;
                        return () -> launch(run, device);
                    }
                }
            }
        }
        return null;
    }

    /** A run may be in a slot that was there when it began and is no more: it counts until it ends. */
    private List<Integer> freeSlots(int slots) {
        List<Integer> free = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            free.add(slot);
        }
        int taken = 0;
        for (QueuedRun run : queue.runs()) {
            free.remove((Integer) run.slot);
            taken += run.slot == QueuedRun.NO_SLOT ? 0 : 1;
        }
        return free.subList(0, Math.max(0, Math.min(free.size(), slots - taken)));
    }

    /** The first run that could start but for its device waits for it; all behind it are in line. */
    private void markNextInLine() {
        QueuedRun changed = null;
        synchronized (queue.lock()) {
            boolean found = !queue.isActive();
            for (QueuedRun run : queue.runs()) {
                if (run.waits()) {
                    RunState wanted = !found && run.isStartable() ? RunState.WAITING_FOR_DEVICE : RunState.QUEUED;
                    found |= wanted == RunState.WAITING_FOR_DEVICE;
                    if (wanted == RunState.WAITING_FOR_DEVICE && run.state != wanted) {
                        changed = run;
                    }
                    run.state = wanted;
                }
            }
        }
        if (changed != null) {
            queue.tellStatus(changed);
        }
    }

    /** Looks into the folder of a run that is new in the queue. */
    private void check(QueuedRun run) {
        try {
            Optional<RunResult> result = resultOf(run);
            if (result.isPresent() && !(result.get() instanceof Failed)) {
                readEvents(run);
                end(run, result.get());
            } else if (launcher.slots().stream().noneMatch(slot -> slot.serves(run.job.device()))) {
                end(run, new Failed(Failure.BAD_JOB, "There is no device " + run.job.device() + " here."));
            } else if (run.folder.isAlive()) {
                follow(run);
            } else if (Files.exists(run.folder.checkpoint()) && run.folder.holds(run.job)) {
                showCheckpoint(run);
            }
        } catch (IOException e) {
            end(run, new Failed(Failure.NOT_STARTED, "The run's folder cannot be read (" + e.getMessage() + ")."));
        }
    }

    /** Tells how far a run had come when its last worker was interrupted. */
    private void showCheckpoint(QueuedRun run) {
        readEvents(run);
        synchronized (queue.lock()) {
            run.progress.interrupted();
        }
        queue.tellStatus(run);
    }

    /** A damaged result is kept aside, and the run trained again. */
    private static Optional<RunResult> resultOf(QueuedRun run) throws IOException {
        try {
            return run.folder.resultOf(run.job);
        } catch (UserException e) {
            Files.move(
                    run.folder.resultFile(),
                    run.folder.path().resolve("result.json.damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        }
    }

    private void follow(QueuedRun run) {
        Worker worker = launcher.follow(run.folder, new Ear(run));
        synchronized (queue.lock()) {
            run.state = RunState.RUNNING;
            run.worker = worker;
            run.isFollowed = true;
            run.silence = Duration.ZERO;
            List<Integer> free = freeSlots(launcher.slots().size());
            if (run.slot == QueuedRun.NO_SLOT && !free.isEmpty()) {
                run.slot = free.get(0);
            }
        }
        readEvents(run);
        queue.tellStatus(run);
    }

    private void launch(QueuedRun run, Device device) {
        try {
            if (run.folder.isAlive()) {
                follow(run);
                return;
            }
            run.folder.prepare(run.job);
            Optional<RunResult> result = resultOf(run);
            if (result.isPresent() && !(result.get() instanceof Failed)) {
                readEvents(run);
                end(run, result.get());
                return;
            }
            run.folder.forgetFailure();
            Instant launchTime = clock.instant();
            Worker worker = launcher.launch(run.folder, device, new Ear(run));
            synchronized (queue.lock()) {
                run.worker = worker;
                run.isFollowed = false;
                run.stopSent = false;
                run.silence = Duration.ZERO;
                run.progress.launched(launchTime);
                run.hungFor = Duration.ZERO;
                run.checkpointedAtLaunch = run.progress.checkpointed();
            }
            queue.tellStatus(run);
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, the run must not stand there as running with nobody at it.
            end(run, new Failed(Failure.NOT_STARTED, "The worker could not be started (" + e.getMessage() + ")."));
        }
    }

    private void readEvents(QueuedRun run) {
        run.toBeRead.set(false);
        List<RunEvent> events;
        try {
            events = run.tail.next();
        } catch (IOException e) {
            System.getLogger(QueueWork.class.getName())
                    .log(System.Logger.Level.WARNING, "The events of " + run.key + " cannot be read", e);
            return;
        }
        for (RunEvent event : events) {
            synchronized (queue.lock()) {
                run.progress.apply(event);
                run.silence = Duration.ZERO;
            }
            if (event instanceof RunEvent.EpochEnded ended) {
                queue.tell(listener -> listener.epochFinished(run.key, ended.losses()));
            } else if (event instanceof RunEvent.AffinitiesMeasured measured) {
                queue.tell(listener -> listener.affinitiesMeasured(run.key, measured.affinities()));
            } else if (event instanceof RunEvent.Checkpointed) {
                queue.later(this::pump);
            }
        }
        if (!events.isEmpty()) {
            queue.tellStatus(run);
        }
    }

    private void ended(QueuedRun run, int exitCode) {
        try {
            settle(run, exitCode);
        } catch (Error e) {
            // Its worker is gone, whatever its last events were.
            end(run, new Failed(Failure.INTERNAL, "Tandem itself broke (" + e + ")"));
            throw e;
        }
        pump();
    }

    private void settle(QueuedRun run, int exitCode) {
        readEvents(run);
        Optional<RunResult> result;
        try {
            result = resultOf(run);
        } catch (IOException e) {
            result = Optional.empty();
        }
        if (result.isPresent()) {
            end(run, result.get());
        } else if (exitCode == ExitCode.BAD_JOB || exitCode == ExitCode.USAGE) {
            end(run, new Failed(Failure.BAD_JOB, run.folder.lastWords(1)));
        } else {
            endedWithoutResult(run, exitCode);
        }
    }

    private void endedWithoutResult(QueuedRun run, int exitCode) {
        boolean givenUp = false;
        synchronized (queue.lock()) {
            boolean asked = run.stopSent || exitCode == ExitCode.LOCKED;
            boolean stopped = queue.mustStop(run) || run.wish == QueuedRun.Wish.PAUSE_AFTER_EPOCH;
            run.keepPaused();
            release(run);
            if (run.wish == QueuedRun.Wish.CANCEL) {
                run.state = RunState.CANCELLED;
            } else if (stopped) {
                run.state = RunState.PAUSED;
            } else {
                run.state = RunState.QUEUED;
            }
            if (!asked) {
                boolean further = run.progress.checkpointed() > run.checkpointedAtLaunch;
                run.startsWithoutProgress = further ? 1 : run.startsWithoutProgress + 1;
                run.reason = CrashWords.again(exitCode, run.hungFor);
                givenUp = run.state == RunState.QUEUED && run.startsWithoutProgress >= STARTS_WITHOUT_PROGRESS;
            }
        }
        if (givenUp) {
            String words = CrashWords.givenUp(exitCode, run.hungFor, STARTS_WITHOUT_PROGRESS);
            end(run, new Failed(Failure.CRASHED, RunReason.of(words, run.folder.lastWords(LAST_WORDS))));
        } else {
            queue.tellStatus(run);
        }
    }

    private void end(QueuedRun run, RunResult result) {
        synchronized (queue.lock()) {
            release(run);
            if (result instanceof Failed failed) {
                run.state = RunState.FAILED;
                run.reason = failed.reason();
            } else if (result instanceof RunResult.Diverged diverged) {
                run.state = RunState.DIVERGED;
                run.reason = "Its loss was no number any more at step " + diverged.step() + ". "
                        + String.join(". ", diverged.remedies()) + ".";
            } else {
                run.state = RunState.DONE;
                run.reason = "";
            }
        }
        queue.tellStatus(run);
        queue.tell(listener -> listener.runEnded(run.key, result));
        tripWire.ended(result).ifPresent(queue::halt);
    }

    private static void release(QueuedRun run) {
        run.worker = null;
        run.isFollowed = false;
        run.stopSent = false;
        run.slot = QueuedRun.NO_SLOT;
        run.progress.rest();
    }

    /** Ends the workers that are alive and get no further; they are then started again like any that was killed. */
    void endHung(Instant now) {
        List<QueuedRun> working;
        synchronized (queue.lock()) {
            working = queue.runs().stream().filter(run -> run.worker != null).toList();
        }
        working.forEach(this::readEvents);
        List<Worker> hung = new ArrayList<>();
        synchronized (queue.lock()) {
            for (QueuedRun run : watchdog.look(queue.runs(), now)) {
                Worker worker = run.worker;
                if (worker != null) {
                    hung.add(worker);
                }
            }
        }
        hung.forEach(Worker::kill);
    }

    /** Ends all workers at once, but for those that someone else started. */
    void killAll() {
        synchronized (queue.lock()) {
            for (QueuedRun run : queue.runs()) {
                Worker worker = run.worker;
                if (worker != null && !run.isFollowed) {
                    worker.kill();
                }
            }
        }
    }

    /** Hands what a worker's threads hear to the queue's executor. */
    private final class Ear implements WorkerListener {

        private final QueuedRun run;

        Ear(QueuedRun run) {
            this.run = run;
        }

        @Override
        public void wakeUp() {
            if (run.toBeRead.compareAndSet(false, true)) {
                queue.later(() -> readEvents(run));
            }
        }

        @Override
        public void ended(int exitCode) {
            queue.later(() -> QueueWork.this.ended(run, exitCode));
        }
    }
}
