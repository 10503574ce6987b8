package app.tandem.cli;

import app.tandem.owner.ImportedLosses;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyOwner;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.WorkerChoice;
import app.tandem.study.Study;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** This machine's workers and threads, for the commands that own a study. */
final class Machine implements AutoCloseable {

    private final Console console;
    private final ExecutorService queueThread = Executors.newSingleThreadExecutor(DaemonThreads.named("queue"));
    private final ExecutorService workerThreads = Executors.newCachedThreadPool(DaemonThreads.named("worker"));
    private final LocalWorkers workers;
    private final Device device;

    Machine(Console console, Device device) {
        this(console, WorkerChoice.of(device), device);
    }

    /** @throws app.tandem.study.UserException if this machine has no such workers */
    Machine(Console console, WorkerChoice choice) {
        this(console, choice, choice.device());
    }

    private Machine(Console console, WorkerChoice choice, Device device) {
        this.console = console;
        this.device = device;
        this.workers = LocalWorkers.on(choice, console.cache(), workerThreads);
    }

    /** A machine whose workers may be chosen anew while it trains: runs are queued for whatever they are. */
    static Machine ofChanging(Console console, WorkerChoice choice) {
        return new Machine(console, choice, Device.AUTO);
    }

    LocalWorkers workers() {
        return workers;
    }

    StudyOwner open(Path study) {
        return StudyOwner.open(study, options());
    }

    StudyOwner create(Path file, Study study) {
        return StudyOwner.create(file, study, options());
    }

    StudyOwner create(Path file, ImportedLosses losses) {
        return StudyOwner.create(file, losses, options());
    }

    private OwnerOptions options() {
        return new OwnerOptions(console.cache(), workers, device, queueThread, InstantSource.system());
    }

    @Override
    public void close() {
        queueThread.shutdown();
        workerThreads.shutdown();
    }
}
