package app.tandem.owner;

import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.SearchWatch;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.run.RunOrder;
import app.tandem.run.RunStop;
import app.tandem.store.StoredRun;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.training.EpochLosses;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntSupplier;

/**
 * What is read of an open study, by its owner and by whoever else. Safe for several threads. Every method may read files: none
 * belongs on the window's thread.
 */
public abstract sealed class ReadableStudy implements AutoCloseable permits StudyOwner, StudyReader {

    private final StudyFile file;
    private final IntSupplier slots;
    private final GroupingSearches searches = new GroupingSearches();

    /** @param slots how many runs are trained at a time here */
    ReadableStudy(StudyFile file, IntSupplier slots) {
        this.file = file;
        this.slots = slots;
    }

    /** The study as it was last edited. */
    public abstract Study study();

    public Path path() {
        return file.path();
    }

    /** Holds one folder for each run. */
    public Path runsFolder() {
        return file.runsFolder();
    }

    /** What is recorded of every run, also of those whose network is no longer a candidate. */
    public List<StoredRun> runs() {
        return file.runs();
    }

    /** The order in which runs are trained: as the user wants it, and what has begun before what has not. */
    public RunOrder order() {
        return RunOrder.of(file.order()).startingWith(begun().keySet());
    }

    /** The runs that the user has paused or cancelled, and that have not ended since. */
    public Map<RunKey, RunStop> stops() {
        return file.stops();
    }

    /** Runs that have begun and not ended, and how many of their epochs are on the disk. */
    public Map<RunKey, Integer> begun() {
        Study study = study();
        return BegunRuns.of(
                study, runsFolder(), () -> RunPlan.of(study, file.runs()).missing());
    }

    /** The losses of every epoch of a run, as far as it was trained. */
    public SortedMap<Integer, EpochLosses> epochs(RunKey key) {
        return file.epochs(key);
    }

    public LossTable losses(String setting) {
        return file.lossTable(study().setting(setting).name());
    }

    /**
     * The best grouping at every budget.
     *
     * @param watch may end the search
     * @throws java.util.concurrent.CancellationException if the watch ends it
     */
    public Frontier frontier(String setting, SearchWatch watch) {
        return frontier(losses(setting), watch);
    }

    Frontier frontier(LossTable losses, SearchWatch watch) {
        return searches.frontier(losses, watch);
    }

    /** When the grouping that was suggested at a budget was made, if the losses have changed since. */
    public Optional<Instant> outdatedSuggestion(String setting, Budget budget) {
        return SuggestionRecord.outdated(file, setting, budget);
    }

    /** What would still be trained, and how long that takes here, if these were the candidates. */
    public List<RunForecast> forecast(List<List<Network>> candidates) {
        return RunForecast.each(study(), candidates, file.runs(), slots.getAsInt());
    }

    /**
     * What an edit would cost here, without making it.
     *
     * @throws app.tandem.study.UserException if it does not fit the study
     */
    public EditForecast forecast(StudyEdit edit) {
        Study before = study();
        Study after = edit.apply(before);
        return EditForecast.of(before, file.runs(), after, file.runs(after), slots.getAsInt());
    }

    /** A sample of the dataset, to be looked at; empty where none can be read. */
    public Optional<Example> example() {
        return StudyDataset.example(study());
    }

    /**
     * What is known of a setting, without a look at the dataset.
     *
     * @param constants by measure and task id, the losses of the best constant predictions as far as they are known
     */
    public StudyResults results(String setting, Map<Measure, Map<String, Double>> constants) {
        return StudyResults.of(file, study(), setting, constants);
    }

    /**
     * The loss of the best constant prediction for every task, by validation and test, then by task id; empty where the
     * dataset is not at hand, which it reads.
     */
    public abstract Map<Measure, Map<String, Double>> constantPrediction(String setting, Progress decoding);

    @Override
    public abstract void close();
}
