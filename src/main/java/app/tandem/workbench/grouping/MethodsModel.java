package app.tandem.workbench.grouping;

import app.tandem.grouping.AllInOne;
import app.tandem.grouping.GroupingMethod;
import app.tandem.grouping.Independent;
import app.tandem.grouping.MethodComparison;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import app.tandem.workbench.common.LongAnswer;
import app.tandem.workbench.common.LongAnswer.Course;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.Methods.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Compares every method on the losses that are looked at. With few tasks, all of it measured, that begins by itself. Lives
 * on the JavaFX thread; holds no controls.
 */
public final class MethodsModel {

    /** With more tasks the user is asked first: the comparison is many searches. */
    static final int QUICK_TASKS = 6;

    private record Asked(String setting, List<String> taskIds, String losses, List<AffinityMatrix> affinities) {

        /** Whether an answer to the other still speaks of the same setting and tasks. */
        private boolean isLike(Asked other) {
            return setting.equals(other.setting) && taskIds.equals(other.taskIds);
        }
    }

    private final StudySession session;
    /** With the losses from which it was made. */
    private record Compared(LossTable losses, MethodComparison comparison) {}

    private final LongAnswer<Asked, Compared> comparisons;
    private final Set<String> hidden =
            new HashSet<>(Set.of(new AllInOne().id(), new Independent().id(), MethodComparison.RANDOM_WORST));
    private Optional<Overview> overview = Optional.empty();
    private final ReadOnlyObjectWrapper<Methods> state = new ReadOnlyObjectWrapper<>(
            new Methods(Phase.NOTHING, Optional.empty(), Optional.empty(), List.of(), hidden, Optional.empty()));

    MethodsModel(StudySession session, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.comparisons = new LongAnswer<>(threads, this::compare, (before, after) -> !before.isLike(after), fail);
        comparisons.answerProperty().addListener((property, before, after) -> show());
        comparisons.progressProperty().addListener((property, before, after) -> {
            if (before.isPresent() != after.isPresent()) {
                show();
            }
        });
        comparisons.stoppedProperty().addListener((property, before, after) -> show());
    }

    private Compared compare(Asked asked, Course course) {
        LossTable table = session.losses(asked.setting());
        List<GroupingMethod> methods = MethodComparison.methods(asked.affinities());
        List<Budget> budgets = MethodComparison.usualBudgets(table.taskCount());
        int all = methods.size() * budgets.size();
        MethodComparison comparison = MethodComparison.of(table, methods, budgets, done -> {
            course.look();
            course.progressed(done / (double) all);
        });
        return new Compared(table, comparison);
    }

    /** @param seen whether the methods are in sight */
    void follow(Optional<Overview> now, boolean seen) {
        overview = now;
        boolean quick = now.filter(known -> known.tasks().size() <= QUICK_TASKS
                        && known.networks() > 0
                        && known.measured() == known.networks())
                .isPresent();
        if (seen && quick) {
            compare();
        }
        show();
    }

    /** Compares the methods on the losses as they are now. */
    public void compare() {
        asked().ifPresent(comparisons::ask);
    }

    /** Ends the comparison that is under way; {@link #resume} goes on. */
    public void stop() {
        comparisons.stop();
    }

    public void resume() {
        comparisons.resume();
        compare();
    }

    void close() {
        comparisons.close();
    }

    /** Shows the curve of a method in the plot, or not. */
    public void showCurve(String method, boolean wanted) {
        if (wanted ? hidden.remove(method) : hidden.add(method)) {
            show();
        }
    }

    private Optional<Asked> asked() {
        return overview.filter(known -> known.measured() > 0)
                .map(known -> new Asked(known.setting(), known.taskIds(), known.losses(), known.affinities()));
    }

    private void show() {
        Optional<LongAnswer.Answer<Asked, Compared>> answer = comparisons
                .answerProperty()
                .get()
                .filter(known -> asked().filter(known.question()::isLike).isPresent());
        boolean current = answer.filter(
                        known -> asked().filter(known.question()::equals).isPresent())
                .isPresent();
        Optional<UserException> refusal = answer.filter(known -> current)
                .flatMap(LongAnswer.Answer::fault)
                .filter(UserException.class::isInstance)
                .map(UserException.class::cast);
        Optional<Compared> compared = answer.flatMap(LongAnswer.Answer::value);
        state.set(new Methods(
                phase(current, refusal.isPresent()),
                compared.map(Compared::losses),
                compared.map(Compared::comparison),
                unmeasured(),
                hidden,
                refusal));
    }

    private Phase phase(boolean current, boolean refused) {
        if (asked().isEmpty()) {
            return Phase.NOTHING;
        }
        if (comparisons.progressProperty().get().isPresent()) {
            return Phase.WORKING;
        }
        if (comparisons.stoppedProperty().get()) {
            return Phase.STOPPED;
        }
        return refused ? Phase.REFUSED : current ? Phase.KNOWN : Phase.WAITING;
    }

    private List<String> unmeasured() {
        List<String> measured = overview.stream()
                .flatMap(known -> known.affinities().stream())
                .map(AffinityMatrix::id)
                .toList();
        boolean several = overview.filter(known -> known.tasks().size() > 1).isPresent();
        return Stream.of(JointAffinities.LOOKAHEAD, JointAffinities.COSINE, JointAffinities.FIRST_ORDER)
                .filter(id -> several && !measured.contains(id))
                .toList();
    }

    /** The methods as far as they are compared. */
    public ReadOnlyObjectProperty<Methods> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the comparison is, 0 to 1, negative while nothing is known; empty where none is under way. */
    public ReadOnlyObjectProperty<OptionalDouble> progressProperty() {
        return comparisons.progressProperty();
    }
}
