package app.tandem.workbench.grouping;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingScore;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Threads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The best grouping at every budget, and the budget that is looked at. Lives on the JavaFX thread; holds no controls. */
public final class GroupingModel {

    /**
     * What is known of one setting.
     *
     * @param measured networks with all validation losses, of {@code networks}
     * @param mine the groupings made by hand of which every network is measured
     * @param allInOne the test loss of one full-size network of all tasks, where measured
     */
    public record Solved(
            List<String> settings,
            String setting,
            List<Task> tasks,
            List<TaskMark> marks,
            Frontier frontier,
            int measured,
            int networks,
            List<Mine> mine,
            OptionalDouble allInOne,
            BudgetScale scale) {}

    /** A grouping made by hand, with who serves in it as validation chose. */
    public record Mine(String name, Selection selection) {}

    private record AtBudget(List<Selection> runnerUps, Optional<Instant> outdated) {}

    private record Question(String setting, Budget budget) {}

    private final StudySession session;
    private final EditedStudy study;
    private final Latest<Optional<Solved>> frontiers;
    private final Latest<AtBudget> next;
    private volatile Question question;
    private Budget saved;

    private final ReadOnlyObjectWrapper<Optional<Solved>> solved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Budget> budget;
    private final ReadOnlyObjectWrapper<Optional<String>> budgetFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Instant>> outdated = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Selection> runnerUps = FXCollections.observableArrayList();

    public GroupingModel(StudySession session, EditedStudy study, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.study = study;
        Budget budget = study.studyProperty().get().budget();
        this.saved = budget;
        this.budget = new ReadOnlyObjectWrapper<>(budget);
        this.question = new Question("", budget);
        this.frontiers = new Latest<>(threads, this::solve, this::showSolved, fail);
        this.next = new Latest<>(threads, this::lookAtBudget, this::showAtBudget, fail);
        study.studyProperty().addListener((property, before, after) -> followStudy(after.budget()));
    }

    /** Brings up to date what a change concerns; from any thread. */
    public void changed(Change change) {
        if (change == Change.STUDY || change == Change.LOSSES) {
            frontiers.request();
        }
    }

    public void chooseSetting(String name) {
        question = new Question(name, question.budget());
        frontiers.request();
    }

    /** Looks at another budget, without changing the study's. */
    public void lookAt(Budget other) {
        budgetFault.set(Optional.empty());
        if (!other.equals(budget.get())) {
            budget.set(other);
            question = new Question(question.setting(), other);
            next.request();
        }
    }

    /** Makes the budget that is looked at the study's own, as one edit that can be undone. */
    public void keepBudget() {
        if (!budget.get().equals(saved)) {
            keepGrouping();
        }
    }

    /** As {@link #keepBudget}; and keeps the grouping that it buys now in the place of one that is out of date. */
    public void keepGrouping() {
        StudyEdit edit = new StudyEdit.SetBudget(budget.get());
        if (budget.get().equals(saved)) {
            study.then(() -> session.edit(edit));
        } else {
            saved = budget.get();
            study.edit(edit);
        }
        study.then(next::request);
    }

    /** Reads what the user typed, {@code 2.5} or {@code 5/2}; what is no budget leaves everything as it was and says so. */
    public void typeBudget(String text) {
        try {
            lookAt(Budget.parse(text));
            keepBudget();
        } catch (UserException e) {
            budgetFault.set(Optional.of(e.what() + ". " + e.remedy() + "."));
        }
    }

    private Optional<Solved> solve() {
        Study design = session.study();
        List<String> names = design.settings().stream().map(Setting::name).toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String name = names.contains(question.setting()) ? question.setting() : names.get(0);
        LossTable table = session.losses(name);
        int measured = (int) IntStream.range(0, table.networks().size())
                .filter(network -> table.isMeasured(network, Measure.VALIDATION))
                .count();
        return Optional.of(new Solved(
                names,
                name,
                design.tasks(),
                TaskMark.of(design.tasks()),
                session.frontier(name),
                measured,
                table.networks().size(),
                mine(table, design.groupings()),
                allInOne(table),
                BudgetScale.of(table.networks(), design.tasks().size())));
    }

    private static List<Mine> mine(LossTable table, List<Grouping> groupings) {
        return groupings.stream()
                .flatMap(grouping -> GroupingScore.of(table, grouping, SearchOptions.COVER)
                        .selection()
                        .map(selection -> new Mine(grouping.name(), selection))
                        .stream())
                .toList();
    }

    private static OptionalDouble allInOne(LossTable table) {
        int network = table.networks().indexOf(Network.of(TaskSet.all(table.taskCount()), EncoderSize.FULL));
        if (network < 0 || !table.isMeasured(network, Measure.TEST)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(IntStream.range(0, table.taskCount())
                .mapToDouble(task -> {
                    LossCell cell = table.cell(network, task, Measure.TEST);
                    return cell.mean() * table.weights().get(task);
                })
                .sum());
    }

    private void showSolved(Optional<Solved> now) {
        now.ifPresent(s -> question = new Question(s.setting(), question.budget()));
        solved.set(now);
        next.request();
    }

    /** After an undo, or an edit made elsewhere, the study's budget is what is looked at. */
    private void followStudy(Budget now) {
        if (!now.equals(saved)) {
            saved = now;
            lookAt(now);
        }
    }

    private AtBudget lookAtBudget() {
        Question asked = question;
        return asked.setting().isEmpty()
                ? new AtBudget(List.of(), Optional.empty())
                : new AtBudget(
                        session.runnerUps(asked.setting(), asked.budget()),
                        session.outdatedSuggestion(asked.setting(), asked.budget()));
    }

    private void showAtBudget(AtBudget now) {
        runnerUps.setAll(now.runnerUps());
        outdated.set(now.outdated());
    }

    public ReadOnlyObjectProperty<Optional<Solved>> solvedProperty() {
        return solved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Budget> budgetProperty() {
        return budget.getReadOnlyProperty();
    }

    /** What is wrong with the budget that was typed. */
    public ReadOnlyObjectProperty<Optional<String>> budgetFaultProperty() {
        return budgetFault.getReadOnlyProperty();
    }

    /** The best grouping that the budget pays for. */
    public Optional<Selection> best() {
        return solved.get().flatMap(s -> s.frontier().at(budget.get()));
    }

    /**
     * When the grouping that was kept for the budget was made, if the losses have changed since; what is shown is made from
     * the losses as they are.
     */
    public ReadOnlyObjectProperty<Optional<Instant>> outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /**
     * Adds the best grouping to those made by hand, as one edit that can be undone. A task that a network does not serve
     * in it is marked train-only there, so that it stays the grouping that was found.
     *
     * @param name a number is added where there is one of that name already
     * @return its name; empty where the budget buys no grouping
     */
    public Optional<String> putOnBoard(String name) {
        return best().map(selection -> {
            List<Grouping> groupings = study.studyProperty().get().groupings();
            List<String> taken = groupings.stream().map(Grouping::name).toList();
            String free = name;
            for (int next = 2; taken.contains(free); next++) {
                free = name + " (" + next + ")";
            }
            List<Grouping.Member> members = selection.networks().stream()
                    .map(served -> new Grouping.Member(served.network(), served.auxiliary()))
                    .toList();
            study.edit(new StudyEdit.AddGrouping(groupings.size(), new Grouping(free, members)));
            return free;
        });
    }

    /** The groupings after the best one, in order. */
    public ObservableList<Selection> runnerUps() {
        return runnerUps;
    }
}
