package app.tandem.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The time that is left, from what was measured so far. Made anew whenever it is asked for. */
final class TimeLeft {

    /** From a worker's start to its first step, where that was not measured yet. */
    private static final double USUAL_START_SECONDS = 2;

    private final Pace pace;
    private final double startSeconds;
    private final Map<String, Long> stepsBySetting = new HashMap<>();

    TimeLeft(List<QueuedRun> runs) {
        pace = Pace.of(runs.stream().map(run -> run.progress.sample()).toList());
        startSeconds = runs.stream()
                .mapToDouble(run -> run.progress.startSeconds())
                .filter(seconds -> !Double.isNaN(seconds))
                .average()
                .orElse(USUAL_START_SECONDS);
        for (QueuedRun run : runs) {
            if (run.progress.totalSteps() > 0) {
                stepsBySetting.put(run.key.setting(), run.progress.totalSteps());
            }
        }
    }

    /** Empty for a run that has ended, or where nothing was measured that it could be estimated from. */
    Optional<Duration> of(QueuedRun run) {
        Long steps = stepsBySetting.get(run.key.setting());
        if (run.state.isFinal() || steps == null || !pace.isKnown()) {
            return Optional.empty();
        }
        double left = steps * (1 - run.progress.fraction());
        double seconds = pace.secondsOf(left, run.progress.multiplyAdds());
        double around = run.state == RunState.RUNNING ? 0 : startSeconds;
        return Optional.of(Duration.ofMillis((long) (1000 * (seconds + around))));
    }

    /** Of all runs that the queue will train, on so many devices. */
    Optional<Duration> ofAll(List<QueuedRun> runs, int slots) {
        Duration sum = Duration.ZERO;
        Duration longest = Duration.ZERO;
        for (QueuedRun run : runs) {
            if (run.state == RunState.RUNNING || run.isStartable()) {
                Optional<Duration> left = of(run);
                if (left.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.plus(left.get());
                longest = left.get().compareTo(longest) > 0 ? left.get() : longest;
            }
        }
        Duration shared = sum.dividedBy(Math.max(1, slots));
        return Optional.of(shared.compareTo(longest) > 0 ? shared : longest);
    }
}
