package app.tandem.run;

import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.time.Instant;
import java.util.Optional;

/** Something that happened in a run; a line of {@code events.jsonl}, which grows by whole lines and is never rewritten. */
public sealed interface RunEvent {

    /** When, by the worker's clock. */
    Instant at();

    /**
     * Training starts, or goes on from a checkpoint.
     *
     * @param pid of the worker
     * @param doneEpochs epochs in the checkpoint; 0 for a fresh start
     * @param totalSteps of the whole schedule
     * @param multiplyAdds of the whole network, for one image, forward
     */
    record Started(Instant at, long pid, String device, int doneEpochs, long totalSteps, long multiplyAdds)
            implements RunEvent {

        /** The worker, where it lives on this machine: a process that is younger has its id by now, and is another. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(process -> process.info()
                    .startInstant()
                    .filter(start -> start.isBefore(at))
                    .isPresent());
        }
    }

    /**
     * A sign of life, a few times a second.
     *
     * @param step the last step done, counted from 1 over the whole schedule
     * @param load of the worker's process
     */
    record Stepped(Instant at, long step, double imagesPerSecond, WorkerLoad load) implements RunEvent {}

    /** An epoch is done; its checkpoint is not yet written. */
    record EpochEnded(Instant at, EpochLosses losses) implements RunEvent {}

    /** The affinities of a joint run as measured so far: each replaces those before. */
    record AffinitiesMeasured(Instant at, JointAffinities affinities) implements RunEvent {}

    /** The checkpoint of an epoch is on the disk: from now on this epoch is not lost. */
    record Checkpointed(Instant at, int epoch) implements RunEvent {}

    /**
     * The worker ends in good order.
     *
     * @param outcome {@code finished}, {@code diverged}, {@code failed} or {@code stopped}
     */
    record Ended(Instant at, String outcome) implements RunEvent {}
}
