package app.tandem.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long a run has been training, over all its workers; the time between them does not count. */
final class TrainingTime {

    private TrainingTime() {}

    /** @param now the end of the last worker's time */
    static Duration of(List<RunEvent> events, Instant now) {
        Duration total = Duration.ZERO;
        Instant start = now;
        Instant last = now;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Started) {
                total = total.plus(Duration.between(start, last));
                start = event.at();
            }
            last = event.at();
        }
        return total.plus(Duration.between(start, now));
    }
}
