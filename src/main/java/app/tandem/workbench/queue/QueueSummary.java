package app.tandem.workbench.queue;

import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The queue in a few numbers.
 *
 * @param ended done or diverged: these runs are not trained again
 * @param failed these wait for the user to look at them
 * @param cancelled taken out by the user
 * @param imagesPerSecond of all running workers together; 0 until one has told its own
 * @param residentBytes memory of all running workers together
 */
public record QueueSummary(
        int total,
        int ended,
        int running,
        int paused,
        int waiting,
        int failed,
        int cancelled,
        double imagesPerSecond,
        long residentBytes) {

    public static final QueueSummary EMPTY = new QueueSummary(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static QueueSummary of(List<RunStatus> runs) {
        Map<RunState, Integer> count =
                runs.stream().collect(Collectors.groupingBy(RunStatus::state, Collectors.summingInt(run -> 1)));
        List<RunStatus> running =
                runs.stream().filter(run -> run.state() == RunState.RUNNING).toList();
        return new QueueSummary(
                runs.size(),
                sum(count, RunState.DONE, RunState.DIVERGED),
                running.size(),
                sum(count, RunState.PAUSED),
                sum(count, RunState.QUEUED, RunState.WAITING_FOR_DEVICE),
                sum(count, RunState.FAILED),
                sum(count, RunState.CANCELLED),
                RunStatus.imagesPerSecond(running),
                running.stream().mapToLong(run -> run.load().residentBytes()).sum());
    }

    /** The share of the queue that has ended, 0 for an empty queue. */
    public double fraction() {
        return total == 0 ? 0 : (double) ended / total;
    }

    /** Whether something runs or could run. */
    public boolean isActive() {
        return running + waiting > 0;
    }

    private static int sum(Map<RunState, Integer> count, RunState... states) {
        int sum = 0;
        for (RunState state : states) {
            sum += count.getOrDefault(state, 0);
        }
        return sum;
    }
}
