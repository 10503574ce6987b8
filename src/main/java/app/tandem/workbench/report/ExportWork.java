package app.tandem.workbench.report;

import app.tandem.study.UserException;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The export that is under way, one at a time, and how the last one ended. Lives on the JavaFX thread. */
final class ExportWork {

    private final StudySession session;
    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private Optional<ReportExport> work = Optional.empty();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<ExportState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ExportOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param fail hears what broke an export, unless the user can put it right */
    ExportWork(StudySession session, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.threads = threads;
        this.fail = fail;
    }

    /**
     * Exports in the background; a second call meanwhile does nothing.
     *
     * @param language of headings and captions
     */
    void start(Locale language, Function<ReportExport, ExportOutcome> job) {
        if (work.isPresent()) {
            return;
        }
        ReportExport started = new ReportExport(session, language, InstantSource.system(), now -> threads.window()
                .execute(() -> show(now)));
        work = Optional.of(started);
        outcome.set(Optional.empty());
        state.set(Optional.of(ExportState.FIRST));
        threads.background().execute(() -> {
            ExportOutcome ended = run(() -> job.apply(started));
            threads.window().execute(() -> end(ended));
        });
    }

    private static ExportOutcome run(Supplier<ExportOutcome> job) {
        try {
            return job.get();
        } catch (CancellationException e) {
            return new ExportOutcome.Cancelled();
        } catch (RuntimeException | Error e) {
            return new ExportOutcome.Failed(Threads.fault(e));
        }
    }

    private void show(ExportState now) {
        if (work.isPresent()) {
            state.set(Optional.of(now));
        }
    }

    private void end(ExportOutcome ended) {
        work = Optional.empty();
        state.set(Optional.empty());
        outcome.set(Optional.of(ended));
        if (ended instanceof ExportOutcome.Failed failed && !(failed.fault() instanceof UserException)) {
            fail.accept(failed.fault());
        }
        List<Runnable> waiting = List.copyOf(afterwards);
        afterwards.clear();
        waiting.forEach(Runnable::run);
    }

    /** Does something once no export is under way: at once, or when it has ended. */
    void afterwards(Runnable action) {
        if (work.isPresent()) {
            afterwards.add(action);
        } else {
            action.run();
        }
    }

    /** Ends it as soon as it can be; nothing is written then, unless all of it is already. */
    void cancel() {
        work.ifPresent(ReportExport::cancel);
        state.get().map(ExportState::stopping).ifPresent(now -> state.set(Optional.of(now)));
    }

    /** Asks no more whether files are to be replaced: it was asked of what was chosen before. */
    void forgetQuestion() {
        if (outcome.get().filter(ExportOutcome.Occupied.class::isInstance).isPresent()) {
            outcome.set(Optional.empty());
        }
    }

    ReadOnlyObjectProperty<Optional<ExportState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ExportOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
