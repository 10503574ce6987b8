package app.tandem.workbench;

import app.tandem.grouping.SearchWatch;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.RunForecast;
import app.tandem.owner.StudyReader;
import app.tandem.run.RunKey;
import app.tandem.run.RunStatus;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.TrainingState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.Executor;

/**
 * A study that another Tandem works on, or that may not be written, as the window sees it: everything can be read, and what
 * another writes is seen as it is written; nothing can be changed or trained.
 */
public final class ReadOnlyStudy extends ReadSession {

    private final StudyReader reader;
    private final OtherOwner other;
    private volatile List<RunStatus> running;

    /**
     * Makes a session, which closes the reader when it is closed, and where it cannot be made.
     *
     * @param background for what takes so long that it is shown later, as reading the dataset
     * @param why it is only read
     */
    public ReadOnlyStudy(StudyReader reader, Executor background, ReadOnly why) {
        super(reader, background);
        this.reader = reader;
        this.running = firstLook(reader);
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
        forgetRuns();
        running = reader.running();
        for (Change change : Change.values()) {
            tell(change);
        }
    }

    private UserException refusal() {
        return other.now().refusal(reader.path().toString());
    }

    @Override
    List<RunStatus> inQueue() {
        return running;
    }

    @Override
    boolean wants(RunKey run) {
        return true;
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
    public Optional<Duration> timeLeft() {
        return Optional.empty();
    }

    @Override
    public void keepSuggestions(Budget budget, SearchWatch watch) {
        throw refusal();
    }

    @Override
    public OptionalInt locateDataset(Path place) {
        throw refusal();
    }

    @Override
    public TrainingState training() {
        return running.isEmpty() && !unqueued().isEmpty() ? TrainingState.NOT_STARTED : TrainingState.GOING;
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
    public void close() {
        other.close();
        reader.close();
    }
}
