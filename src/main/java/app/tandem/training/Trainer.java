package app.tandem.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import app.tandem.data.DatasetCache;
import app.tandem.loss.Measure;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Trains one network: its losses each epoch, the best epoch on validation, and the test losses at that epoch.
 *
 * <p>The same request on the same data gives the same losses to the last bit on the CPU with one thread, however often it
 * is stopped and goes on from its checkpoint. Batches depend on the seed and the epoch, a head's first weights on the seed
 * and its task, the encoder's on the seed and its plan: two networks of a study differ by nothing but what they share.
 */
public final class Trainer {

    private static final long REPORT_EVERY_NANOS = 200_000_000;

    private final TrainingRequest request;
    private final TrainingListener listener;
    private final Optional<Path> checkpoint;
    private final TrainingLoop loop;
    private final List<String> taskIds;
    private final List<EpochLosses> history = new ArrayList<>();
    private final StepClock clock = new StepClock();
    private ModelState.Snapshot best;

    /** The step under way or done last, counted from 1; 0 before the first. */
    private long step;

    private Trainer(TrainingRequest request, Optional<Path> checkpoint, TrainingListener listener, TrainingLoop loop) {
        this.request = request;
        this.listener = listener;
        this.checkpoint = checkpoint;
        this.loop = loop;
        taskIds = request.trainedTasks().stream().map(Task::id).toList();
        best = ModelState.Snapshot.empty(loop.network());
    }

    /** As {@link #train(TrainingRequest, TrainingData, Optional, TrainingListener)}, from a decoded dataset. */
    public static TrainingOutcome train(
            TrainingRequest request, DatasetCache cache, Optional<Path> checkpoint, TrainingListener listener) {
        return train(request, TrainingData.of(cache), checkpoint, listener);
    }

    /**
     * Trains a network to the end of its schedule.
     *
     * @param checkpoint the file to go on from, if it exists, and to write at the end of every epoch; empty for none
     * <p>Without test images there are no test losses.
     *
     * @throws UserException if the request does not fit the data (also where one of its tasks has no label that counts in
     *     one of the splits), or the checkpoint is damaged or of another run
     */
    public static TrainingOutcome train(
            TrainingRequest request, TrainingData data, Optional<Path> checkpoint, TrainingListener listener) {
        RequestFit.require(request, data);
        Device device = request.device().isGpu() ? Device.gpu(request.device().gpu()) : Device.cpu();
        try (NDManager manager = NDManager.newBaseManager(device, "PyTorch")) {
            TrainingLoop loop = new TrainingLoop(manager, request, data);
            return new Trainer(request, checkpoint, listener, loop).run();
        }
    }

    private TrainingOutcome run() {
        resume();
        listener.onStart(
                history.size(),
                loop.totalSteps(),
                loop.network().plan().multiplyAdds(),
                loop.network().headMultiplyAdds());
        int epochs = request.setting().schedule().epochs();
        while (history.size() < epochs) {
            try {
                if (!trainEpoch(history.size() + 1)) {
                    return new TrainingOutcome.Stopped(history.size());
                }
            } catch (NotFiniteException e) {
                return diverged(e);
            }
            loop.affinities().ifPresent(sums -> listener.onAffinities(sums.means(taskIds)));
            listener.onEpoch(history.get(history.size() - 1));
            checkpoint.ifPresent(this::write);
        }
        try {
            return finished();
        } catch (NotFiniteException e) {
            return diverged(e);
        }
    }

    /** Trains and validates one epoch; false if the listener asked to stop. */
    private boolean trainEpoch(int epoch) throws NotFiniteException {
        double[] sums = new double[taskIds.size()];
        int[] met = new int[taskIds.size()];
        List<Batch> batches = loop.batches(epoch);
        for (Batch batch : batches) {
            if (listener.shouldStop()) {
                return false;
            }
            step++;
            clock.start();
            double[] losses = loop.step(batch, step - 1);
            clock.stop(batch.size());
            for (int i = 0; i < sums.length; i++) {
                if (!Double.isNaN(losses[i])) {
                    sums[i] += losses[i];
                    met[i]++;
                }
            }
            if (clock.isDue(REPORT_EVERY_NANOS)) {
                listener.onStep(step, clock.imagesPerSecond());
            }
        }
        List<Double> train = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            train.add(sums[i] / met[i]);
        }
        keep(epoch, train, loop.evaluate(Split.VALIDATION));
        return true;
    }

    private void keep(int epoch, List<Double> train, double[] validation) {
        history.add(new EpochLosses(
                epoch, EpochLosses.byTask(taskIds, train), EpochLosses.byTask(taskIds, boxed(validation))));
        if (reportedEpoch() == epoch) {
            best = loop.state().snapshot();
        }
    }

    private static List<Double> boxed(double[] losses) {
        return java.util.Arrays.stream(losses).boxed().toList();
    }

    /** The first epoch with the lowest weighted validation loss. */
    private int reportedEpoch() {
        return history.stream()
                .min(java.util.Comparator.comparingDouble(this::weightedValidation))
                .orElseThrow()
                .epoch();
    }

    private double weightedValidation(EpochLosses losses) {
        double sum = 0;
        for (Task task : request.trainedTasks()) {
            sum += task.weight() * losses.validation().getOrDefault(task.id(), Double.NaN);
        }
        return sum;
    }

    private TrainingOutcome finished() throws NotFiniteException {
        EpochLosses reported = history.get(reportedEpoch() - 1);
        loop.state().restore(best);
        int early = request.setting().schedule().earlyEpoch();
        Map<Measure, Map<String, Double>> losses = new EnumMap<>(Measure.class);
        losses.put(Measure.TRAIN, reported.train());
        losses.put(Measure.VALIDATION, reported.validation());
        if (loop.has(Split.TEST)) {
            losses.put(Measure.TEST, EpochLosses.byTask(taskIds, boxed(loop.evaluate(Split.TEST))));
        }
        losses.put(Measure.EARLY, history.get(early - 1).validation());
        return new TrainingOutcome.Finished(
                reported.epoch(),
                losses,
                history,
                clock.imagesPerSecond(),
                loop.network().plan().multiplyAdds(),
                loop.network().headMultiplyAdds());
    }

    private TrainingOutcome diverged(NotFiniteException e) {
        int epoch = Math.min(history.size() + 1, request.setting().schedule().epochs());
        return new TrainingOutcome.Diverged(
                step,
                epoch,
                e.what(),
                List.of(
                        "Lower the learning rate, to a third at first",
                        "Clip the gradient's norm, at 1 for example",
                        "Warm the learning rate up over the first tenth of the steps",
                        "Look for labels far outside their usual range"));
    }

    private void resume() {
        if (checkpoint.isEmpty() || !Files.exists(checkpoint.get())) {
            return;
        }
        Path file = checkpoint.get();
        ModelState.Snapshot last = ModelState.Snapshot.empty(loop.network());
        float[] momenta = new float[loop.network().parameters().length()];
        String line = Checkpoint.read(file, sections(last, momenta));
        history.addAll(Checkpoint.decode(file, line, fingerprint(), taskIds));
        loop.affinities().ifPresent(sums -> sums.decode(Checkpoint.affinities(line)));
        step = (long) loop.stepsPerEpoch() * history.size();
        loop.state().restore(last);
        loop.state().restoreMomenta(momenta);
    }

    private void write(Path file) {
        Checkpoint.write(
                file,
                Checkpoint.encode(fingerprint(), history, taskIds)
                        + loop.affinities()
                                .map(sums -> Checkpoint.AFFINITIES + sums.encode())
                                .orElse(""),
                sections(loop.state().snapshot(), loop.state().momenta().toFloatArray()));
    }

    private List<Checkpoint.Section> sections(ModelState.Snapshot last, float[] momenta) {
        SharedNetwork network = loop.network();
        List<Checkpoint.Section> sections = new ArrayList<>(last.sections("last.", network));
        sections.add(new Checkpoint.Section("momentum.", network.parameters(), momenta));
        sections.addAll(best.sections("best.", network));
        return sections;
    }

    /** Tells what is trained from everything that would end with other losses. */
    private String fingerprint() {
        CRC32 crc = new CRC32();
        crc.update((request.design() + loop.dataHash()).getBytes(StandardCharsets.UTF_8));
        String probe = request.affinityEvery() > 0 ? " affinities " + request.affinityEvery() : "";
        return request.networkKey() + " seed " + request.seed() + " " + Long.toHexString(crc.getValue()) + probe;
    }
}
