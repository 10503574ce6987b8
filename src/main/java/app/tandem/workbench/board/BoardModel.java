package app.tandem.workbench.board;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.LossEstimates;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.loss.LossCell;
import app.tandem.owner.GuidedGoal;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.GroupingEdit;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.GroupingModel;
import app.tandem.workbench.grouping.GroupingState;
import app.tandem.workbench.grouping.Overview;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Groupings built by hand, and what is known of them. Every gesture is one edit of the study, seen at once, saved and undone
 * like any other. Lives on the JavaFX thread; holds no controls.
 */
public final class BoardModel {

    /** What the background is asked. */
    private record Question(Study study, Optional<Grouping> grouping, String setting) {}

    private final StudySession session;
    private final EditedStudy study;
    private final GroupingModel best;
    private final Consumer<RuntimeException> fail;
    private final FindingsReader reader;
    private final BoardEstimates estimates;
    private final Latest<Optional<Findings>> findings;
    private final Latest<Candidates> forecasts;
    private final Thumbnails thumbnails;
    private volatile Question question;
    private Optional<Findings> known = Optional.empty();
    private String chosen = "";
    private final Set<Object> viewers = new HashSet<>();

    private final ReadOnlyObjectWrapper<Board> board;
    private final ReadOnlyObjectWrapper<Optional<Candidates>> candidates =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param best knows the best grouping at every budget, and the setting that is looked at */
    public BoardModel(
            StudySession session,
            EditedStudy study,
            GroupingModel best,
            Threads threads,
            Consumer<RuntimeException> fail) {
        this.session = session;
        this.study = study;
        this.best = best;
        this.fail = fail;
        Study now = study.studyProperty().get();
        this.board = new ReadOnlyObjectWrapper<>(BoardSheet.of(
                now, now.groupings().stream().findFirst(), known, Optional.empty(), Optional.empty(), List.of()));
        this.question = new Question(now, board.get().grouping(), "");
        this.reader = new FindingsReader(session);
        this.estimates = new BoardEstimates(threads, this::show, fail);
        this.findings = new Latest<>(
                threads, () -> reader.read(question.setting(), question.grouping()), this::showFindings, fail);
        this.forecasts = new Latest<>(threads, this::forecast, this::showForecast, fail);
        this.thumbnails = new Thumbnails(session, threads, fail);
        study.studyProperty().addListener((property, before, after) -> studyChanged(before, after));
        best.stateProperty().addListener((property, before, after) -> show());
        show();
    }

    /** Brings up to date what a change concerns; from any thread. */
    public void changed(Change change) {
        if (change == Change.LOSSES || change == Change.STUDY) {
            reader.forget();
            forecasts.request();
        }
        if (change != Change.EPOCHS) {
            findings.request();
        }
        if (change == Change.STUDY) {
            thumbnails.request();
        }
    }

    private void studyChanged(Study before, Study after) {
        if (!before.groupings().equals(after.groupings())) {
            chosen = BoardChoice.follow(before.groupings(), after.groupings(), chosen);
        }
        show();
        forecasts.request();
    }

    private void show() {
        Study now = study.studyProperty().get();
        Optional<Grouping> shown = current(now);
        String setting = setting(now);
        Question asked = new Question(now, shown, setting);
        if (!asked.equals(question)) {
            question = asked;
            findings.request();
        }
        GroupingState searched = best.stateProperty().get();
        boolean fits = searched.overview()
                .filter(each -> each.setting().equals(setting))
                .isPresent();
        Optional<Frontier> frontier =
                searched.frontier().filter(each -> fits && each.taskIds().equals(now.taskIds()));
        boolean looksAtStudy = searched.budget().equals(now.budget());
        List<Selection> next = frontier.isPresent() && looksAtStudy ? searched.runnerUps() : List.of();
        Optional<Findings> fitting = known.filter(each -> each.fits(now, setting));
        Optional<LossEstimates> foretold = fitting.flatMap(each -> estimates.of(each.losses()));
        board.set(BoardSheet.of(now, shown, fitting, foretold, frontier, next));
        askForBest();
        askForEstimates();
    }

    /**
     * Says whether the board is in sight.
     *
     * @param viewer by which it is seen
     */
    public void seen(Object viewer, boolean now) {
        if (now ? viewers.add(viewer) : viewers.remove(viewer)) {
            best.glancedAt(this, !viewers.isEmpty());
            askForBest();
            askForEstimates();
        }
    }

    /** The best grouping is something to compare with, or to begin with; nothing else on the board is worth a search. */
    private void askForBest() {
        Board now = board.get();
        best.lookedAt(
                this,
                !viewers.isEmpty()
                        && (now.outcome().isPresent() || now.grouping().isEmpty()));
    }

    /** Only what is looked at and was not measured is worth an estimate. */
    private void askForEstimates() {
        boolean open = board.get().columns().stream()
                .flatMap(column -> column.cards().stream())
                .anyMatch(card -> !card.loss().isPresent());
        if (open && !viewers.isEmpty()) {
            known.map(Findings::losses).ifPresent(estimates::want);
        }
    }

    private Optional<Grouping> current(Study now) {
        Optional<Grouping> same = now.groupings().stream()
                .filter(grouping -> grouping.name().equals(chosen))
                .findFirst();
        Optional<Grouping> shown = same.or(() -> now.groupings().stream().findFirst());
        chosen = shown.map(Grouping::name).orElse("");
        return shown;
    }

    /** The setting that the grouping page looks at, or the first. */
    private String setting(Study now) {
        List<String> names = now.settings().stream().map(Setting::name).toList();
        return best.stateProperty()
                .get()
                .overview()
                .map(Overview::setting)
                .filter(names::contains)
                .orElse(names.isEmpty() ? "" : names.get(0));
    }

    private void showFindings(Optional<Findings> now) {
        known = now;
        show();
    }

    private Candidates forecast() {
        Question asked = question;
        return Candidates.forecast(session, asked.study(), asked.grouping(), asked.setting());
    }

    private void showForecast(Candidates now) {
        candidates.set(Optional.of(now));
    }

    /** Shows another of the study's groupings. */
    public void choose(String name) {
        chosen = name;
        show();
        forecasts.request();
    }

    /** Adds a grouping without networks and shows it. */
    public void create(String name) {
        edit(new StudyEdit.AddGrouping(study.studyProperty().get().groupings().size(), new Grouping(name, List.of())));
    }

    /** Adds a copy of the grouping that is shown, behind it, and shows the copy. */
    public void duplicate(String name) {
        board.get()
                .grouping()
                .ifPresent(shown -> edit(
                        StudyEdit.AddGrouping.after(study.studyProperty().get(), shown.name(), shown.withName(name))));
    }

    /** Adds a grouping that was found elsewhere and shows it. */
    public void put(Selection found, String name) {
        List<Grouping.Member> members = found.networks().stream()
                .map(Served::network)
                .map(Grouping.Member::of)
                .toList();
        edit(new StudyEdit.AddGrouping(study.studyProperty().get().groupings().size(), new Grouping(name, members)));
    }

    public void rename(String name) {
        board.get()
                .grouping()
                .filter(shown -> !shown.name().equals(name.strip()))
                .ifPresent(
                        shown -> edit(() -> new StudyEdit.ChangeGrouping(shown.name(), shown.withName(name.strip()))));
    }

    /** Removes the grouping that is shown, and shows its neighbour. */
    public void remove() {
        board.get().grouping().ifPresent(shown -> edit(new StudyEdit.RemoveGrouping(shown.name())));
    }

    /** The best grouping within the budget, where it is known. */
    public Optional<Selection> bestFound() {
        return best.stateProperty().get().best(board.get().budget());
    }

    /**
     * Holds a card over a place.
     *
     * @param copy leaves the card where it was as well
     * @return whether it could be dropped there
     */
    public boolean hover(Held held, Target target, boolean copy) {
        if (preview.get().filter(now -> now.isOf(held, target, copy)).isPresent()) {
            return true;
        }
        Optional<Preview> next = moves().edit(held, target, copy, "?").map(edit -> preview(edit, held, target, copy));
        preview.set(next);
        return next.isPresent();
    }

    private Preview preview(StudyEdit edit, Held held, Target target, boolean copy) {
        Study after = edit.apply(study.studyProperty().get());
        Grouping grouping = board.get()
                .grouping()
                .map(shown -> after.grouping(shown.name()))
                .orElseGet(() -> after.groupings().get(after.groupings().size() - 1));
        Optional<Findings> fitting = known.filter(each -> each.fits(after, each.setting()));
        Optional<Network> made = moves().after(held, target, copy)
                .map(card -> grouping.member(card.from().orElse(0)).network());
        LossCell loss = made.flatMap(network -> fitting.map(each -> each.loss(network, held.task())))
                .orElse(LossCell.ABSENT);
        Optional<LossEstimates.Expected> estimate = loss.isPresent()
                ? Optional.empty()
                : made.flatMap(network -> fitting.flatMap(each -> estimates.of(each.losses()))
                        .flatMap(each -> each.loss(network, held.task())));
        return new Preview(held, target, copy, grouping.cost(), loss, estimate);
    }

    /** Lets go of what was held, without a drop. */
    public void release() {
        preview.set(Optional.empty());
    }

    /**
     * Puts a card somewhere.
     *
     * @param copy leaves the card where it was as well
     * @param name of the grouping that is made where there is none yet
     * @return the card where it is now; empty where nothing was changed, or the card is off the board
     */
    public Optional<Held> drop(Held held, Target target, boolean copy, String name) {
        release();
        Moves moves = moves();
        Optional<StudyEdit> edit = moves.edit(held, target, copy, name);
        edit.ifPresent(this::edit);
        return edit.flatMap(made -> moves.after(held, target, copy));
    }

    /** Whether the board can only be looked at. */
    public boolean isReadOnly() {
        return study.isReadOnly();
    }

    /** Whether a card could be put somewhere. */
    public boolean accepts(Held held, Target target, boolean copy) {
        return !isReadOnly() && moves().edit(held, target, copy, "?").isPresent();
    }

    private Moves moves() {
        return new Moves(study.studyProperty().get(), board.get().grouping());
    }

    /** Marks a task as train-only in a network, or takes the mark off. */
    public void toggleTrainOnly(int task, int position) {
        board.get().grouping().ifPresent(shown -> {
            boolean marked = shown.member(position).trainOnly().contains(task);
            edit(new GroupingEdit.SetTrainOnly(shown.name(), id(task), position, !marked));
        });
    }

    public void setEncoder(int position, EncoderSize size) {
        board.get().grouping().ifPresent(shown -> edit(new GroupingEdit.SetEncoder(shown.name(), position, size)));
    }

    public void removeNetwork(int position) {
        board.get().grouping().ifPresent(shown -> edit(new GroupingEdit.TakeNetwork(shown.name(), position)));
    }

    /** Makes these the candidates. */
    public void choose(Candidates.Choice choice) {
        if (!choice.networks().isEmpty()) {
            edit(new StudyEdit.SetNetworks(choice.networks()));
        }
    }

    /** Makes the networks of the grouping that is shown candidates too, and trains whatever is missing. */
    public void train() {
        board.get()
                .grouping()
                .ifPresent(shown ->
                        edit(StudyEdit.SetNetworks.adding(study.studyProperty().get(), shown.networks())));
        study.then(session::train);
    }

    /** Trains only those candidates that could improve the best grouping at the study's budget, with every seed. */
    public void trainGuided(String setting) {
        study.then(() ->
                session.trainGuided(new GuidedGoal(setting, session.study().budget(), OptionalInt.empty())));
    }

    private void edit(StudyEdit edit) {
        study.edit(edit);
    }

    private void edit(Supplier<StudyEdit> edit) {
        try {
            study.edit(edit.get());
        } catch (UserException e) {
            fail.accept(e);
        }
    }

    private String id(int task) {
        return study.studyProperty().get().tasks().get(task).id();
    }

    public ReadOnlyObjectProperty<Board> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /** What could be trained; empty while it is worked out for the first time. */
    public ReadOnlyObjectProperty<Optional<Candidates>> candidatesProperty() {
        return candidates.getReadOnlyProperty();
    }

    /** What a drop would make while a card is held over a place that takes it. */
    public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** A picture of each task's label, where the dataset is at hand. */
    public Thumbnails thumbnails() {
        return thumbnails;
    }
}
