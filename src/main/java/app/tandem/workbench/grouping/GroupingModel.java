package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import app.tandem.owner.RunForecast;
import app.tandem.study.Budget;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The best grouping at every budget, and the budget that is looked at. What takes a search is searched for only while
 * somebody looks. Lives on the JavaFX thread; holds no controls.
 */
public final class GroupingModel {

    private final StudySession session;
    private final EditedStudy study;
    private final Threads threads;
    private final Latest<Optional<Overview>> overviews;
    private final BestSearch search;
    private final KeptGroupings kept;
    private final MissingForecast forecast;
    private final SeedSearch seeds;
    private final MethodsModel methods;
    private final Set<Object> lookers = new HashSet<>();
    private final Set<Object> closeLookers = new HashSet<>();
    private final Set<Object> glancers = new HashSet<>();
    private final AtomicBoolean outdated = new AtomicBoolean(true);
    private volatile boolean looked;
    private volatile String wanted = "";
    private Optional<Overview> overview = Optional.empty();
    private Budget saved;
    private ShownChoice choice = new ShownChoice.Best();

    private final ReadOnlyObjectWrapper<GroupingState> state;
    private final ReadOnlyObjectWrapper<SeedVerdict> verdict =
            new ReadOnlyObjectWrapper<>(SeedVerdict.of(SeedVerdict.Kind.NOTHING));
    private final ReadOnlyObjectWrapper<OptionalDouble> searching = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Budget> budget;
    private final ReadOnlyStringWrapper chosenSetting = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> budgetFault = new ReadOnlyObjectWrapper<>(Optional.empty());

    public GroupingModel(StudySession session, EditedStudy study, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.study = study;
        this.threads = threads;
        Budget budget = study.studyProperty().get().budget();
        this.saved = budget;
        this.budget = new ReadOnlyObjectWrapper<>(budget);
        this.state = new ReadOnlyObjectWrapper<>(GroupingState.first(budget));
        this.overviews = new Latest<>(threads, () -> Overview.of(session, wanted), this::showOverview, fail);
        this.forecast = new MissingForecast(session, threads, fail);
        this.seeds = new SeedSearch(session, threads, this::judge, fail);
        this.methods = new MethodsModel(session, threads, fail);
        this.search = new BestSearch(session, threads, this::look, fail);
        // What is too large to be searched is said on the page already.
        this.kept = new KeptGroupings(
                session,
                threads,
                this::look,
                fault -> state.get().refusal().ifPresentOrElse(told -> {}, () -> fail.accept(fault)),
                fail);
        methods.stateProperty().addListener((property, before, after) -> show());
        study.studyProperty().addListener((property, before, after) -> followStudy(after.budget()));
    }

    /** Brings up to date what a change concerns; from any thread. */
    public void changed(Change change) {
        if (change == Change.STUDY || change == Change.LOSSES) {
            outdated.set(true);
            readOverview();
            forecast.refresh();
        }
    }

    /** Of a large study that takes a moment, which other pages need more. */
    private void readOverview() {
        if (looked && outdated.getAndSet(false)) {
            overviews.request();
        }
    }

    /**
     * Says whether somebody looks at what has to be searched for.
     *
     * @param viewer who
     */
    public void lookedAt(Object viewer, boolean looks) {
        if (looks ? lookers.add(viewer) : lookers.remove(viewer)) {
            followLooks();
            look();
        }
    }

    /**
     * Says whether somebody looks at what is known without a search, such as the settings.
     *
     * @param viewer who
     */
    public void glancedAt(Object viewer, boolean looks) {
        if (looks ? glancers.add(viewer) : glancers.remove(viewer)) {
            followLooks();
        }
    }

    private void followLooks() {
        looked = !lookers.isEmpty() || !glancers.isEmpty();
        readOverview();
    }

    /**
     * Says whether somebody looks at how sure the best grouping is, too, which takes many searches.
     *
     * @param viewer who
     */
    public void lookedAtClosely(Object viewer, boolean looks) {
        if (looks ? closeLookers.add(viewer) : closeLookers.remove(viewer)) {
            lookedAt(viewer, looks);
        }
    }

    /** Searches for what is looked at and not known yet, and shows what is known. */
    private void look() {
        if (!lookers.isEmpty()) {
            overview.ifPresent(now -> search.ask(now, budget.get()));
        }
        searching.set(search.progress().isPresent() ? search.progress() : kept.progress());
        methods.follow(overview, !closeLookers.isEmpty());
        show();
    }

    private void show() {
        state.set(search.state(overview, budget.get())
                .showing(choice, methods.stateProperty().get()));
        judge();
        forecast.follow(missing());
    }

    /** Judges what was found by its seeds, for who looks closely. */
    private void judge() {
        if (!closeLookers.isEmpty()) {
            seeds.ask(state.get());
        }
        verdict.set(seeds.verdict(state.get()));
    }

    /** Draws the best grouping at the budget. */
    public void showBest() {
        show(new ShownChoice.Best());
    }

    /** Draws a grouping that comes after the best, or the best itself. */
    public void show(Selection found) {
        show(best().filter(found::equals).isPresent() ? new ShownChoice.Best() : ShownChoice.of(found));
    }

    /** Draws a grouping made by hand. */
    public void showMine(String name) {
        show(new ShownChoice.Mine(name));
    }

    /** Draws what a method chose at the budget, or says what it lacks. */
    public void showMethod(String id) {
        show(new ShownChoice.Method(id));
    }

    private void show(ShownChoice next) {
        if (!next.equals(choice)) {
            choice = next;
            look();
        }
    }

    private List<Network> missing() {
        return state.get().shown().map(ShownGrouping::missing).orElse(List.of());
    }

    /**
     * Makes the networks that the drawn grouping lacks candidates, and trains them before anything else that waits; or
     * measures the affinities that its method lacks.
     */
    public void trainMissing() {
        List<Network> missing = missing();
        Optional<String> affinities = state.get()
                .shown()
                .filter(ShownGrouping::takesAffinities)
                .flatMap(shown -> overview.map(Overview::setting));
        affinities.ifPresent(setting -> study.then(() -> session.measureAffinities(setting)));
        if (!missing.isEmpty()) {
            study.edit(StudyEdit.SetNetworks.adding(study.studyProperty().get(), missing));
            study.then(() -> session.trainFirst(missing));
        }
    }

    /** Ends every search for good. */
    public void close() {
        search.close();
        seeds.close();
        methods.close();
        kept.close();
    }

    /** Ends the search that is under way; {@link #searchAgain} goes on. */
    public void stopSearch() {
        search.stop();
        kept.stop();
    }

    /** Ends the resampling of seeds that is under way; {@link #searchAgain} goes on. */
    public void stopResampling() {
        seeds.stop();
    }

    public void searchAgain() {
        search.resume();
        seeds.resume();
        look();
    }

    public void chooseSetting(String name) {
        if (!name.equals(wanted)) {
            wanted = name;
            overviews.request();
        }
        chosenSetting.set(name);
    }

    /** The setting that was chosen last; empty before. */
    public ReadOnlyStringProperty chosenSettingProperty() {
        return chosenSetting.getReadOnlyProperty();
    }

    /** Looks at another budget, without changing the study's. */
    public void lookAt(Budget other) {
        budgetFault.set(Optional.empty());
        if (!other.equals(budget.get())) {
            budget.set(other);
            // A method is followed from budget to budget; a runner-up or a grouping made by hand is not of another one.
            choice = choice instanceof ShownChoice.Method ? choice : new ShownChoice.Best();
            kept.lookAt(overview, other);
            look();
        }
    }

    /** Whether budgets can only be looked at. */
    public boolean isReadOnly() {
        return study.isReadOnly();
    }

    /** Whether what is not measured yet can be trained here. */
    public boolean isTrainable() {
        return !isReadOnly() && !study.studyProperty().get().dataset().isOfLosses();
    }

    /** Makes the budget that is looked at the study's own, as one edit that can be undone. */
    public void keepBudget() {
        Budget now = budget.get();
        if (!isReadOnly() && !now.equals(saved)) {
            saved = now;
            study.edit(new StudyEdit.SetBudget(now));
        }
    }

    /** Keeps the grouping that the budget buys now in the place of one that is out of date. */
    public void keepGrouping() {
        Budget now = budget.get();
        study.then(() -> threads.window().execute(() -> kept.keep(now)));
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

    private void showOverview(Optional<Overview> now) {
        // Another one may have been chosen while this was read.
        now.filter(read -> wanted.isEmpty()).ifPresent(read -> wanted = read.setting());
        overview = now;
        kept.lookAt(overview, budget.get());
        look();
    }

    /** After an undo, or an edit made elsewhere, the study's budget is what is looked at. */
    private void followStudy(Budget now) {
        if (!now.equals(saved)) {
            saved = now;
            lookAt(now);
        }
    }

    /** The best groupings as far as they are known. */
    public ReadOnlyObjectProperty<GroupingState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Negative while a search is under way, for nobody knows how far it is; empty otherwise. */
    public ReadOnlyObjectProperty<OptionalDouble> searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** How sure the best grouping is over seeds. */
    public ReadOnlyObjectProperty<SeedVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** How far the resampling of seeds is, 0 to 1; empty where none is under way. */
    public ReadOnlyObjectProperty<OptionalDouble> resamplingProperty() {
        return seeds.progressProperty();
    }

    public ReadOnlyObjectProperty<Budget> budgetProperty() {
        return budget.getReadOnlyProperty();
    }

    /** What is wrong with the budget that was typed. */
    public ReadOnlyObjectProperty<Optional<String>> budgetFaultProperty() {
        return budgetFault.getReadOnlyProperty();
    }

    /** Every method beside the best. */
    public MethodsModel methods() {
        return methods;
    }

    /** The runs that the grouping which is drawn lacks; empty where it lacks none, or while they are counted. */
    public ReadOnlyObjectProperty<Optional<RunForecast>> forecastProperty() {
        return forecast.property();
    }

    /** The best grouping that the budget pays for. */
    public Optional<Selection> best() {
        return state.get().best();
    }

    /**
     * When the grouping that was kept for the budget was made, if the losses have changed since; what is shown is made from
     * the losses as they are.
     */
    public ReadOnlyObjectProperty<Optional<Instant>> outdatedProperty() {
        return kept.outdatedProperty();
    }

    /**
     * Adds the grouping that is drawn to those made by hand, as one edit that can be undone. A task that a network does not
     * serve in it is marked train-only there, so that it stays the grouping that was found. Of the best one it is told once
     * the losses have changed.
     *
     * @param name a number is added where there is one of that name already
     * @return its name; empty where the budget buys no grouping, or the drawn one is on the board already
     */
    public Optional<String> putOnBoard(String name) {
        Optional<ShownGrouping> found = state.get().shown().filter(ShownGrouping::isForTheBoard);
        return found.map(shown -> {
            List<Grouping> groupings = study.studyProperty().get().groupings();
            Grouping put = shown.forTheBoard(name, groupings);
            study.edit(new StudyEdit.AddGrouping(groupings.size(), put));
            if (shown.kind() == ShownGrouping.Kind.BEST) {
                keepGrouping();
            }
            return put.name();
        });
    }
}
