package app.tandem.workbench;

import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.RunnerUps;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.SearchWatch;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.EditForecast;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.RunForecast;
import app.tandem.owner.RunPlan;
import app.tandem.report.LossTableReport;
import app.tandem.report.StudyEvidence;
import app.tandem.report.StudyReport;
import app.tandem.report.Words;
import app.tandem.run.DesignHash;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLoad;
import app.tandem.study.Budget;
import app.tandem.study.EditHistory;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.SessionListener;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TrainingState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A study whose runs and losses are set by the test, and which tells its listeners like a real one. */
public final class StudyInMemory implements StudySession {

    /** By the hashes of the losses: the comparison of all methods takes seconds, and many tests have the same losses. */
    private static final Map<List<String>, StudyEvidence> EVIDENCE = new ConcurrentHashMap<>();

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final EditHistory history;
    private final List<RunStatus> runs = new ArrayList<>();
    private final Map<String, LossTable> losses = new LinkedHashMap<>();
    private final Map<RunKey, List<EpochLosses>> epochs = new LinkedHashMap<>();
    private final Map<RunKey, List<String>> logs = new LinkedHashMap<>();
    private final Map<String, Double> constant = new LinkedHashMap<>();
    private final Map<Budget, Instant> outdated = new LinkedHashMap<>();
    private final List<Budget> keptBudgets = new ArrayList<>();
    private Path reportFolder = Path.of("target", "studies", "rooms-report").toAbsolutePath();
    private final AtomicInteger searches = new AtomicInteger();
    private List<Network> trainedFirst = List.of();
    private boolean paused;
    private SavedState saved = SavedState.SAVED;
    private OptionalDouble preparing = OptionalDouble.empty();
    private Optional<String> haltReason = Optional.empty();
    private int setAside;
    private Optional<GuidedState> guided = Optional.empty();
    private final SortedMap<Integer, JointAffinities> affinities = new TreeMap<>();
    private boolean measuring;
    private final List<GuidedGoal> guidedGoals = new ArrayList<>();
    private boolean closed;
    private boolean refusesOnceClosed;
    private int editsAfterClosing;
    private volatile @Nullable Error reportBreaks;
    private Runnable meanwhile = () -> {};

    public StudyInMemory(Study study, List<RunStatus> runs, List<LossTable> losses) {
        this.history = new EditHistory(study);
        this.runs.addAll(runs);
        losses.forEach(table -> this.losses.put(table.setting(), table));
    }

    /** Changes the run of a key, as a worker would. */
    public void update(RunKey key, UnaryOperator<RunStatus> change) {
        synchronized (this) {
            runs.replaceAll(run -> run.key().equals(key) ? change.apply(run) : run);
        }
        tell(Change.RUNS);
    }

    public void finishEpoch(RunKey key, EpochLosses epoch) {
        synchronized (this) {
            epochs.computeIfAbsent(key, ignored -> new ArrayList<>()).add(epoch);
        }
        tell(Change.EPOCHS);
    }

    public void write(RunKey key, String line) {
        synchronized (this) {
            logs.computeIfAbsent(key, ignored -> new ArrayList<>()).add(line);
        }
    }

    public void measure(LossTable table) {
        synchronized (this) {
            losses.put(table.setting(), table);
        }
        tell(Change.LOSSES);
    }

    public void constant(Map<String, Double> predictions) {
        synchronized (this) {
            constant.putAll(predictions);
        }
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** From now on it is to be read no more once it is closed, as a file. */
    public synchronized void refuseOnceClosed() {
        refusesOnceClosed = true;
    }

    private void requireOpen() {
        if (closed && refusesOnceClosed) {
            throw new UserException("The study could not be read", "closed", "Open it");
        }
    }

    /** How many edits came too late. */
    public synchronized int editsAfterClosing() {
        return editsAfterClosing;
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    private void setStates(UnaryOperator<RunState> change) {
        synchronized (this) {
            runs.replaceAll(run -> with(run, change.apply(run.state())));
        }
        tell(Change.RUNS);
    }

    private void setState(RunKey key, RunState state) {
        update(key, run -> with(run, state));
    }

    static RunStatus with(RunStatus run, RunState state) {
        return new RunStatus(
                run.key(),
                state,
                run.epoch(),
                run.epochs(),
                run.fraction(),
                run.timeLeft(),
                run.device(),
                state == RunState.RUNNING ? run.imagesPerSecond() : 0,
                state == RunState.RUNNING ? run.load() : WorkerLoad.NONE,
                run.reason());
    }

    static RunStatus with(RunStatus run, double imagesPerSecond) {
        return new RunStatus(
                run.key(),
                run.state(),
                run.epoch(),
                run.epochs(),
                run.fraction(),
                run.timeLeft(),
                run.device(),
                imagesPerSecond,
                run.load(),
                run.reason());
    }

    @Override
    public Path file() {
        return Path.of("studies", "rooms.tandem").toAbsolutePath();
    }

    @Override
    public Study study() {
        Study read;
        Runnable then;
        synchronized (this) {
            requireOpen();
            read = history.study();
            then = meanwhile;
            meanwhile = () -> {};
        }
        then.run();
        return read;
    }

    /** What happens on another thread the next time that the design is read, before whoever read it goes on. */
    public synchronized void whileItIsRead(Runnable what) {
        meanwhile = what;
    }

    @Override
    public synchronized SavedState saved() {
        return saved;
    }

    /** As if the disk took the last edits, or did not. */
    void save(SavedState state) {
        synchronized (this) {
            saved = state;
        }
        tell(Change.STUDY);
    }

    @Override
    public synchronized boolean canUndo() {
        return history.canUndo();
    }

    @Override
    public synchronized boolean canRedo() {
        return history.canRedo();
    }

    @Override
    public void edit(StudyEdit edit) {
        synchronized (this) {
            editsAfterClosing += closed ? 1 : 0;
            history.edit(edit);
        }
        tell(Change.STUDY);
    }

    @Override
    public void undo() {
        synchronized (this) {
            history.undo();
        }
        tell(Change.STUDY);
    }

    @Override
    public void redo() {
        synchronized (this) {
            history.redo();
        }
        tell(Change.STUDY);
    }

    @Override
    public synchronized List<RunStatus> runs() {
        requireOpen();
        return List.copyOf(runs);
    }

    @Override
    public Optional<Duration> timeLeft() {
        return Optional.of(Duration.ofSeconds(100));
    }

    @Override
    public long machineMemory() {
        return 23L << 30;
    }

    @Override
    public synchronized List<EpochLosses> epochs(RunKey run) {
        return List.copyOf(epochs.getOrDefault(run, List.of()));
    }

    @Override
    public synchronized List<String> log(RunKey run) {
        return List.copyOf(logs.getOrDefault(run, List.of()));
    }

    @Override
    public synchronized LossTable losses(String setting) {
        LossTable table = losses.get(setting);
        if (table != null) {
            return table;
        }
        LossTable.Builder empty = LossTable.builder(
                setting,
                study().taskIds(),
                study().tasks().stream().map(task -> task.weight()).toList());
        study().networks().forEach(empty::network);
        return empty.build();
    }

    @Override
    public synchronized Map<String, Double> constantPrediction(String setting, Measure measure) {
        return Map.copyOf(constant);
    }

    @Override
    public Frontier frontier(String setting, SearchWatch watch) {
        searches.incrementAndGet();
        return GroupingSolver.frontier(losses(setting), SearchOptions.COVER, watch);
    }

    /** How often the best grouping was searched for. */
    int searches() {
        return searches.get();
    }

    @Override
    public List<Selection> runnerUps(String setting, Budget budget, SearchWatch watch) {
        return RunnerUps.at(losses(setting), SearchOptions.COVER, budget, 3, watch);
    }

    @Override
    public synchronized void keepSuggestions(Budget budget, SearchWatch watch) {
        outdated.remove(budget);
        keptBudgets.add(budget);
    }

    /** Every run takes eight seconds; those that are done in the list of runs are not trained again. */
    @Override
    public synchronized List<RunForecast> forecast(List<List<Network>> choices) {
        return choices.stream()
                .map(networks -> {
                    RunPlan plan = RunPlan.of(study().withNetworks(networks), List.of());
                    int missing = (int) plan.all().stream()
                            .filter(run -> runs.stream()
                                    .noneMatch(
                                            known -> known.key().equals(run.key()) && known.state() == RunState.DONE))
                            .count();
                    return new RunForecast(
                            networks.size(),
                            missing,
                            missing == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(8L * missing)));
                })
                .toList();
    }

    /** Every run takes eight seconds; a result counts as long as the hash of its design is the same. */
    @Override
    public synchronized EditForecast forecast(StudyEdit edit) {
        Study before = study();
        Study after = edit.apply(before);
        Set<RunKey> counted = new HashSet<>(RunPlan.keys(before));
        counted.removeIf(key -> runs.stream().noneMatch(run -> run.key().equals(key) && run.state() == RunState.DONE));
        Set<RunKey> counting = new HashSet<>(counted);
        counting.removeIf(key -> !hash(before, key).equals(hash(after, key)));
        Set<RunKey> waiting = new HashSet<>(RunPlan.keys(before));
        waiting.removeAll(counted);
        Set<RunKey> missing = new HashSet<>(RunPlan.keys(after));
        missing.removeAll(counting);
        Set<RunKey> more = new HashSet<>(missing);
        more.removeAll(waiting);
        waiting.removeAll(RunPlan.keys(after));
        return new EditForecast(
                timed(after, more.size()),
                timed(after, missing.size()),
                waiting.size(),
                counted.size() - counting.size(),
                0,
                Map.of());
    }

    private static RunForecast timed(Study study, int runs) {
        Optional<Duration> time = runs == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(8L * runs));
        return new RunForecast(study.networks().size(), runs, time);
    }

    private static String hash(Study study, RunKey key) {
        return study.settings().stream()
                .filter(setting -> setting.name().equals(key.setting()))
                .map(setting -> DesignHash.of(study.tasks(), Network.parse(key.network(), study.taskIds()), setting))
                .findFirst()
                .orElse("");
    }

    @Override
    public Optional<Path> missingDataset() {
        return Optional.empty();
    }

    @Override
    public OptionalInt locateDataset(Path place) {
        throw new UnsupportedOperationException("nothing has moved");
    }

    @Override
    public Optional<Example> example() {
        return Example.read(study().dataset(), study().tasks(), 64);
    }

    @Override
    public Optional<Instant> outdatedSuggestion(String setting, Budget budget) {
        synchronized (this) {
            return Optional.ofNullable(outdated.get(budget));
        }
    }

    /** The budgets whose groupings were kept, in that order. */
    public synchronized List<Budget> keptBudgets() {
        return List.copyOf(keptBudgets);
    }

    /** Sets when the suggestion that is out of date for a budget was made. */
    public void outdate(Budget budget, Instant made) {
        synchronized (this) {
            outdated.put(budget, made);
        }
        tell(Change.LOSSES);
    }

    @Override
    public synchronized TrainingState training() {
        return paused ? TrainingState.PAUSED : TrainingState.GOING;
    }

    @Override
    public synchronized Optional<String> haltReason() {
        return haltReason;
    }

    /** As if the queue had stopped by itself. */
    synchronized void halt(String reason) {
        haltReason = Optional.of(reason);
        tell(Change.RUNS);
    }

    @Override
    public synchronized OptionalDouble preparing() {
        return preparing;
    }

    /** As if the dataset were being decoded. */
    void prepare(OptionalDouble share) {
        synchronized (this) {
            preparing = share;
        }
        tell(Change.RUNS);
    }

    @Override
    public void stopPreparing() {
        prepare(OptionalDouble.empty());
    }

    @Override
    public synchronized int setAside() {
        return setAside;
    }

    /** As if so many runs had been taken out of the queue. */
    void setAside(int runs) {
        synchronized (this) {
            setAside = runs;
        }
        tell(Change.RUNS);
    }

    @Override
    public void pauseAll() {
        synchronized (this) {
            paused = true;
        }
        setStates(state -> state == RunState.RUNNING ? RunState.PAUSED : state);
    }

    @Override
    public void train() {
        synchronized (this) {
            paused = false;
        }
        setStates(state -> state == RunState.PAUSED ? RunState.RUNNING : state);
    }

    @Override
    public void trainFirst(List<Network> networks) {
        synchronized (this) {
            trainedFirst = List.copyOf(networks);
        }
        train();
    }

    /** What the user wanted to be trained before all others. */
    synchronized List<Network> trainedFirst() {
        return trainedFirst;
    }

    @Override
    public synchronized Optional<GuidedState> guided() {
        return guided;
    }

    @Override
    public synchronized SortedMap<Integer, JointAffinities> affinities(String setting) {
        return new TreeMap<>(affinities);
    }

    @Override
    public synchronized boolean isMeasuringAffinities(String setting) {
        return measuring;
    }

    @Override
    public void measureAffinities(String setting) {
        synchronized (this) {
            measuring = true;
        }
        tell(Change.RUNS);
    }

    /** As if a joint run had measured so much. */
    void measured(int seed, JointAffinities soFar, boolean goesOn) {
        synchronized (this) {
            affinities.put(seed, soFar);
            measuring = goesOn;
        }
        tell(Change.EPOCHS);
    }

    /** As if a guided training had come so far; null ends it. */
    void guide(@Nullable GuidedState state) {
        synchronized (this) {
            guided = Optional.ofNullable(state);
        }
        tell(Change.RUNS);
    }

    @Override
    public synchronized void trainGuided(GuidedGoal goal) {
        guidedGoals.add(goal);
    }

    /** What guided trainings were begun for. */
    synchronized List<GuidedGoal> guidedGoals() {
        return List.copyOf(guidedGoals);
    }

    @Override
    public void endGuided() {
        guide(null);
    }

    @Override
    public RunForecast guidedForecast(String setting) {
        List<Network> small = study().networks().stream()
                .filter(network -> network.tasks().size() <= 2)
                .toList();
        return forecast(List.of(small)).get(0);
    }

    @Override
    public void retryFailed() {
        setStates(state -> state == RunState.FAILED ? RunState.QUEUED : state);
    }

    @Override
    public void pauseAllAfterEpoch() {
        pauseAll();
    }

    @Override
    public void pauseAfterEpoch(RunKey run) {
        pause(run);
    }

    @Override
    public void moveBefore(RunKey run, Optional<RunKey> other) {
        RunStatus moved = runs.stream()
                .filter(status -> status.key().equals(run))
                .findFirst()
                .orElseThrow();
        runs.remove(moved);
        int to = other.map(key -> runs.stream().map(RunStatus::key).toList().indexOf(key))
                .orElse(runs.size());
        runs.add(to, moved);
    }

    @Override
    public void pause(RunKey run) {
        setState(run, RunState.PAUSED);
    }

    @Override
    public void resume(RunKey run) {
        setState(run, RunState.RUNNING);
    }

    @Override
    public void cancel(RunKey run) {
        setState(run, RunState.CANCELLED);
    }

    @Override
    public synchronized Path reportFolder() {
        return reportFolder;
    }

    /** Where its report goes. */
    public synchronized void reportInto(Path folder) {
        reportFolder = folder;
    }

    @Override
    public StudyReport report(String setting, Locale language) {
        Study now = study();
        List<String> names = now.tasks().stream().map(Task::name).toList();
        LossTableReport table = LossTableReport.of(losses(setting), names, Words.in(language));
        List<LossTable> tables =
                now.settings().stream().map(each -> losses(each.name())).toList();
        StudyEvidence all = EVIDENCE.computeIfAbsent(
                tables.stream().map(LossTable::contentHash).toList(), hashes -> StudyEvidence.of(tables));
        return new StudyReport(table, frontier(setting, SearchWatch.NONE), now.budget(), now.groupings(), all);
    }

    /** From now on a report that is exported breaks like this; null ends it. */
    public void breakReports(@Nullable Error error) {
        reportBreaks = error;
    }

    @Override
    public StudyReport completeReport(String setting, Locale language, Progress decoding) {
        Error error = reportBreaks;
        if (error != null) {
            throw error;
        }
        return report(setting, language);
    }

    @Override
    public Runnable addListener(SessionListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
