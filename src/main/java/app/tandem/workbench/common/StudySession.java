package app.tandem.workbench.common;

import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.SearchWatch;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.EditForecast;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.RunForecast;
import app.tandem.report.StudyReport;
import app.tandem.run.RunKey;
import app.tandem.run.RunStatus;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
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

/**
 * An open study as the window sees it. Any thread may call it; because it may read files, the window calls it from its
 * background executor only, never from the JavaFX thread.
 *
 * <p>Every method may throw {@link app.tandem.study.UserException} with something the user can put right.
 */
public interface StudySession extends AutoCloseable {

    /** The study's file, by which the window remembers it. */
    Path file();

    Study study();

    SavedState saved();

    /**
     * Why the study can only be read here; empty where it can be changed. It is known at once, so that the JavaFX thread may
     * ask as well. Present for as long as the session is open, or never: who may change the study then opens it anew.
     */
    default Optional<ReadOnly> readOnly() {
        return Optional.empty();
    }

    boolean canUndo();

    boolean canRedo();

    void edit(StudyEdit edit);

    void undo();

    void redo();

    /** Every run of the queue, in its order. */
    List<RunStatus> runs();

    /** How long the queue still takes; empty while nothing is known yet or nothing is left to do. */
    Optional<Duration> timeLeft();

    /** The machine's memory in bytes; 0 where it is not known. */
    long machineMemory();

    /** The losses of each finished epoch of a run, in order. */
    List<EpochLosses> epochs(RunKey run);

    /** The last lines that a run wrote, oldest first. */
    List<String> log(RunKey run);

    /** The network × task table of one setting, absent cells where nothing is measured yet. */
    LossTable losses(String setting);

    /**
     * The loss of the best constant prediction of each task.
     *
     * @return task id → loss; without the tasks for which it is not known
     */
    Map<String, Double> constantPrediction(String setting, Measure measure);

    /**
     * The best grouping at every budget, chosen on validation.
     *
     * @param watch may end the search, which then throws a {@link java.util.concurrent.CancellationException}
     */
    Frontier frontier(String setting, SearchWatch watch);

    /**
     * The next best sets of networks at one budget, best first.
     *
     * @param watch as in {@link #frontier}
     */
    List<Selection> runnerUps(String setting, Budget budget, SearchWatch watch);

    /**
     * Keeps what a budget buys now in every setting, so that it can be told later that the losses have changed.
     *
     * @param watch as in {@link #frontier}
     */
    void keepSuggestions(Budget budget, SearchWatch watch);

    /**
     * When the grouping that was suggested at a budget was made, if the losses have changed since; empty where it is still
     * right, or none was kept.
     */
    Optional<Instant> outdatedSuggestion(String setting, Budget budget);

    /** What would still be trained, and how long that takes here, if these were the candidates; one for each choice. */
    List<RunForecast> forecast(List<List<Network>> choices);

    /**
     * What an edit would cost here, without making it.
     *
     * @throws app.tandem.study.UserException if it does not fit the study
     */
    EditForecast forecast(StudyEdit edit);

    /** The place at which the dataset no longer is; empty where it is there, or the study needs none. */
    Optional<Path> missingDataset();

    /**
     * Points the study to the dataset's new place, as one edit that can be undone. Decodes it where something was trained
     * before, and {@link #preparing} tells how far that is.
     *
     * @param place the folder of the images, or a file of the dataset
     * @return how many results are of other data than the dataset holds there, and count no more; empty where the user did
     *     not want to wait, so that nothing is changed
     * @throws app.tandem.study.UserException if it cannot be used, or lacks a task; nothing is changed then
     */
    OptionalInt locateDataset(Path place);

    /** A sample of the dataset, to be looked at; empty where none can be read. */
    Optional<Example> example();

    TrainingState training();

    /** Why the queue stopped by itself, until it goes on; empty where it did not. */
    Optional<String> haltReason();

    /** How many runs were taken out of the queue before they ended, since the study no longer asks for them. */
    int setAside();

    /** How much of the dataset is decoded, 0 to 1, while that is done; empty otherwise. */
    OptionalDouble preparing();

    /** Ends the decoding of the dataset, and with it the {@link #train} that waits for it; it can be asked for again. */
    void stopPreparing();

    void pauseAll();

    /** Trains whatever the study still lacks: starts it, or goes on after a pause. */
    void train();

    /** As {@link #train}, and trains the runs of these networks before all others that wait. */
    void trainFirst(List<Network> networks);

    /** The guided training of the study; empty where there is none. */
    Optional<GuidedState> guided();

    /** Trains only what could improve the best grouping; until it is ended, {@link #train} goes on with it. */
    void trainGuided(GuidedGoal goal);

    /** Ends the guided training: what it trained stays, and everything else is to be trained again. */
    void endGuided();

    /** What a guided training of this setting takes at most. */
    RunForecast guidedForecast(String setting);

    /** The affinities between all tasks by seed, as far as joint runs have measured them. */
    SortedMap<Integer, JointAffinities> affinities(String setting);

    /** Whether a joint run of this setting is in the queue to measure affinities. */
    boolean isMeasuringAffinities(String setting);

    /** Trains all tasks in one network, with the first seed, and measures their affinities there. */
    void measureAffinities(String setting);

    /** Trains again what failed, from its checkpoint. */
    void retryFailed();

    /** Holds a run back until it is resumed, also when the study is opened again. */
    void pause(RunKey run);

    /** As {@link #pauseAll()}, once each run has its epoch on the disk. */
    void pauseAllAfterEpoch();

    /** As {@link #pause}, once the run has its epoch on the disk. */
    void pauseAfterEpoch(RunKey run);

    /** Moves a run that waits before another that waits, or to the end; kept in the study. */
    void moveBefore(RunKey run, Optional<RunKey> other);

    /** Puts a run back in line that was paused or cancelled. */
    void resume(RunKey run);

    /** Takes a run out until it is resumed, also when the study is opened again; what it had learned is kept. */
    void cancel(RunKey run);

    /** Where a report goes unless the user chooses another folder: beside the study. */
    Path reportFolder();

    /**
     * Every table and figure of a setting, by what is known now: what needs the dataset may come later, and is told as a
     * change of the losses then.
     *
     * @param language of headings and captions
     */
    StudyReport report(String setting, Locale language);

    /**
     * The same as it is exported, and as the command line writes it: waits for what needs the dataset.
     *
     * @param decoding hears how much of the dataset is decoded, where that was not done before
     */
    StudyReport completeReport(String setting, Locale language, Progress decoding);

    /**
     * Tells of every change from now on, on whatever thread it happens; the listener must return at once.
     *
     * @return takes the listener off again
     */
    Runnable addListener(SessionListener listener);

    @Override
    void close();
}
