package app.tandem.owner;

import app.tandem.data.Progress;
import app.tandem.grouping.GuidedAdvice;
import app.tandem.grouping.GuidedSearch;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLauncher;
import app.tandem.store.StoredGuidance;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A study that trains only what could matter: {@link GuidedSearch} as a mode of the queue. Each time a run ends it looks at all
 * losses, asks the search what to train next, and queues that, until the search stops by itself.
 *
 * <p>It wants as many runs under way as there are workers, and asks for networks only as workers lack runs, so that every choice
 * knows all that is known by then. With one worker, training goes as the search's replay does; with more, a network may be
 * trained that would not have been chosen had the others been known.
 *
 * <p>All follows from the losses, the candidates, and the choices made so far; the study keeps the goal and these choices. So
 * after a pause, a crash or a year it goes on as if nothing had been. Whatever else was trained counts; a network that is no
 * candidate any more is not trained. A network that diverged, failed or was paused or cancelled is left out; a failed one is tried
 * again once it is asked to go on, and one that was paused or cancelled once the user lets it go on.
 *
 * <p>Safe for several threads. Choosing takes some tenths of a second, on the thread on which results come in: so the queue is
 * never idle between two choices.
 */
public final class GuidedTraining {

    private final StudyOwner owner;
    private final StudyFile file;
    private final StudyListener listeners;
    private final WorkerLauncher launcher;

    // Guarded by this.
    private Optional<StoredGuidance> kept;
    private boolean going;
    private final Set<RunKey> givenUp = new HashSet<>();
    private Optional<GuidedVerdict> latest = Optional.empty();
    private Optional<UserException> problem = Optional.empty();
    private @Nullable Study judged;

    /**
     * @param listeners told of every new verdict
     * @param options say how many workers there are
     */
    GuidedTraining(StudyOwner owner, StudyFile file, StudyListener listeners, OwnerOptions options) {
        this.owner = owner;
        this.file = file;
        this.listeners = listeners;
        this.launcher = options.launcher();
        this.kept = file.guidance();
    }

    private int workers() {
        return launcher.slots().size();
    }

    /** What it looks for; empty where the study has no guided training. */
    public synchronized Optional<GuidedGoal> goal() {
        return kept.map(GuidedGoal::of);
    }

    /** Whether a run that has no result is to be trained now, as far as this has a say. */
    public synchronized boolean wants(RunKey run) {
        return kept.isEmpty()
                || verdict()
                        .filter(now -> now.goal().setting().equals(run.setting())
                                && now.goal().isOf(run.seed())
                                && now.underWay().stream()
                                        .anyMatch(network -> now.key(network).equals(run.network())))
                        .isPresent();
    }

    /** How many runs that waited in the queue when it began are held back until {@link #end}. */
    public int heldBack() {
        return owner.toTrain().heldBack();
    }

    /**
     * What it takes at most, about: it spends no more than all candidates of one and two tasks cost.
     *
     * @throws UserException if there is no such setting
     */
    public RunForecast most(String setting) {
        Study study = owner.study();
        Study one = study.withNetworks(small(study)).withSettings(List.of(study.setting(setting)));
        return RunForecast.of(one, file.runs(), workers());
    }

    /** Whether it chooses on as losses come in. */
    public synchronized boolean isGoing() {
        return going;
    }

    /** What it knows so far; empty where the study has no guided training, or {@link #problem()} says why not. */
    public synchronized Optional<GuidedVerdict> verdict() {
        if (latest.isEmpty() && problem.isEmpty()) {
            try {
                latest = kept.map(guidance -> look(guidance, 0));
            } catch (UserException e) {
                problem = Optional.of(e);
            }
        }
        return latest;
    }

    /** Why it cannot go on as the study is; empty where it can. */
    public synchronized Optional<UserException> problem() {
        return problem;
    }

    /**
     * Begins one, in the place of an earlier one, or goes on with the one of this goal. Other runs that wait in the queue are
     * held back until {@link #end}, also once it has stopped by itself. The queue still has to be started.
     *
     * @param decoding hears how far the dataset is decoded, where that was not done before
     * @throws UserException if the study has no such setting or seed, too many tasks, no grouping within the budget, or an
     *     unusable dataset; it is then as it was
     */
    public void begin(GuidedGoal goal, Progress decoding) {
        List<String> chosen = chosen(goal);
        goal.seeds(owner.study());
        requireImages();
        lookAtData(goal.choosing(chosen), decoding);
        synchronized (this) {
            givenUp.clear();
            choose(goal.choosing(chosen), owner.toTrain()::holdBackWhatWaits, decoding);
        }
    }

    private synchronized List<String> chosen(GuidedGoal goal) {
        return kept.filter(guidance -> GuidedGoal.of(guidance).equals(goal))
                .map(StoredGuidance::chosen)
                .orElse(List.of());
    }

    private void requireImages() {
        if (owner.study().dataset().isOfLosses()) {
            throw new UserException(
                    "The study holds losses that were measured elsewhere, and no images to train on",
                    owner.path().toString(),
                    "See what the guided search would have trained: tandem suggest STUDY --method guided");
        }
    }

    /** Where nothing is left to train, a dataset that is away is no fault. */
    private void lookAtData(StoredGuidance wanted, Progress decoding) {
        try {
            owner.planForData(decoding);
        } catch (UserException e) {
            synchronized (this) {
                if (!look(wanted, workers()).isFinal()) {
                    throw e;
                }
            }
        }
    }

    /** Goes on with the one that the study has; does nothing where it has none. As {@link #begin}. */
    public void goOn(Progress decoding) {
        goal().ifPresent(goal -> begin(goal, decoding));
    }

    /**
     * Forgets it. What it trained stays, what it has queued is trained like any other run, and what was held back waits again.
     *
     * @throws UserException if that cannot be saved
     */
    public synchronized void end() {
        file.forgetGuidance();
        kept = Optional.empty();
        going = false;
        latest = Optional.empty();
        problem = Optional.empty();
        owner.toTrain().holdBackNothing();
        listeners.guidedChanged();
    }

    /**
     * Looks, chooses and queues; what is chosen is kept before it is queued, so that no crash lies between.
     *
     * @param beforeQueueing called before anything is queued
     */
    private void choose(StoredGuidance stored, Runnable beforeQueueing, Progress decoding) {
        GuidedVerdict verdict = look(stored, workers());
        List<String> chosen = new ArrayList<>(new LinkedHashSet<>(stored.chosen()));
        verdict.underWay().stream()
                .map(verdict::key)
                .filter(key -> !chosen.contains(key))
                .forEach(chosen::add);
        StoredGuidance guidance = verdict.goal().choosing(chosen);
        if (kept.filter(guidance::equals).isEmpty()) {
            file.saveGuidance(guidance);
            kept = Optional.of(guidance);
        }
        going = !verdict.isFinal();
        problem = Optional.empty();
        latest = Optional.of(verdict);
        beforeQueueing.run();
        queueMissing(verdict, decoding);
        listeners.guidedChanged();
    }

    /**
     * What is known, and what should be under way now.
     *
     * @param runs that should be under way at least, if the search wants so many
     */
    private GuidedVerdict look(StoredGuidance stored, int runs) {
        GuidedGoal goal = GuidedGoal.of(stored);
        Study study = file.study();
        GuidedLosses now = GuidedLosses.of(study, goal, file.lossTable(goal.setting()), file.runs(), leftOut());
        Set<Network> underWay = new LinkedHashSet<>();
        for (String key : stored.chosen()) {
            now.missing().keySet().stream()
                    .filter(network -> network.key(study.taskIds()).equals(key))
                    .forEach(underWay::add);
        }
        int lacking = runs
                - underWay.stream()
                        .mapToInt(network -> now.runsOf(network).size())
                        .sum();
        int seeds = goal.seeds(study).size();
        int networks = lacking <= 0 ? 0 : (lacking + seeds - 1) / seeds;
        GuidedAdvice advice = search(study).ask(now.table(), goal.budget(), networks, underWay);
        if (runs > 0) {
            underWay.addAll(advice.train());
        }
        boolean goesOn = runs > 0 && !(advice.stops() && underWay.isEmpty());
        return new GuidedVerdict(goal, now.table(), advice, List.copyOf(underWay), now.leftOut(), goesOn);
    }

    /** Its limit is that of all candidates, also of those that are left out: what may be spent stands from the start. */
    private static GuidedSearch search(Study study) {
        return new GuidedSearch(
                GuidedSearch.USUAL.prior(), GuidedSearch.USUAL.rule().withLimit(limit(study)));
    }

    /** What it spends at most: what all candidates of one and two tasks cost. */
    public static Cost limit(Study study) {
        return small(study).stream().map(Network::cost).reduce(Cost.ZERO, Cost::plus);
    }

    private static List<Network> small(Study study) {
        return study.networks().stream()
                .filter(network -> network.tasks().size() <= 2)
                .toList();
    }

    private void queueMissing(GuidedVerdict verdict, Progress decoding) {
        List<String> wanted = verdict.underWay().stream().map(verdict::key).toList();
        List<Integer> seeds = verdict.goal().seeds(owner.study());
        Set<RunKey> leftOut = leftOut();
        List<RunPlan.Planned> runs = owner.plan().missing().stream()
                .filter(run -> run.setting().name().equals(verdict.goal().setting())
                        && seeds.contains(run.seed())
                        && wanted.contains(run.key().network())
                        && !leftOut.contains(run.key()))
                .sorted(Comparator.comparingInt(run -> wanted.indexOf(run.key().network())))
                .toList();
        if (!runs.isEmpty()) {
            owner.queue(runs, decoding);
        }
    }

    private Set<RunKey> leftOut() {
        Set<RunKey> leftOut = new HashSet<>(givenUp);
        leftOut.addAll(file.stops().keySet());
        return leftOut;
    }

    private synchronized void chooseOn() {
        if (owner.isClosed()) {
            return;
        }
        latest = Optional.empty();
        if (!going) {
            problem = Optional.empty();
            if (kept.isPresent()) {
                listeners.guidedChanged();
            }
            return;
        }
        try {
            kept.ifPresent(guidance -> choose(guidance, () -> {}, Progress.NONE));
        } catch (UserException e) {
            going = false;
            problem = Optional.of(e);
            listeners.guidedChanged();
        }
    }

    /** Hears what becomes of the runs, after all others have heard it. */
    StudyListener ear(Executor later) {
        return new StudyListener() {
            @Override
            public void studyChanged(Study study) {
                if (mattersNow(study)) {
                    later.execute(GuidedTraining.this::chooseOn);
                }
            }

            @Override
            public void runChanged(RunStatus status) {
                if (isGivenUpNow(status) && status.state() == RunState.CANCELLED) {
                    chooseOn();
                }
            }

            @Override
            public void runEnded(RunKey key, RunResult result) {
                chooseOn();
            }
        };
    }

    /** Whether an edit changed what the search goes by; most edits are of groupings. */
    private synchronized boolean mattersNow(Study study) {
        Study science = study.withName("-").withGroupings(List.of()).withBudget(Budget.parse("1"));
        boolean matters = !science.equals(judged);
        judged = science;
        return matters;
    }

    private synchronized boolean isGivenUpNow(RunStatus status) {
        if (status.state() == RunState.FAILED || status.state() == RunState.CANCELLED) {
            return givenUp.add(status.key());
        }
        givenUp.remove(status.key());
        return false;
    }
}
