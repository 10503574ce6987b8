package app.tandem.workbench.start;

import app.tandem.data.DatasetCheck;
import app.tandem.data.DatasetListing;
import app.tandem.owner.StudyDraft;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Threads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Looks at a dataset for what a draft wants of it: lists the splits, then decodes every image to find what is wrong. One
 * look at a time: the next one, or {@link #stop}, ends it at its next image. Lives on the JavaFX thread; works in the
 * background.
 */
public final class DatasetLook {

    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private final AtomicInteger current = new AtomicInteger();
    private final ReadOnlyObjectWrapper<Optional<DatasetListing>> listing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Counted>> counted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DatasetCheck>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ProblemGroup>> problems = new ReadOnlyObjectWrapper<>(List.of());

    /** @param fail hears on the JavaFX thread what is no fault of the dataset */
    DatasetLook(Threads threads, Consumer<RuntimeException> fail) {
        this.threads = threads;
        this.fail = fail;
    }

    void start(StudyDraft draft) {
        stop();
        int number = current.get();
        counted.set(Optional.of(new Counted(0, 0, Optional.empty())));
        threads.background().execute(() -> look(number, draft));
    }

    void stop() {
        current.incrementAndGet();
        listing.set(Optional.empty());
        counted.set(Optional.empty());
        check.set(Optional.empty());
        problems.set(List.of());
    }

    private void look(int number, StudyDraft draft) {
        try {
            DatasetListing list = draft.listing();
            show(number, () -> listing.set(Optional.of(list)));
            DatasetCheck found = draft.check(new Telling(number)::at);
            List<ProblemGroup> groups = ProblemGroup.of(found.problems());
            show(number, () -> end(Optional.of(found), groups));
        } catch (CancellationException another) {
            // The look that took its place tells what it finds.
            return;
        } catch (UserException e) {
            List<ProblemGroup> groups = ProblemGroup.of(List.of(DatasetCheck.Problem.fatal(e)));
            show(number, () -> end(Optional.empty(), groups));
        } catch (RuntimeException | Error e) {
            show(number, () -> {
                counted.set(Optional.empty());
                fail.accept(Threads.fault(e));
            });
        }
    }

    private void end(Optional<DatasetCheck> found, List<ProblemGroup> groups) {
        problems.set(groups);
        check.set(found);
        counted.set(Optional.empty());
    }

    private void show(int number, Runnable news) {
        threads.window().execute(() -> {
            if (number == current.get()) {
                news.run();
            }
        });
    }

    /** Tells of progress as often as the window can show it, not of every image. */
    private final class Telling {
        private final int number;
        private final long began = System.nanoTime();
        private final AtomicReference<Optional<Counted>> untold = new AtomicReference<>(Optional.empty());

        Telling(int number) {
            this.number = number;
        }

        void at(int done, int total) {
            if (number != current.get()) {
                throw new CancellationException();
            }
            Counted now = Counted.of(done, total, Duration.ofNanos(System.nanoTime() - began));
            if (untold.getAndSet(Optional.of(now)).isEmpty()) {
                show(number, () -> counted.set(untold.getAndSet(Optional.empty())));
            }
        }
    }

    /** Empty until the files are listed. */
    public ReadOnlyObjectProperty<Optional<DatasetListing>> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /** How far the look is; empty where none is under way. */
    public ReadOnlyObjectProperty<Optional<Counted>> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** Empty until every image was looked at, and where they could not even be listed. */
    public ReadOnlyObjectProperty<Optional<DatasetCheck>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** What is wrong, worst first. */
    public ReadOnlyObjectProperty<List<ProblemGroup>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}
