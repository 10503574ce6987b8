package app.tandem.cli;

import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyOwner;
import app.tandem.run.DaemonThreads;
import app.tandem.run.RunState;
import app.tandem.study.UserException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/** Trains what a study lacks, watched from a console; ends early and cleanly when the person stops it. */
final class TrainingSession {

    private final Console console;
    private final StudyOwner owner;
    private final String again;

    /** @param again the command that goes on after a stop */
    TrainingSession(Console console, StudyOwner owner, String again) {
        this.console = console;
        this.owner = owner;
        this.again = again;
    }

    /**
     * Trains all missing runs and waits for their end.
     *
     * @return the exit code: {@link ExitCode#OK}, or {@link ExitCode#RUNS_FAILED}
     * @throws Interruption if the person stopped it; everything that was learned is kept
     */
    int train() {
        return train(() -> owner.queue().awaitIdle());
    }

    /** Waits for something to end, as a window to be closed. */
    interface Wait {
        void await() throws InterruptedException;
    }

    /** As {@link #train()}, but for as long as the caller wants to wait; who closes the study meanwhile ends it. */
    int train(Wait until) {
        RunPlan plan = plan();
        int doneBefore = plan.done();
        StaleResults.tell(console, plan);
        plan.diverged()
                .forEach(each ->
                        console.say("tandem: " + ProgressLine.problem(each.run().key(), each.result())));
        List<RunPlan.Planned> wanted = owner.toTrain().notStopped(plan.missing());
        StoppedRuns.tell(console, owner, plan);
        if (wanted.isEmpty()) {
            int runs = plan.done();
            String others = plan.missing().isEmpty() ? "" : "other ";
            String ended =
                    runs == 1 ? "The " + others + "run has ended" : "All " + runs + " " + others + "runs have ended";
            String diverged = plan.diverged().isEmpty() ? "" : " or diverged";
            console.say(ended + diverged + "; nothing is left to train.");
        } else {
            owner.queue(wanted, ProgressLine.counting(console, "decoding images"));
            LeftOut.tell(console, owner.leftOut());
            owner.queue().start();
        }
        return watch(until, doneBefore, this::finish);
    }

    /** Where all is trained, a dataset that is away is no fault: what is known of it is then the last that was seen. */
    private RunPlan plan() {
        try {
            return owner.planForData(ProgressLine.counting(console, "decoding images"));
        } catch (UserException e) {
            RunPlan plan = owner.plan();
            if (!plan.missing().isEmpty() || owner.study().dataset().isOfLosses()) {
                throw e;
            }
            console.say("tandem: " + e.getMessage() + " So nobody can say whether the dataset is still the same.");
            return plan;
        }
    }

    /** Waits for the end of what is queued already, and queues nothing. */
    int watch() {
        long doneNow = owner.queue().statuses().stream()
                .filter(status -> status.state() == RunState.DONE)
                .count();
        return watch(() -> owner.queue().awaitIdle(), owner.plan().done() - (int) doneNow, this::finish);
    }

    /**
     * Waits for the end of what a guided training chooses, of which nobody knows how much it will be.
     *
     * @param end gives the exit code
     */
    int watchGuided(IntSupplier end) {
        return watch(() -> owner.queue().awaitIdle(), owner.plan().done(), 0, end);
    }

    /** Waits for the end of one run that was queued for itself, whatever else the study still lacks. */
    void watchOne() {
        watch(() -> owner.queue().awaitIdle(), 0, () -> ExitCode.OK);
    }

    private int watch(Wait until, int doneBefore, IntSupplier end) {
        return watch(until, doneBefore, owner.plan().all().size(), end);
    }

    private int watch(Wait until, int doneBefore, int total, IntSupplier end) {
        ProgressLine progress = new ProgressLine(console, owner, doneBefore, total);
        owner.addListener(progress);
        try (StopSignal stop = new StopSignal(() -> stop(progress))) {
            until.await();
            if (stop.wasGiven()) {
                throw new Interruption();
            }
            return owner.isClosed() ? ExitCode.OK : end.getAsInt();
        } catch (InterruptedException e) {
            stop(progress);
            throw new Interruption();
        } finally {
            owner.removeListener(progress);
            progress.clear();
        }
    }

    private int finish() {
        if (owner.unsavedResults().isPresent()) {
            owner.saveResults();
        }
        RunPlan plan = owner.plan();
        int missing = owner.toTrain().notStopped(plan.missing()).size();
        if (missing > 0) {
            console.say("tandem: " + (missing == 1 ? "1 run has" : missing + " runs have") + " no result; ‘" + again
                    + "’ tries again.");
            return ExitCode.RUNS_FAILED;
        }
        if (!plan.diverged().isEmpty()) {
            console.say("tandem: "
                    + (plan.diverged().size() == 1 ? "1 run" : plan.diverged().size() + " runs")
                    + " diverged; see above what may help. ‘tandem train STUDY --retry’ trains them anew.");
            return ExitCode.RUNS_FAILED;
        }
        return ExitCode.OK;
    }

    private void stop(ProgressLine progress) {
        progress.clear();
        console.say("Stopping; each run loses at most the epoch that it is in …");
        owner.close();
        console.say("Stopped. Go on with: " + again);
    }

    /** Runs something when the process is asked to end, before it does. */
    private static final class StopSignal implements AutoCloseable {

        private final AtomicBoolean given = new AtomicBoolean();
        private final Thread hook;

        StopSignal(Runnable action) {
            hook = DaemonThreads.named("stop").newThread(() -> {
                given.set(true);
                action.run();
            });
            Runtime.getRuntime().addShutdownHook(hook);
        }

        boolean wasGiven() {
            return given.get();
        }

        @Override
        public void close() {
            if (!given.get()) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException ending) {
                    // The process ends already, and the hook runs.
                    given.set(true);
                }
            }
        }
    }
}
