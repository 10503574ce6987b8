package app.tandem.owner;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.Device;
import app.tandem.run.ExitCode;
import app.tandem.run.Job;
import app.tandem.run.Provenance;
import app.tandem.run.RunFolder;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.WorkerLauncher;
import app.tandem.study.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Workers that need not train, since the losses are published: each writes its run's result at once, or once it may. */
public final class KnownLossWorkers implements WorkerLauncher {

    private final LossTable losses;
    private final int slots;
    private final Executor threads;
    private final List<RunKey> launched = new CopyOnWriteArrayList<>();
    private final Map<String, RunResult> others = new HashMap<>();

    // Guarded by this.
    private final List<Runnable> held = new ArrayList<>();
    private int allowed = Integer.MAX_VALUE;

    public KnownLossWorkers(LossTable losses, int slots, Executor threads) {
        this.losses = losses;
        this.slots = slots;
        this.threads = threads;
    }

    /** Ends so many runs, and holds all later ones until they are stopped or more may end. */
    public synchronized KnownLossWorkers ending(int runs) {
        allowed = runs;
        while (allowed > 0 && !held.isEmpty()) {
            allowed--;
            threads.execute(held.remove(0));
        }
        return this;
    }

    /** Ends every run of this network in another way. */
    KnownLossWorkers with(String network, RunResult result) {
        others.put(network, result);
        return this;
    }

    /** Each once, in the order in which they were first started. */
    List<RunKey> launched() {
        return launched;
    }

    @Override
    public List<Device> slots() {
        return Collections.nCopies(slots, Device.CPU);
    }

    @Override
    public synchronized Worker launch(RunFolder folder, Device device, WorkerListener listener) {
        if (!launched.contains(folder.job().key())) {
            launched.add(folder.job().key());
        }
        Runnable end = () -> {
            write(folder);
            listener.ended(ExitCode.ENDED);
        };
        if (allowed > 0) {
            allowed--;
            threads.execute(end);
        } else {
            held.add(end);
        }
        return new Worker() {
            @Override
            public void stop() {
                kill();
            }

            @Override
            public void kill() {
                synchronized (KnownLossWorkers.this) {
                    if (held.remove(end)) {
                        threads.execute(() -> listener.ended(ExitCode.STOPPED));
                    }
                }
            }
        };
    }

    @Override
    public Worker follow(RunFolder folder, WorkerListener listener) {
        throw new IllegalStateException("nobody else starts workers here");
    }

    private void write(RunFolder folder) {
        Job job = folder.job();
        try {
            RunResult other = others.get(job.key().network());
            folder.writeResult(other != null ? of(other, job) : finished(job));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunResult of(RunResult result, Job job) {
        return result instanceof RunResult.Diverged diverged
                ? new RunResult.Diverged(diverged.step(), diverged.remedies(), provenance(job))
                : result;
    }

    private RunResult finished(Job job) {
        Network network = Network.parse(job.key().network(), losses.taskIds());
        int row = losses.indexOf(network);
        Map<Measure, Map<String, Double>> all = new EnumMap<>(Measure.class);
        for (Measure measure : List.of(Measure.VALIDATION, Measure.TEST)) {
            Map<String, Double> byTask = new HashMap<>();
            for (int task : network.tasks()) {
                byTask.put(
                        losses.taskIds().get(task),
                        losses.cell(row, task, measure).mean());
            }
            all.put(measure, byTask);
        }
        return new RunResult.Finished(1, all, provenance(job));
    }

    private static Provenance provenance(Job job) {
        return new Provenance(
                job.seed(), job.dataHash(), job.designHash(), Map.of(), "cpu", 1, Duration.ofSeconds(1), 1, 1);
    }
}
