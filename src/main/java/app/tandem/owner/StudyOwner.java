package app.tandem.owner;

import app.tandem.data.DatasetCheck;
import app.tandem.data.Progress;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingScore;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.SearchWatch;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.Job;
import app.tandem.run.RunOrder;
import app.tandem.run.RunQueue;
import app.tandem.store.StoredRun;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Grouping;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * An open study at work. One process owns a study at a time; only the owner writes its file and trains its runs. Safe for
 * several threads. Every method may read or write files: none belongs on the window's thread.
 */
public final class StudyOwner extends ReadableStudy {

    private final StudyFile file;
    private final OwnershipLock lock;
    private final OwnerOptions options;
    private final StudyEditing editing;
    private final RunQueue queue;
    private final RunsToTrain toTrain;
    private final ResultKeeper keeper;
    private final StudyDataset dataset;
    private final GuidedTraining guided;
    private final JointRuns jointRuns;
    private final StudyListeners listeners = new StudyListeners();
    private final AtomicBoolean closing = new AtomicBoolean();

    private StudyOwner(StudyFile file, OwnershipLock lock, OwnerOptions options) {
        super(file, () -> options.launcher().slots().size());
        this.file = file;
        this.lock = lock;
        this.options = options;
        this.editing = new StudyEditing(file, options.queueExecutor(), this::designChanged);
        this.queue = new RunQueue(file.runsFolder(), options.launcher(), options.queueExecutor(), options.clock());
        this.toTrain = new RunsToTrain(file, queue, editing::study);
        listeners.follow(toTrain.ear());
        this.dataset = new StudyDataset(options.cacheFolder(), file);
        this.guided = new GuidedTraining(this, file, listeners, options);
        listeners.follow(guided.ear(options.queueExecutor()));
        this.jointRuns = new JointRuns(this, file, dataset, options.device());
        listeners.follow(jointRuns.ear());
        this.keeper = new ResultKeeper(file, queue, listeners);
        queue.addListener(keeper);
        watchWorkers(new WeakReference<>(this), options.queueExecutor());
    }

    /** Who hears of a change finds no run in the queue that the study no longer asks for. */
    private void designChanged(Study study) {
        toTrain.followDesign();
        listeners.studyChanged(study);
    }

    /** Looks for hung workers once a minute as long as the study is open; one that is closed is not kept for that minute. */
    private static void watchWorkers(WeakReference<StudyOwner> study, Executor executor) {
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES, executor).execute(() -> {
            StudyOwner open = study.get();
            if (open != null && !open.isClosed()) {
                open.queue.endHungWorkers();
                watchWorkers(study, executor);
            }
        });
    }

    /**
     * Makes a study file and opens it.
     *
     * @throws UserException if the file exists or cannot be written
     */
    public static StudyOwner create(Path path, Study study, OwnerOptions options) {
        StudyFile.requireFree(path.toAbsolutePath());
        return own(path, options, () -> StudyFile.create(path, study));
    }

    /**
     * Makes a study of losses that were measured elsewhere, and opens it.
     *
     * @throws UserException if the file exists or cannot be written
     */
    public static StudyOwner create(Path path, ImportedLosses losses, OwnerOptions options) {
        StudyFile.requireFree(path.toAbsolutePath());
        return own(path, options, () -> StudyFile.create(path, losses.study(), losses.results()));
    }

    /**
     * Opens a study to work on it.
     *
     * @throws StudyHeldException if another process owns it
     * @throws StudyUnwritableException if nothing may be written where it is
     * @throws UserException if the file is no study
     */
    public static StudyOwner open(Path path, OwnerOptions options) {
        StudyFile.requireStudy(path);
        if (!Files.isWritable(path)) {
            throw new StudyUnwritableException(path);
        }
        return own(path, options, () -> StudyFile.open(path));
    }

    /** Takes the lock before the file is opened to write: who does not get it has touched nothing. */
    private static StudyOwner own(Path path, OwnerOptions options, Supplier<StudyFile> opener) {
        OwnershipLock lock = OwnershipLock.take(
                path, StudyFile.runsFolder(path), options.clock().instant());
        try {
            StudyFile file = opener.get();
            try {
                return new StudyOwner(file, lock, options);
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Tells whoever reads the study meanwhile what is done with it here; a command, unless it is said otherwise. */
    public void workFor(StudyHolder.Work work) {
        lock.workFor(work);
    }

    @Override
    public Study study() {
        return editing.study();
    }

    /**
     * Edits the study and saves it; {@link #unsavedEdits} tells where that failed.
     *
     * @throws UserException if the edit does not fit, or asks for an encoder that does not exist
     */
    public Study edit(StudyEdit edit) {
        return editing.edit(edit);
    }

    /** Takes back the last edit, and saves; does nothing where there is none. */
    public Study undo() {
        return editing.undo();
    }

    /** Does again what was undone last, and saves; does nothing where there is nothing. */
    public Study redo() {
        return editing.redo();
    }

    public boolean canUndo() {
        return editing.canUndo();
    }

    public boolean canRedo() {
        return editing.canRedo();
    }

    /** Why the last edits are not on disk; they are kept and tried again. Empty where they are. */
    public Optional<UserException> unsavedEdits() {
        return editing.unsaved();
    }

    @Override
    public RunOrder order() {
        return toTrain.order();
    }

    /** What the design asks for, and what of it is still to be trained. */
    public RunPlan plan() {
        return toTrain.plan();
    }

    /**
     * The plan after a look at the dataset: results of what its files held before count no more.
     *
     * @throws UserException if the dataset cannot be used
     */
    public RunPlan planForData(Progress decoding) {
        List<StoredRun> before = file.runs();
        dataset.look(study(), decoding);
        if (!file.runs().equals(before)) {
            listeners.studyChanged(study());
        }
        return plan();
    }

    /**
     * Decodes the dataset where that was not done before, and queues runs. The queue still has to be started.
     *
     * @throws UserException if the dataset cannot be used
     */
    public void queue(Collection<RunPlan.Planned> runs, Progress decoding) {
        Study design = study();
        List<Job> jobs = runs.stream()
                .map(run -> jointRuns.asBegun(dataset.job(design, run, decoding).withDevice(options.device())))
                .toList();
        submit(jobs);
    }

    void submit(List<Job> jobs) {
        toTrain.letIn(jobs.stream().map(Job::key).toList());
        queue.submit(jobs);
    }

    /** The affinities between all tasks, measured in joint runs. */
    public JointRuns jointRuns() {
        return jointRuns;
    }

    /** What was found wrong with the dataset when runs were queued: the images that are left out, each named. */
    public List<DatasetCheck.Problem> leftOut() {
        return dataset.problems();
    }

    /**
     * Forgets the runs that diverged, so that they are missing again.
     *
     * @throws UserException if that cannot be saved
     */
    public void forgetDiverged() {
        toTrain.forgetDiverged();
    }

    /** Why results of runs are not in the study's file yet, where that is so; their folders hold them. */
    public Optional<UserException> unsavedResults() {
        return keeper.problem();
    }

    /**
     * Saves the results that could not be saved before.
     *
     * @throws UserException if that still fails
     */
    public void saveResults() {
        keeper.saveAll().ifPresent(problem -> {
            throw problem;
        });
    }

    /** What is to be trained, and in which order. */
    public RunsToTrain toTrain() {
        return toTrain;
    }

    public RunQueue queue() {
        return queue;
    }

    /** The training of only what could matter. */
    public GuidedTraining guided() {
        return guided;
    }

    /** All that is known of one setting. Reads the dataset. */
    public StudyResults results(String setting, Progress decoding) {
        return StudyResults.of(file, setting, options.cacheFolder(), decoding);
    }

    /**
     * The best grouping at a budget with its runner-ups, saved in the study file.
     *
     * @param watch may end the search
     * @throws java.util.concurrent.CancellationException if the watch ends it; nothing is saved then
     */
    public GroupingSuggestion suggest(String setting, Budget budget, SearchWatch watch) {
        LossTable table = losses(setting);
        Frontier frontier = frontier(table, watch);
        GroupingSuggestion suggestion = GroupingSuggestion.of(table, frontier, budget, watch);
        if (suggestion.best().isPresent()) {
            file.saveSuggestion(SuggestionRecord.of(suggestion, options.clock().instant()));
        }
        return suggestion;
    }

    /** Who serves and what is lost in a grouping made by hand, or what of it is not trained yet. */
    public GroupingScore score(String setting, Grouping grouping) {
        return GroupingScore.of(losses(setting), grouping, SearchOptions.COVER);
    }

    @Override
    public Map<Measure, Map<String, Double>> constantPrediction(String setting, Progress decoding) {
        Study design = study();
        return dataset.constantPrediction(design, design.setting(setting), decoding);
    }

    public List<StudyFile.DatedSuggestion> suggestions() {
        return file.suggestions();
    }

    public void addListener(StudyListener listener) {
        listeners.add(listener);
    }

    public void removeListener(StudyListener listener) {
        listeners.remove(listener);
    }

    /** Whether the study was let go of; nothing may be asked of it then. */
    public boolean isClosed() {
        return closing.get();
    }

    /** Stops training, where each run loses at most the epoch that it is in, and closes the file; a second call waits for the first to end. */
    @Override
    public void close() {
        synchronized (closing) {
            if (closing.compareAndSet(false, true)) {
                try (lock;
                        file) {
                    queue.close();
                    // What cannot be saved even now is read from its run's folder the next time.
                    keeper.saveAll();
                    editing.close();
                }
            }
        }
    }
}
