package app.tandem.workbench;

import app.tandem.grouping.SearchWatch;
import app.tandem.owner.DatasetLocation;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.NewStudy;
import app.tandem.owner.RunForecast;
import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyOwner;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.training.JointAffinities;
import app.tandem.training.TrainingRequest;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.TrainingState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An open study as the window sees it, over its owner, who saves every edit and result at once, or says why not. */
public final class OwnedStudy extends ReadSession {

    private final StudyOwner owner;
    private final Runnable release;
    private final OwnedGuidance guidance;
    private final OwnerEvents events = new OwnerEvents(this::tell);
    private final Preparing preparing = new Preparing(() -> tell(Change.RUNS));

    /**
     * @param background for what takes so long that it is shown later, as reading the dataset
     * @param release called when the window lets go of the study: closes the owner, or not where another part of the
     *     program still works with it
     */
    public OwnedStudy(StudyOwner owner, Executor background, Runnable release) {
        super(owner, background);
        this.owner = owner;
        this.release = release;
        this.guidance = new OwnedGuidance(owner);
        owner.addListener(events);
    }

    /** Who owns it, for whoever works with it once the window has let go of it. */
    public StudyOwner owner() {
        return owner;
    }

    @Override
    List<RunStatus> inQueue() {
        return owner.queue().statuses();
    }

    @Override
    boolean wants(RunKey run) {
        return owner.guided().wants(run);
    }

    @Override
    public SavedState saved() {
        return owner.unsavedEdits()
                .or(owner::unsavedResults)
                .map(SavedState::failed)
                .orElse(SavedState.SAVED);
    }

    @Override
    public boolean canUndo() {
        return owner.canUndo();
    }

    @Override
    public boolean canRedo() {
        return owner.canRedo();
    }

    @Override
    public void edit(StudyEdit edit) {
        owner.edit(edit);
    }

    @Override
    public void keepSuggestions(Budget budget, SearchWatch watch) {
        owner.study().settings().forEach(setting -> owner.suggest(setting.name(), budget, watch));
    }

    @Override
    public void undo() {
        owner.undo();
    }

    @Override
    public void redo() {
        owner.redo();
    }

    @Override
    public Optional<Duration> timeLeft() {
        return owner.queue().timeLeft();
    }

    @Override
    public OptionalInt locateDataset(Path place) {
        AtomicInteger otherData = new AtomicInteger();
        boolean located = preparing.run(() -> {
            Study before = owner.study();
            owner.edit(DatasetLocation.edit(before, NewStudy.ofFolder(place)));
            DatasetLocation.look(owner, before.dataset(), preparing)
                    .ifPresent(plan -> otherData.set(plan.otherData().size()));
        });
        return located ? OptionalInt.of(otherData.get()) : OptionalInt.empty();
    }

    @Override
    public TrainingState training() {
        boolean unfinished =
                owner.queue().statuses().stream().anyMatch(run -> !run.state().isFinal());
        if (!unfinished
                && (guidance.isThere() ? guidance.isToGoOn() : !unqueued().isEmpty())) {
            return TrainingState.NOT_STARTED;
        }
        boolean unsaved = owner.unsavedResults().isPresent();
        return unsaved || (unfinished && !owner.queue().isActive()) ? TrainingState.PAUSED : TrainingState.GOING;
    }

    @Override
    public Optional<String> haltReason() {
        return owner.queue().haltReason();
    }

    @Override
    public int setAside() {
        return Math.max(0, owner.queue().setAside() - owner.guided().heldBack());
    }

    @Override
    public OptionalDouble preparing() {
        return preparing.share();
    }

    @Override
    public void stopPreparing() {
        preparing.stop();
    }

    @Override
    public void pauseAll() {
        owner.queue().pause();
    }

    @Override
    public void train() {
        if (owner.unsavedResults().isPresent()) {
            owner.saveResults();
            tell(Change.STUDY);
        }
        if (preparing.run(guidance.isThere() ? () -> guidance.goOn(preparing) : this::plan)) {
            owner.queue().start();
        }
    }

    @Override
    public void trainFirst(List<Network> networks) {
        List<RunPlan.Planned> first = owner.plan().missing().stream()
                .filter(run -> networks.contains(run.network()))
                .toList();
        List<RunKey> keys = first.stream().map(RunPlan.Planned::key).toList();
        owner.toTrain().resume(keys);
        owner.toTrain().trainFirst(keys);
        forgetRuns();
        if (guidance.isThere() && preparing.run(() -> owner.queue(first, preparing))) {
            forgetRuns();
        }
        train();
    }

    @Override
    public Optional<GuidedState> guided() {
        return guidance.state();
    }

    @Override
    public void trainGuided(GuidedGoal goal) {
        if (preparing.run(() -> owner.guided().begin(goal, preparing))) {
            owner.queue().start();
        }
    }

    @Override
    public void endGuided() {
        owner.guided().end();
    }

    @Override
    public RunForecast guidedForecast(String setting) {
        return owner.guided().most(setting);
    }

    @Override
    public SortedMap<Integer, JointAffinities> affinities(String setting) {
        return owner.jointRuns().soFar(setting);
    }

    @Override
    public boolean isMeasuringAffinities(String setting) {
        return owner.jointRuns().isMeasuring(setting);
    }

    @Override
    public void measureAffinities(String setting) {
        int every = TrainingRequest.USUAL_AFFINITY_EVERY;
        if (preparing.run(() -> owner.jointRuns().measure(setting, 0, every, preparing))) {
            owner.queue().start();
        }
    }

    private void plan() {
        if (owner.queue().statuses().stream().allMatch(run -> run.state().isFinal())) {
            owner.planForData(preparing);
        }
        List<RunPlan.Planned> missing = unqueued();
        if (!missing.isEmpty()) {
            owner.queue(missing, preparing);
        }
    }

    /** Also what failed before the study was opened. */
    @Override
    public void retryFailed() {
        owner.queue().retryFailed();
        Set<RunKey> failed = runs().stream()
                .filter(run -> run.state() == RunState.FAILED)
                .map(RunStatus::key)
                .collect(Collectors.toSet());
        queueBack(failed);
        if (!failed.isEmpty()) {
            owner.queue().start();
        }
    }

    private boolean queueBack(Set<RunKey> runs) {
        List<RunPlan.Planned> back =
                unqueued().stream().filter(run -> runs.contains(run.key())).toList();
        return !back.isEmpty() && preparing.run(() -> owner.queue(back, preparing));
    }

    @Override
    public void pause(RunKey run) {
        owner.toTrain().pause(run);
        stopsChanged();
    }

    /** What is not in the queue tells nothing by itself. */
    private void stopsChanged() {
        forgetRuns();
        tell(Change.RUNS);
    }

    @Override
    public void pauseAllAfterEpoch() {
        owner.queue().pauseAfterEpoch();
    }

    @Override
    public void pauseAfterEpoch(RunKey run) {
        owner.toTrain().pauseAfterEpoch(run);
        stopsChanged();
    }

    @Override
    public void moveBefore(RunKey run, Optional<RunKey> other) {
        owner.toTrain().moveBefore(run, other);
        forgetRuns();
        tell(Change.RUNS);
    }

    @Override
    public void resume(RunKey run) {
        owner.toTrain().resume(List.of(run));
        stopsChanged();
        if (owner.queue().isActive()) {
            queueBack(Set.of(run));
        }
    }

    @Override
    public void cancel(RunKey run) {
        owner.toTrain().cancel(run);
        stopsChanged();
    }

    @Override
    public void close() {
        owner.removeListener(events);
        release.run();
    }
}
