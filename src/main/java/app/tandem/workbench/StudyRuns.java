package app.tandem.workbench;

import app.tandem.owner.RunPlan;
import app.tandem.run.RunKey;
import app.tandem.run.RunOrder;
import app.tandem.run.RunResult;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.RunStop;
import app.tandem.run.WorkerLoad;
import app.tandem.store.StoredRun;
import app.tandem.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every run of a study in one list: those that ended before this process began, those in the queue, and those that nobody
 * has started. What the file knows is read once and kept until it changes.
 */
final class StudyRuns {

    /** @param generation of the file, taken before it was read */
    private record Recorded(
            int generation,
            RunOrder order,
            RunPlan plan,
            Map<RunKey, StoredRun> runs,
            Map<RunKey, RunStop> stops,
            Map<RunKey, Integer> begun) {}

    /**
     * What it is made from.
     *
     * @param begun how many epochs are on the disk of runs that were interrupted
     * @param queue the runs that are in the queue, whoever's it is
     * @param wanted whether a run without a result is to be trained as things are
     */
    record Source(
            Supplier<Study> study,
            Supplier<List<StoredRun>> recorded,
            Supplier<RunOrder> order,
            Supplier<Map<RunKey, RunStop>> stops,
            Supplier<Map<RunKey, Integer>> begun,
            Supplier<List<RunStatus>> queue,
            Predicate<RunKey> wanted) {}

    private final Source source;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile Optional<Recorded> recorded = Optional.empty();

    StudyRuns(Source source) {
        this.source = source;
    }

    /** The design or a result changed; from any thread, also while it is being read on another. */
    void forget() {
        generation.incrementAndGet();
    }

    private Recorded recorded() {
        int now = generation.get();
        Optional<Recorded> known = recorded.filter(read -> read.generation() == now);
        if (known.isPresent()) {
            return known.get();
        }
        List<StoredRun> stored = source.recorded().get();
        RunOrder order = source.order().get();
        Recorded read = new Recorded(
                now,
                order,
                RunPlan.of(source.study().get(), stored).inOrder(order),
                stored.stream().collect(Collectors.toMap(StoredRun::key, Function.identity(), (a, b) -> b)),
                source.stops().get(),
                source.begun().get());
        recorded = Optional.of(read);
        return read;
    }

    /**
     * Runs without a result that the user has not stopped and that are not in the queue, or ended there for a design or data
     * that are no more.
     */
    List<RunPlan.Planned> unqueued() {
        Recorded now = recorded();
        Set<RunKey> queued = keys(current(now, source.queue().get()));
        return now.plan().missing().stream()
                .filter(run -> !queued.contains(run.key()) && !now.stops().containsKey(run.key()))
                .toList();
    }

    /** The queue without what ended in it and counts no more. */
    private static List<RunStatus> current(Recorded now, List<RunStatus> queue) {
        return queue.stream().filter(status -> !isPast(now, status)).toList();
    }

    private static boolean isPast(Recorded now, RunStatus status) {
        StoredRun stored = now.runs().get(status.key());
        boolean ended = status.state() == RunState.DONE || status.state() == RunState.DIVERGED;
        return ended && stored != null && stored.result().isPresent() && !stored.counts();
    }

    private static Set<RunKey> keys(List<RunStatus> statuses) {
        return statuses.stream().map(RunStatus::key).collect(Collectors.toSet());
    }

    /** What ended before, in the plan's order; then the queue, in its own; then what is not started, as far as it is wanted. What waits is in the order that is kept. */
    List<RunStatus> all() {
        Recorded now = recorded();
        List<RunStatus> queue = current(now, source.queue().get());
        Set<RunKey> queued = keys(queue);
        Set<RunKey> missing =
                now.plan().missing().stream().map(RunPlan.Planned::key).collect(Collectors.toSet());
        Study study = source.study().get();
        List<RunStatus> all = new ArrayList<>();
        List<RunStatus> later = new ArrayList<>();
        for (RunPlan.Planned run : now.plan().all()) {
            if (!queued.contains(run.key())) {
                boolean ended = !missing.contains(run.key());
                boolean isStopped = now.stops().containsKey(run.key());
                if (ended || isStopped || source.wanted().test(run.key())) {
                    (ended ? all : later).add(recordedStatus(study, run, ended, now));
                }
            }
        }
        all.addAll(queue);
        all.addAll(later);
        return now.order().sort(all, RunStatus::key, StudyRuns::waits);
    }

    private static boolean waits(RunStatus status) {
        return !status.state().isFinal() && status.state() != RunState.RUNNING;
    }

    private static RunStatus recordedStatus(Study study, RunPlan.Planned run, boolean ended, Recorded now) {
        int epochs = study.setting(run.setting().name()).schedule().epochs();
        Optional<RunResult> result = Optional.ofNullable(now.runs().get(run.key()))
                .filter(StoredRun::counts)
                .flatMap(StoredRun::result);
        RunState state = RunState.QUEUED;
        String reason = "";
        if (result.isPresent() && result.get() instanceof RunResult.Diverged diverged) {
            state = RunState.DIVERGED;
            reason = String.join(". ", diverged.remedies());
        } else if (ended) {
            state = RunState.DONE;
        } else if (now.stops().containsKey(run.key())) {
            state = now.stops().get(run.key()).state();
        } else if (result.isPresent() && result.get() instanceof RunResult.Failed failed) {
            state = RunState.FAILED;
            reason = failed.reason();
        }
        int done =
                state == RunState.DONE ? epochs : Math.min(epochs, now.begun().getOrDefault(run.key(), 0));
        return new RunStatus(
                run.key(),
                state,
                done,
                epochs,
                epochs == 0 ? 0 : (double) done / epochs,
                Optional.empty(),
                "",
                0,
                WorkerLoad.NONE,
                reason);
    }
}
