package app.tandem.workbench.grouping;

import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.LongAnswer;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Keeps what a budget buys, and knows when that is out of date. Lives on the JavaFX thread. */
final class KeptGroupings {

    private record Keeping(Budget budget, int count) {}

    private record Question(String setting, Budget budget) {}

    private final LongAnswer<Keeping, Budget> keepings;
    private final Latest<Optional<Instant>> dates;
    private final ReadOnlyObjectWrapper<Optional<Instant>> outdated = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile Question question = new Question("", new Budget(Fraction.ONE));
    private int count;

    /**
     * @param changed hears that a keeping began or ended
     * @param failed hears why something could not be kept
     * @param fail hears what else went wrong
     */
    KeptGroupings(
            StudySession session,
            Threads threads,
            Runnable changed,
            Consumer<RuntimeException> failed,
            Consumer<RuntimeException> fail) {
        this.keepings = new LongAnswer<>(
                threads,
                (asked, course) -> {
                    session.keepSuggestions(asked.budget(), course::look);
                    return asked.budget();
                },
                (before, after) -> true,
                told -> {});
        this.dates = new Latest<>(
                threads,
                () -> {
                    Question asked = question;
                    return asked.setting().isEmpty()
                            ? Optional.empty()
                            : session.outdatedSuggestion(asked.setting(), asked.budget());
                },
                outdated::set,
                fail);
        keepings.progressProperty().addListener((property, before, after) -> changed.run());
        keepings.answerProperty().addListener((property, before, after) -> {
            dates.request();
            after.flatMap(LongAnswer.Answer::fault).ifPresent(failed);
        });
    }

    /** Keeps what the budget buys now in every setting. */
    void keep(Budget budget) {
        keepings.ask(new Keeping(budget, ++count));
        keepings.resume();
    }

    /** Looks for what was kept of a setting at a budget. */
    void lookAt(Optional<Overview> overview, Budget budget) {
        question = new Question(overview.map(Overview::setting).orElse(""), budget);
        dates.request();
    }

    void stop() {
        if (progress().isPresent()) {
            keepings.stop();
        }
    }

    void close() {
        keepings.close();
    }

    OptionalDouble progress() {
        return keepings.progressProperty().get();
    }

    /** When what is looked at was kept, if the losses have changed since. */
    ReadOnlyObjectProperty<Optional<Instant>> outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }
}
