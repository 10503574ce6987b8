package app.tandem.workbench;

import app.tandem.owner.DatasetLocation;
import app.tandem.study.DatasetReference;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.workbench.common.SessionListener;
import app.tandem.workbench.common.SessionListener.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the dataset is where the study says. What was made from it is made anew once it is another one, or back. */
final class DatasetAtHand {

    private record Seen(DatasetReference dataset, List<Task> tasks, Optional<Path> missing) {}

    private final Supplier<Study> study;
    private final ConstantLosses constants;
    private final SessionListener listener;
    private Optional<Seen> seen = Optional.empty();

    /** @param listener told when what depends on the dataset is to be looked at again */
    DatasetAtHand(Supplier<Study> study, ConstantLosses constants, SessionListener listener) {
        this.study = study;
        this.constants = constants;
        this.listener = listener;
    }

    /** The place at which the dataset no longer is; empty where it is there. Asks the disk. */
    Optional<Path> missing() {
        Study now = study.get();
        Seen next = new Seen(now.dataset(), now.tasks(), DatasetLocation.missing(now));
        Optional<Seen> before;
        synchronized (this) {
            before = seen;
            seen = Optional.of(next);
        }
        if (before.isPresent() && !before.get().equals(next)) {
            constants.forget();
            listener.changed(Change.LOSSES);
            listener.changed(Change.STUDY);
        }
        return next.missing();
    }
}
