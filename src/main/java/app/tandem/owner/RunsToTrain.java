package app.tandem.owner;

import app.tandem.run.DesignHash;
import app.tandem.run.Job;
import app.tandem.run.RunFolder;
import app.tandem.run.RunKey;
import app.tandem.run.RunOrder;
import app.tandem.run.RunQueue;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.RunStop;
import app.tandem.store.StudyFile;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is to be trained of a study, and in which order: the one that is kept in its file, which the queue follows. Safe
 * for several threads.
 */
public final class RunsToTrain {

    private final StudyFile file;
    private final RunQueue queue;
    private final Supplier<Study> study;

    // Guarded by this.
    private final Set<RunKey> heldBack = new HashSet<>();
    private final Set<RunKey> joint = new HashSet<>();
    private final Set<RunKey> begun = new LinkedHashSet<>();

    RunsToTrain(StudyFile file, RunQueue queue, Supplier<Study> study) {
        this.file = file;
        this.queue = queue;
        this.study = study;
        Study design = study.get();
        begun.addAll(BegunRuns.of(design, file.runsFolder(), () -> RunPlan.of(design, file.runs())
                        .missing())
                .keySet());
        queue.arrange(order());
    }

    /** The order in which runs are trained: as the user wants it, and what has begun before what has not. */
    public synchronized RunOrder order() {
        return RunOrder.of(file.order()).startingWith(begun);
    }

    /** Hears which runs have begun: once they are interrupted they go on before others. */
    StudyListener ear() {
        return new StudyListener() {
            @Override
            public void epochFinished(RunKey key, EpochLosses losses) {
                synchronized (RunsToTrain.this) {
                    if (!begun.add(key)) {
                        return;
                    }
                }
                queue.arrange(order());
            }
        };
    }

    /** Those of these runs that the user has neither paused nor cancelled. */
    public List<RunPlan.Planned> notStopped(Collection<RunPlan.Planned> runs) {
        Set<RunKey> stopped = file.stops().keySet();
        return runs.stream().filter(run -> !stopped.contains(run.key())).toList();
    }

    /**
     * Takes a run off its device, or holds it back, until it is asked to go on; does nothing where it has ended.
     *
     * @throws UserException if that cannot be saved; the run then goes on
     */
    public void pause(RunKey key) {
        stop(key, RunStop.PAUSED, queue::pause);
    }

    /** As {@link #pause}, once the epoch that it is in is on the disk. */
    public void pauseAfterEpoch(RunKey key) {
        stop(key, RunStop.PAUSED, queue::pauseAfterEpoch);
    }

    /** Takes a run out until it is asked to go on; what it had learned is kept. As {@link #pause}. */
    public void cancel(RunKey key) {
        stop(key, RunStop.CANCELLED, queue::cancel);
    }

    /** Saved first, so that no crash brings back what the user has stopped. */
    private synchronized void stop(RunKey key, RunStop stop, Consumer<RunKey> tellQueue) {
        Map<RunKey, RunStop> stops = new HashMap<>(file.stops());
        boolean isCancelled = stops.get(key) == RunStop.CANCELLED;
        if (canBeStopped(key) && !isCancelled) {
            stops.put(key, stop);
            file.saveStops(stops);
            tellQueue.accept(key);
        }
    }

    private boolean canBeStopped(RunKey key) {
        Optional<RunStatus> queued = queue.statuses().stream()
                .filter(status -> status.key().equals(key))
                .findFirst();
        return queued.map(status -> !status.state().isFinal()).orElseGet(() -> plan().missing().stream()
                .anyMatch(run -> run.key().equals(key)));
    }

    /**
     * Lets runs go on that were paused or cancelled: they wait again, in the queue where they are in it.
     *
     * @throws UserException if that cannot be saved; they then stay as they are
     */
    public synchronized void resume(Collection<RunKey> keys) {
        Map<RunKey, RunStop> stops = new HashMap<>(file.stops());
        if (stops.keySet().removeAll(Set.copyOf(keys))) {
            file.saveStops(stops);
        }
        keys.forEach(queue::resume);
    }

    RunPlan plan() {
        return RunPlan.of(study.get(), file.runs()).inOrder(order());
    }

    /** Sets aside what the study no longer asks for; of two edits at once the later design stands, whichever is told first. */
    synchronized void followDesign() {
        Study design = study.get();
        Set<RunKey> wanted = new HashSet<>(RunPlan.keys(design));
        joint.stream().filter(key -> isJoint(design, key)).forEach(wanted::add);
        wanted.removeAll(heldBack);
        queue.keepOnly(job -> wanted.contains(job.key()) && isOf(design, job));
    }

    /** A run that was queued for other epochs, say, would end with a result that does not count. */
    private static boolean isOf(Study design, Job job) {
        Setting setting = design.setting(job.setting().name());
        if (setting.equals(job.setting()) && design.tasks().equals(job.tasks())) {
            return true;
        }
        Network network = Network.parse(job.key().network(), design.taskIds());
        return DesignHash.of(design.tasks(), network, setting).equals(job.designHash());
    }

    /** The joint run is wanted for its affinities, also where the joint network is no candidate. */
    synchronized void wantJoint(RunKey key) {
        joint.add(key);
    }

    private static boolean isJoint(Study design, RunKey key) {
        return key.network().equals(design.jointNetwork().key(design.taskIds()))
                && key.seed() < design.seeds()
                && design.settings().stream().anyMatch(setting -> setting.name().equals(key.setting()));
    }

    /** Sets aside what waits, though the study asks for it, until it is queued again or nothing is held back any more. */
    synchronized void holdBackWhatWaits() {
        queue.statuses().stream()
                .filter(run -> !run.state().isFinal() && run.state() != RunState.RUNNING)
                .forEach(run -> heldBack.add(run.key()));
        followDesign();
    }

    synchronized void holdBackNothing() {
        heldBack.clear();
        followDesign();
    }

    /** These are queued again. */
    synchronized void letIn(Collection<RunKey> keys) {
        heldBack.removeAll(Set.copyOf(keys));
    }

    synchronized int heldBack() {
        return heldBack.size();
    }

    /**
     * Moves a run that waits before another that waits, or behind all others; does nothing where it does not wait.
     *
     * @throws UserException if that cannot be saved; the order is then as it was
     */
    public synchronized void moveBefore(RunKey key, Optional<RunKey> other) {
        List<RunKey> order = waiting();
        if (other.filter(key::equals).isEmpty() && order.remove(key)) {
            int to = other.map(order::indexOf).orElse(-1);
            order.add(to < 0 ? order.size() : to, key);
            save(order);
        }
    }

    /**
     * Moves runs that wait before all others that wait, in the order given.
     *
     * @throws UserException if that cannot be saved; the order is then as it was
     */
    public synchronized void trainFirst(List<RunKey> keys) {
        List<RunKey> order = waiting();
        // What runs stays before them, should it be interrupted.
        Set<RunKey> first = queue.statuses().stream()
                .filter(status -> status.state() == RunState.RUNNING)
                .map(RunStatus::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        first.addAll(keys);
        first.retainAll(order);
        order.removeAll(first);
        order.addAll(0, first);
        save(order);
    }

    /** What has no result yet, in the order in which it will be trained. */
    private List<RunKey> waiting() {
        Set<RunKey> waiting = new LinkedHashSet<>();
        queue.statuses().stream()
                .filter(status -> !status.state().isFinal())
                .map(RunStatus::key)
                .forEach(waiting::add);
        plan().missing().stream().map(RunPlan.Planned::key).forEach(waiting::add);
        return new ArrayList<>(order().sort(List.copyOf(waiting), key -> key));
    }

    /** Saved first: a place that cannot be kept is not given. What the design lacks now keeps its place for an undo. */
    private void save(List<RunKey> waiting) {
        RunPlan plan = plan();
        Set<RunKey> done = plan.all().stream().map(RunPlan.Planned::key).collect(Collectors.toSet());
        Set<RunKey> order = new LinkedHashSet<>(waiting);
        file.order().stream().filter(key -> !done.contains(key)).forEach(order::add);
        file.saveOrder(List.copyOf(order));
        queue.arrange(order());
    }

    /** @throws UserException if that cannot be saved */
    void forgetDiverged() {
        for (RunPlan.Diverged diverged : plan().diverged()) {
            RunKey key = diverged.run().key();
            RunFolder folder = RunFolder.of(file.runsFolder(), key);
            try {
                folder.forget();
            } catch (IOException e) {
                throw new UserException(
                        "The run's folder cannot be emptied (" + e.getMessage() + ")",
                        folder.path().toString(),
                        "Check its permissions",
                        e);
            }
            file.forget(key);
        }
    }
}
