package app.tandem.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a run is, by its events. Not safe for several threads. */
final class RunProgress {

    private final int epochs;
    private int epoch;
    private int checkpointed;
    private long step;
    private long totalSteps;
    private long multiplyAdds;
    private String device = "";
    private double imagesPerSecond;
    private WorkerLoad load = WorkerLoad.NONE;
    private @Nullable Instant sessionStart;
    private long sessionBase;
    private double sessionSeconds;
    private @Nullable Instant epochStart;
    private Duration longestEpoch = Duration.ZERO;
    private @Nullable Instant launch;
    private double startSeconds = Double.NaN;

    RunProgress(Job job) {
        epochs = job.setting().schedule().epochs();
        multiplyAdds = job.work().multiplyAdds();
    }

    void apply(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            totalSteps = started.totalSteps();
            multiplyAdds = started.multiplyAdds();
            device = started.device();
            epoch = started.doneEpochs();
            checkpointed = started.doneEpochs();
            step = stepsOf(epoch);
            sessionStart = started.at();
            sessionBase = step;
            sessionSeconds = 0;
            epochStart = started.at();
            // A run that goes on tells first how its earlier workers started.
            if (launch != null && !started.at().isBefore(launch)) {
                startSeconds = Duration.between(launch, started.at()).toNanos() / 1e9;
                launch = null;
            }
        } else if (event instanceof RunEvent.Stepped stepped) {
            step = Math.max(step, stepped.step());
            imagesPerSecond = stepped.imagesPerSecond();
            load = stepped.load();
            measure(event.at());
        } else if (event instanceof RunEvent.EpochEnded ended) {
            epoch = ended.losses().epoch();
            step = stepsOf(epoch);
            measureEpoch(ended.at());
            measure(event.at());
        } else if (event instanceof RunEvent.Checkpointed written) {
            checkpointed = written.epoch();
        }
    }

    private void measure(Instant at) {
        if (sessionStart != null) {
            sessionSeconds = Duration.between(sessionStart, at).toNanos() / 1e9;
        }
    }

    private void measureEpoch(Instant end) {
        if (epochStart != null) {
            Duration length = Duration.between(epochStart, end);
            longestEpoch = length.compareTo(longestEpoch) > 0 ? length : longestEpoch;
        }
        epochStart = end;
    }

    /** With its validation and checkpoint; zero where none was seen. */
    Duration longestEpoch() {
        return longestEpoch;
    }

    /** From the last worker's start to its last event. */
    Duration sessionLength() {
        return Duration.ofMillis((long) (1000 * sessionSeconds));
    }

    private long stepsOf(int doneEpochs) {
        return totalSteps * doneEpochs / epochs;
    }

    /** A worker is being started. */
    void launched(Instant at) {
        launch = at;
    }

    /** From the launch of the last worker to its first step; NaN where that was not seen. */
    double startSeconds() {
        return startSeconds;
    }

    /** Its worker is gone, and what it had not written to its checkpoint is trained again. */
    void interrupted() {
        rest();
        epoch = checkpointed;
        step = stepsOf(epoch);
        sessionStart = null;
        sessionBase = step;
        sessionSeconds = 0;
        epochStart = null;
    }

    /** Its worker is gone. */
    void rest() {
        imagesPerSecond = 0;
        load = WorkerLoad.NONE;
    }

    /** What the last worker measured. */
    Pace.Sample sample() {
        return new Pace.Sample(multiplyAdds, sessionSeconds, Math.max(0, step - sessionBase));
    }

    int epoch() {
        return epoch;
    }

    int epochs() {
        return epochs;
    }

    int checkpointed() {
        return checkpointed;
    }

    long totalSteps() {
        return totalSteps;
    }

    long multiplyAdds() {
        return multiplyAdds;
    }

    String device() {
        return device;
    }

    double imagesPerSecond() {
        return imagesPerSecond;
    }

    WorkerLoad load() {
        return load;
    }

    double fraction() {
        return totalSteps == 0 ? 0 : Math.min(1, (double) step / totalSteps);
    }
}
