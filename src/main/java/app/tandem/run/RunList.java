package app.tandem.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The runs of a queue in their order, also those that are set aside. All of it is guarded by the queue's lock. */
final class RunList {

    private final Path runsFolder;
    private final List<QueuedRun> runs = new ArrayList<>();
    private RunOrder order = RunOrder.NONE;

    RunList(Path runsFolder) {
        this.runsFolder = runsFolder;
    }

    /** All runs, to look at. */
    List<QueuedRun> all() {
        return Collections.unmodifiableList(runs);
    }

    Optional<QueuedRun> find(RunKey key) {
        int position = indexOf(key);
        return position < 0 ? Optional.empty() : Optional.of(runs.get(position));
    }

    /** What is told of the runs that are not set aside. */
    List<RunStatus> listed(Function<QueuedRun, RunStatus> status) {
        return runs.stream().filter(run -> !run.isSetAside).map(status).toList();
    }

    /** How many runs are set aside before they have ended. */
    int setAside() {
        return (int) runs.stream()
                .filter(run -> run.isSetAside && !run.state.isFinal())
                .count();
    }

    /** Puts a job at the end, or in the place of a run of its key where it may replace that. */
    void put(Job job, boolean isActive) {
        int position = indexOf(job.key());
        if (position < 0) {
            runs.add(new QueuedRun(job, RunFolder.of(runsFolder, job.key())));
        } else if (mayReplace(runs.get(position), job)) {
            runs.set(position, new QueuedRun(job, RunFolder.of(runsFolder, job.key())));
        } else if (runs.get(position).job.sameResultAs(job)) {
            bringBack(runs.get(position), isActive);
        }
    }

    private static boolean mayReplace(QueuedRun run, Job job) {
        return switch (run.state) {
            case FAILED, CANCELLED -> true;
            case RUNNING -> false;
            default -> !run.job.sameResultAs(job);
        };
    }

    void keepOnly(Predicate<Job> wanted, boolean isActive) {
        for (QueuedRun run : runs) {
            if (wanted.test(run.job)) {
                bringBack(run, isActive);
            } else {
                run.isSetAside = true;
            }
        }
    }

    private static void bringBack(QueuedRun run, boolean isActive) {
        boolean wasStopped = run.isSetAside && run.state == RunState.PAUSED && run.wish == QueuedRun.Wish.RUN;
        run.isSetAside = false;
        if (wasStopped && isActive) {
            run.state = RunState.QUEUED;
        }
    }

    void arrange(RunOrder newOrder) {
        order = newOrder;
    }

    /** Puts what waits in order. */
    void settle() {
        List<QueuedRun> sorted =
                order.sort(runs, run -> run.key, run -> !run.state.isFinal() && run.state != RunState.RUNNING);
        runs.clear();
        runs.addAll(sorted);
    }

    private int indexOf(RunKey key) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).key.equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
