package app.tandem.run;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * What a run's folder tells of a worker that another process has started. Asks for no lock, which that worker might want
 * at the same moment.
 */
public final class WatchedRun {

    private static final System.Logger LOG = System.getLogger(WatchedRun.class.getName());

    private WatchedRun() {}

    /** How far the run is; empty where it is not being trained on this machine now. */
    public static Optional<RunStatus> of(RunFolder folder, RunKey key) {
        try {
            if (!Files.exists(folder.eventsFile())) {
                return Optional.empty();
            }
            List<RunEvent> events = folder.events();
            if (!isUnderWay(events)) {
                return Optional.empty();
            }
            RunProgress progress = new RunProgress(folder.job());
            events.forEach(progress::apply);
            return Optional.of(new RunStatus(
                    key,
                    RunState.RUNNING,
                    progress.epoch(),
                    progress.epochs(),
                    progress.fraction(),
                    Optional.empty(),
                    progress.device(),
                    progress.imagesPerSecond(),
                    progress.load(),
                    ""));
        } catch (IOException | UserException e) {
            LOG.log(System.Logger.Level.DEBUG, "how far " + key + " is cannot be read", e);
            return Optional.empty();
        }
    }

    /** A worker that was killed has no end among its events, so its process is asked for as well. */
    private static boolean isUnderWay(List<RunEvent> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof RunEvent.Ended) {
                return false;
            }
            if (events.get(i) instanceof RunEvent.Started started) {
                return started.process().isPresent();
            }
        }
        return false;
    }
}
