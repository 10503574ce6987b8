package app.tandem.workbench;

import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.SearchWatch;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.GroupingSuggestion;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.RunForecast;
import app.tandem.owner.StudyReader;
import app.tandem.report.StudyReport;
import app.tandem.run.RunKey;
import app.tandem.run.RunStatus;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.SessionListener;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TrainingState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * A study that another Tandem works on, or that may not be written, as the window sees it: everything can be read, and what
 * another writes is seen as it is written; nothing can be changed or trained.
 */
public final class ReadOnlyStudy implements StudySession {

    private final StudyReader reader;
    private final StudyRuns runs;
    private final ConstantLosses constants;
    private final DatasetAtHand dataset;
    private final OtherOwner other;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private volatile List<RunStatus> running;

    /**
     * Makes a session, which closes the reader when it is closed, and where it cannot be made.
     *
     * @param background for what takes so long that it is shown later, as reading the dataset
     * @param why it is only read
     */
    public ReadOnlyStudy(StudyReader reader, Executor background, ReadOnly why) {
        this.reader = reader;
        this.running = firstLook(reader);
        this.runs = new StudyRuns(
                new StudyRuns.Source(reader::study, reader::runs, reader::order, () -> this.running, run -> true));
        this.constants = new ConstantLosses(reader::constantPrediction, background, () -> tell(Change.LOSSES));
        this.dataset = new DatasetAtHand(reader::study, constants, this::tell);
        this.other = new OtherOwner(reader, why, this::written, () -> tell(Change.STUDY));
    }

    private static List<RunStatus> firstLook(StudyReader reader) {
        try {
            return reader.running();
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The other one wrote something: which of it, only the file tells. */
    private void written() {
        runs.forget();
        running = reader.running();
        for (Change change : Change.values()) {
            tell(change);
        }
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    private UserException refusal() {
        return other.now().refusal(reader.path().toString());
    }

    @Override
    public Path file() {
        return reader.path().toAbsolutePath();
    }

    @Override
    public Study study() {
        return reader.study();
    }

    @Override
    public Optional<ReadOnly> readOnly() {
        return Optional.of(other.now());
    }

    @Override
    public SavedState saved() {
        return SavedState.READ_ONLY;
    }

    @Override
    public boolean canUndo() {
        return false;
    }

    @Override
    public boolean canRedo() {
        return false;
    }

    @Override
    public void edit(StudyEdit edit) {
        throw refusal();
    }

    @Override
    public void undo() {
        throw refusal();
    }

    @Override
    public void redo() {
        throw refusal();
    }

    @Override
    public List<RunStatus> runs() {
        return runs.all();
    }

    @Override
    public Optional<Duration> timeLeft() {
        return Optional.empty();
    }

    @Override
    public long machineMemory() {
        return MachineMemory.bytes();
    }

    @Override
    public List<EpochLosses> epochs(RunKey run) {
        return List.copyOf(reader.epochs(run).values());
    }

    @Override
    public List<String> log(RunKey run) {
        return RunLog.of(reader.study(), run, epochs(run), reader.runsFolder(), runs.all());
    }

    @Override
    public LossTable losses(String setting) {
        return reader.losses(setting);
    }

    @Override
    public Map<String, Double> constantPrediction(String setting, Measure measure) {
        return constants.of(setting, measure);
    }

    @Override
    public Frontier frontier(String setting, SearchWatch watch) {
        return reader.frontier(setting, watch);
    }

    @Override
    public List<Selection> runnerUps(String setting, Budget budget, SearchWatch watch) {
        return GroupingSuggestion.runnerUps(reader.losses(setting), budget, watch);
    }

    @Override
    public void keepSuggestions(Budget budget, SearchWatch watch) {
        throw refusal();
    }

    @Override
    public Optional<Instant> outdatedSuggestion(String setting, Budget budget) {
        return reader.outdatedSuggestion(setting, budget);
    }

    @Override
    public List<RunForecast> forecast(List<List<Network>> choices) {
        return reader.forecast(choices);
    }

    @Override
    public Optional<Path> missingDataset() {
        return dataset.missing();
    }

    @Override
    public OptionalInt locateDataset(Path place) {
        throw refusal();
    }

    @Override
    public Optional<Example> example() {
        return reader.example();
    }

    @Override
    public TrainingState training() {
        return running.isEmpty() && !runs.unqueued().isEmpty() ? TrainingState.NOT_STARTED : TrainingState.GOING;
    }

    @Override
    public Optional<String> haltReason() {
        return Optional.empty();
    }

    @Override
    public int setAside() {
        return 0;
    }

    @Override
    public OptionalDouble preparing() {
        return OptionalDouble.empty();
    }

    @Override
    public void stopPreparing() {
        throw refusal();
    }

    @Override
    public void pauseAll() {
        throw refusal();
    }

    @Override
    public void train() {
        throw refusal();
    }

    @Override
    public void trainFirst(List<Network> networks) {
        throw refusal();
    }

    @Override
    public SortedMap<Integer, JointAffinities> affinities(String setting) {
        return reader.affinities(setting);
    }

    @Override
    public boolean isMeasuringAffinities(String setting) {
        return false;
    }

    @Override
    public void measureAffinities(String setting) {
        throw refusal();
    }

    /** What it wants is known to its owner alone. */
    @Override
    public Optional<GuidedState> guided() {
        return Optional.empty();
    }

    @Override
    public void trainGuided(GuidedGoal goal) {
        throw refusal();
    }

    @Override
    public void endGuided() {
        throw refusal();
    }

    @Override
    public RunForecast guidedForecast(String setting) {
        return new RunForecast(0, 0, Optional.empty());
    }

    @Override
    public void retryFailed() {
        throw refusal();
    }

    @Override
    public void pause(RunKey run) {
        throw refusal();
    }

    @Override
    public void pauseAllAfterEpoch() {
        throw refusal();
    }

    @Override
    public void pauseAfterEpoch(RunKey run) {
        throw refusal();
    }

    @Override
    public void moveBefore(RunKey run, Optional<RunKey> before) {
        throw refusal();
    }

    @Override
    public void resume(RunKey run) {
        throw refusal();
    }

    @Override
    public void cancel(RunKey run) {
        throw refusal();
    }

    @Override
    public Path reportFolder() {
        return SessionReport.folder(reader.path());
    }

    @Override
    public StudyReport report(String setting, Locale language) {
        return SessionReport.of(reader.results(setting, constants.of(setting)), language);
    }

    @Override
    public StudyReport completeReport(String setting, Locale language, Progress decoding) {
        return SessionReport.of(reader.results(setting, constants.complete(setting, decoding)), language);
    }

    @Override
    public Runnable addListener(SessionListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        other.close();
        reader.close();
    }
}
