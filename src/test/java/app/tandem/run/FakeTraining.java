package app.tandem.run;

import app.tandem.loss.Measure;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Trains nothing, at once, in a real worker process. The setting's name says how it behaves. */
final class FakeTraining implements Training {

    /** Finishes. */
    static final String TRAINS = "trains";
    /** Waits in its second epoch until it is stopped, or started again with the first epoch's checkpoint. */
    static final String WAITS = "waits";
    /** Ends each epoch only once a file {@code epoch-N} is in the folder {@code NAME-signs} beside its own. */
    static final String STEPS_ON_A_SIGN = "on a sign";
    /** Ends its process at every start. */
    static final String CRASHES = "crashes";

    /** Stands still in its second epoch, deaf to everything, unless it was started with the first epoch's checkpoint. */
    static final String HANGS = "hangs";
    /** Stands still from the start. */
    static final String NEVER_STARTS = "never starts";

    static final String FAILS = "fails";
    static final String FAULTS = "faults";
    static final String RUNS_OUT_OF_MEMORY = "memory";
    static final String DIVERGES = "diverges";

    static final int STEPS = 10;

    private FakeTraining() {}

    /** A worker with this training. */
    public static void main(String[] arguments) {
        System.exit(WorkerMain.run(List.of(arguments), new FakeTraining()));
    }

    @Override
    public Outcome train(Job job, Device device, Path checkpoint, Observer observer) {
        String behaviour = job.setting().name();
        int epochs = job.setting().schedule().epochs();
        int resumed = read(checkpoint);
        observer.started(resumed, (long) epochs * STEPS, 1000);
        switch (behaviour) {
            case CRASHES -> Runtime.getRuntime().halt(42);
            case NEVER_STARTS -> standStill();
            case FAILS -> throw new UserException("The dataset is missing", "here", "Bring it back");
            case FAULTS -> throw new IllegalStateException("a fault");
            case RUNS_OUT_OF_MEMORY -> throw new OutOfMemoryError("Java heap space");
            case DIVERGES -> {
                return new Outcome.Diverged(7, List.of("Lower the learning rate"));
            }
            default -> {}
        }
        for (int epoch = resumed + 1; epoch <= epochs; epoch++) {
            if (behaviour.equals(HANGS) && epoch == 2 && resumed == 0) {
                standStill();
            }
            for (int step = 1; step <= STEPS; step++) {
                if (observer.shouldStop()) {
                    return new Outcome.Stopped();
                }
                observer.stepped((long) (epoch - 1) * STEPS + step, 100);
            }
            while (behaviour.equals(WAITS) && epoch == 2 && resumed == 0) {
                if (observer.shouldStop()) {
                    return new Outcome.Stopped();
                }
                observer.stepped((long) epoch * STEPS, 100);
                LockSupport.parkNanos(1_000_000);
            }
            Path sign = signs(java.util.Objects.requireNonNull(checkpoint.getParent()))
                    .resolve("epoch-" + epoch);
            while (behaviour.equals(STEPS_ON_A_SIGN) && !Files.exists(sign)) {
                if (observer.shouldStop()) {
                    return new Outcome.Stopped();
                }
                LockSupport.parkNanos(1_000_000);
            }
            observer.epochEnded(new EpochLosses(epoch, losses(job, epoch), losses(job, epoch)));
            write(checkpoint, epoch);
            observer.checkpointed(epoch);
        }
        return new Outcome.Finished(
                epochs, Map.of(Measure.VALIDATION, losses(job, epochs), Measure.TEST, losses(job, epochs)), 100, 1000);
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("engine", "none");
    }

    private static Map<String, Double> losses(Job job, int epoch) {
        Map<String, Double> losses = new LinkedHashMap<>();
        job.network().tasks().forEach(task -> losses.put(job.taskIds().get(task), job.seed() + 1.0 / epoch));
        return losses;
    }

    private static void standStill() {
        while (true) {
            LockSupport.park();
        }
    }

    /** Where a run is told by a test to go on. */
    static Path signs(Path runFolder) {
        return runFolder.resolveSibling(runFolder.getFileName() + "-signs");
    }

    private static int read(Path checkpoint) {
        try {
            return Files.exists(checkpoint) ? Integer.parseInt(Files.readString(checkpoint)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path checkpoint, int epoch) {
        try {
            AtomicFile.write(checkpoint, Integer.toString(epoch).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
