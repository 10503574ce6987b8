package app.tandem.run;

import java.io.IOException;
import java.util.List;

/** Starts workers: on this machine, or later on others. */
public interface WorkerLauncher {

    /** The devices that can each hold one worker at a time; a device that can hold two is in the list twice. */
    List<Device> slots();

    /**
     * Hears, on any thread, that {@link #slots} has become another list; of most launchers it never does.
     *
     * @return takes the listener off again
     */
    default Runnable whenSlotsChange(Runnable heard) {
        return () -> {};
    }

    /**
     * Starts a worker on a run whose folder holds its job.
     *
     * @param device one of {@link #slots}, as they were just before
     * @throws IOException if no process can be started
     */
    Worker launch(RunFolder folder, Device device, WorkerListener listener) throws IOException;

    /**
     * Follows a worker that someone else started and that is still alive. It cannot be stopped from here, only killed; its end has
     * the exit code {@link ExitCode#LOCKED}.
     */
    Worker follow(RunFolder folder, WorkerListener listener);

    /** A worker that was started. */
    interface Worker {

        /** Asks it to end, which it does soon after; it loses what came after its last checkpoint. */
        void stop();

        /** Ends it at once; it loses the same. */
        void kill();
    }

    /** Told by a worker's threads; must return soon. */
    interface WorkerListener {

        /** There may be new events in the run's folder. */
        void wakeUp();

        /** The process is gone; {@code exitCode} is one of {@link ExitCode}, or above 128 for a signal. */
        void ended(int exitCode);
    }
}
