package app.tandem.workbench.common;

import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.workbench.common.SessionListener.Change;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * An open study as the user sees it: with every edit at once, also while it is still being saved. Edits are made in the
 * background, one after the other in the order of the gestures, so that quick ones never overtake one another. Lives on the
 * JavaFX thread.
 */
public final class EditedStudy {

    /** A study and the count at which it was read. */
    private record Read(int count, Study study) {}

    private final StudySession session;
    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private final Latest<Read> reads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    /** Grows whenever an edit is asked for and when it is made: what was read in between may be older than the screen. */
    private final AtomicInteger count = new AtomicInteger();

    private final ReadOnlyObjectWrapper<Study> study;
    private boolean underWay;
    private boolean over;

    /** @param fail hears on the JavaFX thread what an edit threw */
    public EditedStudy(StudySession session, Study now, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.threads = threads;
        this.fail = fail;
        this.study = new ReadOnlyObjectWrapper<>(now);
        this.reads = new Latest<>(threads, () -> new Read(count.get(), session.study()), this::show, this::failToRead);
    }

    /** Brings the study up to date where a change concerns it; from any thread. */
    public void changed(Change change) {
        if (change == Change.STUDY) {
            reads.request();
        }
    }

    /** Whether the study can only be read here, for as long as it is open. */
    public boolean isReadOnly() {
        return session.readOnly().isPresent();
    }

    /** Shows the study after the edit and then makes it; what does not fit is told and changes nothing. */
    public void edit(StudyEdit edit) {
        Study after;
        try {
            session.readOnly().ifPresent(now -> {
                throw now.refusal(study.get().name());
            });
            after = edit.apply(study.get());
        } catch (UserException e) {
            fail.accept(e);
            return;
        }
        if (!after.equals(study.get())) {
            enqueue(() -> session.edit(edit));
            study.set(after);
            startNext();
        }
    }

    public void undo() {
        then(session::undo);
    }

    public void redo() {
        then(session::redo);
    }

    /** Does something in the background once all edits before it are made. */
    public void then(Runnable action) {
        enqueue(action);
        startNext();
    }

    /** As {@link #then}, and nothing is read of the study afterwards. */
    public void atLast(Runnable action) {
        over = true;
        then(action);
    }

    private void failToRead(RuntimeException fault) {
        if (!over) {
            fail.accept(fault);
        }
    }

    private void enqueue(Runnable action) {
        count.incrementAndGet();
        waiting.add(action);
    }

    private void startNext() {
        if (underWay || waiting.isEmpty()) {
            return;
        }
        underWay = true;
        Runnable next = waiting.remove();
        threads.background().execute(() -> {
            try {
                next.run();
            } catch (RuntimeException | Error e) {
                threads.window().execute(() -> fail.accept(Threads.fault(e)));
            } finally {
                count.incrementAndGet();
                threads.window().execute(this::finished);
            }
        });
    }

    private void finished() {
        underWay = false;
        startNext();
        if (isQuiet() && !over) {
            reads.request();
        }
    }

    private boolean isQuiet() {
        return !underWay && waiting.isEmpty();
    }

    private void show(Read read) {
        if (isQuiet() && read.count() == count.get() && !read.study().equals(study.get())) {
            study.set(read.study());
        }
    }

    public ReadOnlyObjectProperty<Study> studyProperty() {
        return study.getReadOnlyProperty();
    }
}
