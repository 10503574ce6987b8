package app.tandem.store;

import app.tandem.loss.LossTable;
import app.tandem.run.EpochLosses;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * A study in one SQLite file, {@code NAME.tandem}. One process writes; any number read. Safe for several threads.
 * Whatever fails is a {@link app.tandem.study.UserException} that says what to do; nothing is ever half-written.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class StudyFile implements AutoCloseable {

    private StudyFile() {}

    /** A new file with this design; refuses to replace a file. */
    public static StudyFile create(Path path, Study study) {
        throw new UnsupportedOperationException();
    }

    /** Opens a study to write, bringing an older file up to date after a backup. */
    public static StudyFile open(Path path) {
        throw new UnsupportedOperationException();
    }

    /** Opens a study to read, also while another process writes it. */
    public static StudyFile openReadOnly(Path path) {
        throw new UnsupportedOperationException();
    }

    public Path path() {
        throw new UnsupportedOperationException();
    }

    /** The folder of the study's runs, {@code NAME.runs} beside the file; it need not exist. */
    public Path runsFolder() {
        throw new UnsupportedOperationException();
    }

    public Study study() {
        throw new UnsupportedOperationException();
    }

    /** Saves the whole design; what was measured stays. */
    public void save(Study study) {
        throw new UnsupportedOperationException();
    }

    /** Records an epoch of a run; the same epoch again replaces it. */
    public void recordEpoch(RunKey key, EpochLosses losses) {
        throw new UnsupportedOperationException();
    }

    /** Records how a run ended; another result for the same run replaces it. */
    public void recordResult(RunKey key, RunResult result) {
        throw new UnsupportedOperationException();
    }

    /** Forgets a run and its epochs. */
    public void forget(RunKey key) {
        throw new UnsupportedOperationException();
    }

    /** All runs in the order in which they were first recorded. */
    public List<StoredRun> runs() {
        throw new UnsupportedOperationException();
    }

    /** The epochs of a run by number. */
    public SortedMap<Integer, EpochLosses> epochs(RunKey key) {
        throw new UnsupportedOperationException();
    }

    /**
     * The losses of the finished runs of one setting: the candidate networks in the study's order, then other networks
     * of the study's tasks that were trained.
     */
    public LossTable lossTable(String setting) {
        throw new UnsupportedOperationException();
    }

    /** Saves a suggestion in the place of an earlier one for the same setting, method, split and budget. */
    public void saveSuggestion(StoredSuggestion suggestion) {
        throw new UnsupportedOperationException();
    }

    /** A suggestion, and whether the losses have changed since it was made. */
    public record DatedSuggestion(StoredSuggestion suggestion, boolean outOfDate) {}

    /** All suggestions, the latest first. */
    public List<DatedSuggestion> suggestions() {
        throw new UnsupportedOperationException();
    }

    /** Copies the file as it is now into {@code NAME.backups} beside it; the last 10 are kept. */
    public Path backUp() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
