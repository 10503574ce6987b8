package app.tandem.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run at one moment.
 *
 * @param epoch the epochs finished so far
 * @param epochs the epochs of its schedule
 * @param fraction of its steps that are done, 0 to 1
 * @param timeLeft empty where nothing was measured yet that it could be estimated from
 * @param device where it runs or ran, as in {@code cpu} or {@code cuda:0}; empty before it was started
 * @param imagesPerSecond of the last steps; 0 where it does not run
 * @param load of its worker; none where it does not run
 * @param reason why it failed, diverged or was restarted, as {@link RunReason} takes it apart; empty where there is nothing to
 *     say
 */
public record RunStatus(
        RunKey key,
        RunState state,
        int epoch,
        int epochs,
        double fraction,
        Optional<Duration> timeLeft,
        String device,
        double imagesPerSecond,
        WorkerLoad load,
        String reason) {

    /**
     * How many images a second these running workers train together. A worker that has not told its speed yet counts as
     * the mean of the others; 0 where none has.
     */
    public static double imagesPerSecond(List<RunStatus> running) {
        return running.size()
                * running.stream()
                        .mapToDouble(RunStatus::imagesPerSecond)
                        .filter(speed -> speed > 0)
                        .average()
                        .orElse(0);
    }
}
