package app.tandem.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Runs waiting, running and ended: a handle. Each run is one worker process; a worker that is killed is started again
 * from its checkpoint. Safe for several threads; no method waits for a worker, but for {@link #awaitIdle} and
 * {@link #close}.
 *
 * <p>Methods only change what is wanted; the executor then brings the workers in line with it ({@link QueueWork}).
 */
public final class RunQueue implements AutoCloseable {

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(60);

    private final Object lock = new Object();
    private final WorkerLauncher launcher;
    private final SerialExecutor executor;
    private final List<QueueListener> listeners = new CopyOnWriteArrayList<>();
    private final QueueWork work;
    private final InstantSource clock;
    private final Runnable forgetLauncher;

    // Guarded by the lock, as are the runs.
    private final RunList runs;
    private boolean started;
    private boolean paused;
    private boolean pausesAfterEpoch;
    private String haltReason = "";
    private boolean closing;
    private boolean idle = true;

    /**
     * An empty queue, not started.
     *
     * @param runsFolder holds one folder for each run
     * @param executor on which files are read, workers started and listeners called, one task at a time; not this thread
     * @param clock for the time a worker takes to start, or is silent
     */
    public RunQueue(Path runsFolder, WorkerLauncher launcher, Executor executor, InstantSource clock) {
        this.runs = new RunList(runsFolder);
        this.launcher = launcher;
        this.executor = new SerialExecutor(executor, this::broke);
        this.clock = clock;
        this.work = new QueueWork(this, launcher, clock);
        this.forgetLauncher = launcher.whenSlotsChange(() -> later(work::pump));
    }

    /**
     * Puts jobs at the end. A job that is in the queue already is left as it is, unless it failed, was cancelled, or has
     * become another by a change of the design or the data. One whose folder holds its result is not trained again; its
     * epochs and its result are told to the listeners.
     */
    public void submit(List<Job> jobs) {
        change(() -> jobs.forEach(job -> runs.put(job, isActive())));
    }

    /** Starts runs as devices are free. */
    public void start() {
        change(() -> {
            started = true;
            goOn();
        });
    }

    /** Takes all runs off their devices and starts no more; each goes on from its last epoch later. */
    public void pause() {
        change(() -> paused = true);
    }

    /**
     * Starts no more runs, and takes each one that runs off its device as soon as the epoch that it is in is on the disk, so
     * that nothing is trained twice.
     */
    public void pauseAfterEpoch() {
        change(() -> {
            pausesAfterEpoch = true;
            runs.all().forEach(QueuedRun::stopAfterEpoch);
        });
    }

    /** Goes on after {@link #pause()} or {@link #pauseAfterEpoch()}, or after the queue halted by itself. Runs that were paused one by one stay so. */
    public void resume() {
        change(this::goOn);
    }

    private void goOn() {
        paused = false;
        pausesAfterEpoch = false;
        haltReason = "";
        work.forgetFailures();
        for (QueuedRun run : runs.all()) {
            run.goOnAfterEpoch();
            if (run.state == RunState.PAUSED && run.wish == QueuedRun.Wish.RUN) {
                run.state = RunState.QUEUED;
            }
        }
    }

    /** Takes one run off its device, or holds it back. */
    public void pause(RunKey key) {
        change(() -> with(key, run -> {
            if (!run.state.isFinal()) {
                run.wish = QueuedRun.Wish.PAUSE;
                run.state = run.waits() ? RunState.PAUSED : run.state;
            }
        }));
    }

    /** Takes one run off its device as soon as the epoch that it is in is on the disk; holds back one that waits. */
    public void pauseAfterEpoch(RunKey key) {
        change(() -> with(key, run -> {
            if (run.state == RunState.RUNNING) {
                run.wish = QueuedRun.Wish.PAUSE_AFTER_EPOCH;
                run.stopAfterEpoch();
            } else if (run.waits()) {
                run.wish = QueuedRun.Wish.PAUSE;
                run.state = RunState.PAUSED;
            }
        }));
    }

    /** Puts a paused or cancelled run back in line, or lets one that was to pause after its epoch go on. */
    public void resume(RunKey key) {
        change(() -> with(key, run -> {
            if (run.state == RunState.CANCELLED) {
                run.queueAgain();
            } else if (!run.state.isFinal()) {
                run.wish = QueuedRun.Wish.RUN;
                if (!pausesAfterEpoch) {
                    run.goOnAfterEpoch();
                }
                run.state = run.state == RunState.PAUSED ? RunState.QUEUED : run.state;
            }
        }));
    }

    /** Takes a run out; what it had learned is kept in its folder. */
    public void cancel(RunKey key) {
        change(() -> with(key, run -> {
            if (!run.state.isFinal()) {
                run.wish = QueuedRun.Wish.CANCEL;
                run.state = run.state == RunState.RUNNING ? run.state : RunState.CANCELLED;
            }
        }));
    }

    /** Queues again what failed; it goes on from its checkpoint. */
    public void retryFailed() {
        change(() -> {
            runs.all().stream().filter(run -> run.state == RunState.FAILED).forEach(QueuedRun::queueAgain);
            haltReason = "";
            work.forgetFailures();
        });
    }

    /**
     * Sets all other runs aside: they leave their devices and the list, but keep their places and what they learned, and go
     * on once they are among the wanted again.
     *
     * @param wanted asked of each run's job; must return soon
     */
    public void keepOnly(Predicate<Job> wanted) {
        change(() -> runs.keepOnly(wanted, isActive()));
    }

    /** How many runs are set aside before they have ended. */
    public int setAside() {
        synchronized (lock) {
            return runs.setAside();
        }
    }

    /** From now on, runs that wait are trained in this order. */
    public void arrange(RunOrder order) {
        change(() -> runs.arrange(order));
    }

    /** All runs in the order of the queue, without those that are set aside. */
    public List<RunStatus> statuses() {
        synchronized (lock) {
            TimeLeft left = new TimeLeft(runs.all());
            return runs.listed(run -> run.status(left.of(run)));
        }
    }

    /** Until everything in the queue has ended; empty where nothing was measured yet. */
    public Optional<Duration> timeLeft() {
        synchronized (lock) {
            return new TimeLeft(runs.all()).ofAll(runs.all(), launcher.slots().size());
        }
    }

    /** Whether runs are started as devices are free. */
    public boolean isActive() {
        synchronized (lock) {
            return started && !paused && !pausesAfterEpoch && haltReason.isEmpty() && !closing;
        }
    }

    /**
     * Ends workers that are alive and have got no further for very long; to be called about once a minute. Their runs are
     * started again from their checkpoints, and given up like any that is killed again and again.
     */
    public void endHungWorkers() {
        Instant now = clock.instant();
        later(() -> work.endHung(now));
    }

    public void addListener(QueueListener listener) {
        listeners.add(listener);
    }

    public void removeListener(QueueListener listener) {
        listeners.remove(listener);
    }

    /** Waits until nothing runs, nothing more will be started, and the listeners were told of everything. */
    public void awaitIdle() throws InterruptedException {
        synchronized (lock) {
            while (!idle) {
                lock.wait();
            }
        }
    }

    /** Takes all runs off their devices and waits until their processes are gone. */
    @Override
    public void close() {
        forgetLauncher.run();
        change(() -> closing = true);
        try {
            if (!awaitIdle(LONGEST_GOODBYE)) {
                work.killAll();
                awaitIdle(LONGEST_GOODBYE);
            }
        } catch (InterruptedException e) {
            work.killAll();
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitIdle(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        synchronized (lock) {
            while (!idle) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                lock.wait(millis);
            }
            return true;
        }
    }

    /** Changes what is wanted, tells what that changed, and has the workers brought in line. */
    private void change(Runnable edit) {
        synchronized (lock) {
            Set<RunStatus> before = new HashSet<>(plainStatuses());
            edit.run();
            runs.settle();
            idle = false;
            for (RunStatus status : plainStatuses()) {
                if (!before.contains(status)) {
                    tell(listener -> listener.statusChanged(status));
                }
            }
        }
        later(work::pump);
    }

    private List<RunStatus> plainStatuses() {
        return runs.listed(run -> run.status(Optional.empty()));
    }

    private void with(RunKey key, Consumer<QueuedRun> edit) {
        runs.find(key).ifPresent(edit);
    }

    Object lock() {
        return lock;
    }

    /** Only under the lock. */
    List<QueuedRun> runs() {
        return runs.all();
    }

    /** Only under the lock: whether this run's worker is to end. */
    boolean mustStop(QueuedRun run) {
        boolean mayRun = run.wish == QueuedRun.Wish.RUN || run.wish == QueuedRun.Wish.PAUSE_AFTER_EPOCH;
        return paused || closing || run.isSetAside || !mayRun || run.hasEndedLastEpoch();
    }

    /** Stops starting runs until the user goes on. Those that run are left alone, and may end alike without a word. */
    public void halt(String reason) {
        synchronized (lock) {
            if (!haltReason.isEmpty()) {
                return;
            }
            haltReason = reason;
        }
        tell(listener -> listener.halted(reason));
    }

    /** Nothing more is started; and what waits for the end of runs is told of the end of those that did end. */
    private void broke(Error error) {
        boolean first = haltReason().isEmpty();
        halt("Tandem itself broke (" + error + "). Start it again; what was trained is safe");
        if (first) {
            later(work::pump);
        }
    }

    /** Why the queue starts no more runs, where it stopped by itself; until it goes on. */
    public Optional<String> haltReason() {
        synchronized (lock) {
            return Optional.of(haltReason).filter(reason -> !reason.isEmpty());
        }
    }

    void later(Runnable task) {
        executor.execute(task);
    }

    void tell(Consumer<QueueListener> what) {
        later(() -> listeners.forEach(what));
    }

    void tellStatus(QueuedRun run) {
        RunStatus status;
        synchronized (lock) {
            status = run.status(new TimeLeft(runs.all()).of(run));
        }
        tell(listener -> listener.statusChanged(status));
    }

    /**
     * Tells that nothing is under way, after everything that was told before: what is told while this is in line stands
     * behind it, so it goes to the end of the line once more.
     */
    void checkIdle() {
        later(() -> {
            synchronized (lock) {
                if (idle || !isIdle()) {
                    return;
                }
            }
            later(this::becomeIdle);
        });
    }

    private void becomeIdle() {
        synchronized (lock) {
            if (idle || !isIdle()) {
                return;
            }
            idle = true;
            lock.notifyAll();
        }
        listeners.forEach(QueueListener::idle);
    }

    private boolean isIdle() {
        boolean active = isActive();
        return runs.all().stream()
                .noneMatch(run -> (!run.checked && !closing)
                        || (run.state == RunState.RUNNING && !(closing && run.isFollowed))
                        || (active && run.isStartable()));
    }
}
