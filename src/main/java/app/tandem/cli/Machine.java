package app.tandem.cli;

import app.tandem.owner.ImportedLosses;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyOwner;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
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
        this.console = console;
        this.device = device;
        this.workers = LocalWorkers.on(device, console.cache(), workerThreads);
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
