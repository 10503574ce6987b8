package app.tandem.workbench.grouping;

import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Stability;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import app.tandem.workbench.common.LongAnswer;
import app.tandem.workbench.common.LongAnswer.Course;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Resamples the seeds of what was found. Lives on the JavaFX thread. */
final class SeedSearch {

    private static final long SEED = 0;

    private record Found(String setting, String losses, Budget budget, Selection best, List<Selection> runnerUps) {}

    private final StudySession session;
    private final LongAnswer<Found, SeedVerdict> verdicts;

    SeedSearch(StudySession session, Threads threads, Runnable changed, Consumer<RuntimeException> fail) {
        this.session = session;
        this.verdicts = new LongAnswer<>(
                threads,
                this::judge,
                (before, after) -> !before.setting().equals(after.setting())
                        || !before.budget().equals(after.budget()),
                fail);
        verdicts.answerProperty().addListener((property, before, after) -> changed.run());
        verdicts.progressProperty().addListener((property, before, after) -> changed.run());
        verdicts.stoppedProperty().addListener((property, before, after) -> changed.run());
    }

    private SeedVerdict judge(Found found, Course course) {
        LossTable table = session.losses(found.setting());
        int resamples = Stability.usualResamples(table.taskCount());
        Stability.Suggested suggested =
                new Stability.Suggested(table, SearchOptions.COVER, found.budget(), found.best(), found.runnerUps());
        Optional<Stability> known = Stability.of(suggested, resamples, SEED, course::look, done -> {
            // An event for every resample would be more than a window can show.
            if (done * 50 % resamples < 50) {
                course.progressed(done / (double) resamples);
            }
        });
        return SeedVerdict.of(Stability.fewestSeeds(table), known);
    }

    /** Judges what was found, unless it was judged already. */
    void ask(GroupingState state) {
        found(state).ifPresent(verdicts::ask);
    }

    /** Once no search is under way, so that best and runner-ups are of the same losses. */
    private static Optional<Found> found(GroupingState state) {
        return state.overview()
                .filter(known -> state.phase() == GroupingState.Phase.FOUND)
                .flatMap(known -> state.best()
                        .map(best ->
                                new Found(known.setting(), known.losses(), state.budget(), best, state.runnerUps())));
    }

    /** What can be said of what was found. */
    SeedVerdict verdict(GroupingState state) {
        Optional<Found> asked = found(state);
        Optional<LongAnswer.Answer<Found, SeedVerdict>> answer = verdicts.answerProperty()
                .get()
                .filter(known -> asked.filter(known.question()::equals).isPresent());
        if (answer.flatMap(LongAnswer.Answer::value).isPresent()) {
            return answer.get().value().orElseThrow();
        }
        if (answer.flatMap(LongAnswer.Answer::fault)
                .filter(UserException.class::isInstance)
                .isPresent()) {
            return SeedVerdict.of(SeedVerdict.Kind.MANY_TASKS);
        }
        if (verdicts.progressProperty().get().isPresent()) {
            return SeedVerdict.of(SeedVerdict.Kind.WORKING);
        }
        return SeedVerdict.of(verdicts.stoppedProperty().get() ? SeedVerdict.Kind.STOPPED : SeedVerdict.Kind.NOTHING);
    }

    void stop() {
        verdicts.stop();
    }

    void resume() {
        verdicts.resume();
    }

    void close() {
        verdicts.close();
    }

    ReadOnlyObjectProperty<OptionalDouble> progressProperty() {
        return verdicts.progressProperty();
    }
}
