package app.tandem.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Runs waiting, running and ended: a handle. Each run is one worker process; a worker that is killed is started again
 * from its checkpoint. Safe for several threads; no method waits for a worker, but for {@link #awaitIdle} and
 * {@link #close}.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class RunQueue implements AutoCloseable {

    /**
     * An empty queue, not started.
     *
     * @param runsFolder holds one folder for each run
     * @param executor on which files are read, workers started and listeners called, one task at a time
     */
    public RunQueue(Path runsFolder, WorkerLauncher launcher, Executor executor, InstantSource clock) {}

    /**
     * Puts jobs at the end. A job that is in the queue already is left as it is; one whose folder holds its result is
     * not trained again, and its result is told to the listeners.
     */
    public void submit(List<Job> jobs) {
        throw new UnsupportedOperationException();
    }

    /** Starts runs as devices are free. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Takes all runs off their devices, each with a checkpoint, and starts no more. */
    public void pause() {
        throw new UnsupportedOperationException();
    }

    /** Goes on after {@link #pause()}, or after the queue halted by itself. */
    public void resume() {
        throw new UnsupportedOperationException();
    }

    /** Takes one run off its device with a checkpoint, or holds it back. */
    public void pause(RunKey key) {
        throw new UnsupportedOperationException();
    }

    public void resume(RunKey key) {
        throw new UnsupportedOperationException();
    }

    /** Takes a run out; what it had learned is kept in its folder. */
    public void cancel(RunKey key) {
        throw new UnsupportedOperationException();
    }

    /** Queues again what failed or was cancelled; a failed run goes on from its checkpoint. */
    public void retryFailed() {
        throw new UnsupportedOperationException();
    }

    /** Moves a run that waits to a place among all runs, 0 for the first. */
    public void move(RunKey key, int position) {
        throw new UnsupportedOperationException();
    }

    /** All runs in the order of the queue. */
    public List<RunStatus> statuses() {
        throw new UnsupportedOperationException();
    }

    /** Until everything in the queue has ended; empty where nothing was measured yet. */
    public Optional<Duration> timeLeft() {
        throw new UnsupportedOperationException();
    }

    public void addListener(QueueListener listener) {
        throw new UnsupportedOperationException();
    }

    public void removeListener(QueueListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Waits until nothing runs and nothing more will be started. */
    public void awaitIdle() throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Takes all runs off their devices, each with a checkpoint, and waits until their processes are gone. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
