package app.tandem.workbench;

import app.tandem.run.LocalWorkers;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the window is started with.
 *
 * @param opener opens studies and samples
 * @param file a study to open first; not with {@code session}
 * @param session a study that is open already, as during a demo; it is closed when the window lets go of it
 * @param background two threads or more; the window never shuts it down
 * @param choices where the window's choices are kept
 * @param cache the folder in which faults of Tandem's own are written down
 * @param openFolder shows a folder in the machine's file browser; called in the background
 * @param workers of this machine, which train the studies of {@code opener}
 */
public record WorkbenchContext(
        StudyOpener opener,
        Optional<Path> file,
        Optional<StudySession> session,
        Executor background,
        Path choices,
        Path cache,
        Consumer<Path> openFolder,
        LocalWorkers workers) {}
