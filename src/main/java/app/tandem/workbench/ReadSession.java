package app.tandem.workbench;

import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.SearchWatch;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.EditForecast;
import app.tandem.owner.GroupingSuggestion;
import app.tandem.owner.ReadableStudy;
import app.tandem.owner.RunForecast;
import app.tandem.owner.RunPlan;
import app.tandem.report.StudyReport;
import app.tandem.run.RunKey;
import app.tandem.run.RunStatus;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.training.EpochLosses;
import app.tandem.workbench.common.SessionListener;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** What a session shows of its study, whether or not that can be changed here. */
abstract class ReadSession implements StudySession {

    private final ReadableStudy study;
    private final StudyRuns runs;
    private final ConstantLosses constants;
    private final DatasetAtHand dataset;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

    /** @param background for what takes so long that it is shown later, as reading the dataset */
    ReadSession(ReadableStudy study, Executor background) {
        this.study = study;
        this.runs = new StudyRuns(new StudyRuns.Source(
                study::study, study::runs, study::order, study::stops, study::begun, this::inQueue, this::wants));
        this.constants = new ConstantLosses(study::constantPrediction, background, () -> tell(Change.LOSSES));
        this.dataset = new DatasetAtHand(study::study, constants, this::tell);
    }

    /** What is told of the runs that are in a queue, here or elsewhere. */
    abstract List<RunStatus> inQueue();

    /** Whether a run that has no result is to be trained now, as far as that is known. */
    abstract boolean wants(RunKey run);

    /** Tells who listens, on this thread. */
    final void tell(Change change) {
        if (change == Change.STUDY || change == Change.LOSSES) {
            forgetRuns();
        }
        listeners.forEach(listener -> listener.changed(change));
    }

    /** What is known of the runs is read again when it is asked for. */
    final void forgetRuns() {
        runs.forget();
    }

    /** What the study asks for, has no result, and is in no queue. */
    final List<RunPlan.Planned> unqueued() {
        return runs.unqueued();
    }

    @Override
    public final Path file() {
        return study.path().toAbsolutePath();
    }

    @Override
    public final Study study() {
        return study.study();
    }

    @Override
    public final List<RunStatus> runs() {
        return runs.all();
    }

    @Override
    public final long machineMemory() {
        return MachineMemory.bytes();
    }

    @Override
    public final List<EpochLosses> epochs(RunKey run) {
        return List.copyOf(study.epochs(run).values());
    }

    @Override
    public final List<String> log(RunKey run) {
        return RunLog.of(study.study(), run, epochs(run), study.runsFolder(), runs.all());
    }

    @Override
    public final LossTable losses(String setting) {
        return study.losses(setting);
    }

    @Override
    public final Map<String, Double> constantPrediction(String setting, Measure measure) {
        return constants.of(setting, measure);
    }

    @Override
    public final Frontier frontier(String setting, SearchWatch watch) {
        return study.frontier(setting, watch);
    }

    @Override
    public final List<Selection> runnerUps(String setting, Budget budget, SearchWatch watch) {
        return GroupingSuggestion.runnerUps(study.losses(setting), budget, watch);
    }

    @Override
    public final Optional<Instant> outdatedSuggestion(String setting, Budget budget) {
        return study.outdatedSuggestion(setting, budget);
    }

    @Override
    public final List<RunForecast> forecast(List<List<Network>> choices) {
        return study.forecast(choices);
    }

    @Override
    public final EditForecast forecast(StudyEdit edit) {
        return study.forecast(edit);
    }

    @Override
    public final Optional<Path> missingDataset() {
        return dataset.missing();
    }

    @Override
    public final Optional<Example> example() {
        return study.example();
    }

    @Override
    public final Path reportFolder() {
        return SessionReport.folder(study.path());
    }

    @Override
    public final StudyReport report(String setting, Locale language) {
        return SessionReport.of(study.results(setting, constants.of(setting)), language);
    }

    @Override
    public final StudyReport completeReport(String setting, Locale language, Progress decoding) {
        return SessionReport.of(study.results(setting, constants.complete(setting, decoding)), language);
    }

    @Override
    public final Runnable addListener(SessionListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
