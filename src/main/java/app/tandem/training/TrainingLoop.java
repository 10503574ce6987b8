package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import app.tandem.study.Schedule;
import app.tandem.study.Split;
import app.tandem.study.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The steps of one run: a network, its state and the images, in the engine. Owns nothing; its manager owns all. */
final class TrainingLoop {

    /** The engine complains on stderr about each convolution over fewer images. */
    private static final int LEAST_IMAGES = 16;

    private static final int EVALUATED_TOGETHER = 32;

    private final NDManager manager;
    private final TrainingRequest request;
    private final TrainingData data;
    private final List<Task> tasks;
    private final SharedNetwork network;
    private final ModelState state;
    private final List<TaskLoss> losses;
    private final EngineSplit training;
    private final Descent descent;
    private final Optional<AffinityProbe> probe;
    private final int[] usedImages;
    private final int batchSize;

    TrainingLoop(NDManager manager, TrainingRequest request, TrainingData data) {
        this.manager = manager;
        this.request = request;
        this.data = data;
        tasks = request.trainedTasks();
        EncoderPlan plan =
                EncoderPlan.of(request.setting().depth(), request.network().encoder(), data.inputSize());
        network = new SharedNetwork(plan, tasks);
        state = new ModelState(manager, network, request.seed());
        losses = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            losses.add(TaskLoss.of(tasks.get(i), network.headPlans().get(i), data));
        }
        training = EngineSplit.of(manager, data, Split.TRAIN, losses);
        Schedule schedule = request.setting().schedule();
        usedImages = usedImages(request, training.count());
        batchSize = Math.min(schedule.batch(), usedImages.length);
        descent = new Descent(schedule, totalSteps(), network.encoderLength(), tasks.size());
        double[] weights = tasks.stream().mapToDouble(Task::weight).toArray();
        probe = request.affinityEvery() > 0
                ? Optional.of(new AffinityProbe(request.affinityEvery(), network.encoderLength(), weights))
                : Optional.empty();
    }

    SharedNetwork network() {
        return network;
    }

    ModelState state() {
        return state;
    }

    String dataHash() {
        return data.hash();
    }

    boolean has(Split split) {
        return data.count(split) > 0;
    }

    int stepsPerEpoch() {
        return Math.max(1, usedImages.length / batchSize);
    }

    int batchSize() {
        return batchSize;
    }

    long totalSteps() {
        return (long) request.setting().schedule().epochs() * stepsPerEpoch();
    }

    /** The batches of an epoch, counted from 1. They depend on the seed and the epoch alone. */
    List<Batch> batches(int epoch) {
        int[] order = Seeds.permutation(Seeds.random(request.seed(), "order", epoch), usedImages.length);
        for (int i = 0; i < order.length; i++) {
            order[i] = usedImages[order[i]];
        }
        SplittableRandom flips = Seeds.random(request.seed(), "flips", epoch);
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; batches.size() < stepsPerEpoch(); from += batchSize) {
            batches.add(Batch.drawn(order, from, from + batchSize, request.flips(), flips));
        }
        return batches;
    }

    /**
     * Does one step.
     *
     * @param stepNumber counted from 0
     * @return the loss of each task, before the step; NaN for a task of which no label of the batch counts
     * @throws NotFiniteException before a parameter is changed
     */
    double[] step(Batch batch, long stepNumber) throws NotFiniteException {
        try (NDManager step = manager.newSubManager()) {
            NDArray index = step.create(batch.rows());
            NDArray images = training.images(index, batch);
            List<TaskLoss.Targets> targets = training.targets(index, batch);
            NDArray[] each = new NDArray[tasks.size()];
            Optional<AffinityProbe> probed = probe.filter(due -> due.measures(stepNumber));
            List<NDArray> gradients = List.of();
            JniUtils.setGradMode(true);
            try {
                NDArray sum = forward(state.pass(step, true), step, images, targets, each);
                if (probed.isPresent()) {
                    gradients = probed.get().gradients(step, state.parameters(), each);
                }
                JniUtils.backward(Pass.engine(sum), Pass.engine(step.ones(new Shape())), false, false);
            } finally {
                JniUtils.setGradMode(false);
            }
            double[] values = finite(each, targets);
            NDArray gradient = state.parameters().getGradient();
            gradient.attach(step);
            if (!Double.isFinite(descent.scale(step, gradient))) {
                throw new NotFiniteException("the gradient");
            }
            if (probed.isPresent()) {
                measure(probed.get(), step, new Labelled(images, targets), gradients, values, stepNumber);
            }
            descent.move(step, state, gradient, stepNumber);
            JniUtils.zeroGrad(Pass.engine(state.parameters()));
            return values;
        }
    }

    /** A batch in the engine. */
    private record Labelled(NDArray images, List<TaskLoss.Targets> targets) {}

    private void measure(
            AffinityProbe due,
            NDManager step,
            Labelled batch,
            List<NDArray> gradients,
            double[] values,
            long stepNumber) {
        NDArray parameters = JniUtils.detachGradient(Pass.engine(state.parameters()));
        parameters.attach(step);
        due.measure(step, parameters, gradients, values, descent.learningRate(stepNumber), moved -> {
            NDArray[] ahead = new NDArray[tasks.size()];
            forward(state.passWith(moved), moved.getManager(), batch.images(), batch.targets(), ahead);
            return ahead;
        });
    }

    /** What was measured of the affinities so far; none without a probe. */
    Optional<AffinitySums> affinities() {
        return probe.map(AffinityProbe::sums);
    }

    private NDArray forward(Pass pass, NDManager step, NDArray images, List<TaskLoss.Targets> targets, NDArray[] each) {
        NDArray representation = network.encode(pass, images);
        NDArray sum = step.zeros(new Shape());
        for (int i = 0; i < each.length; i++) {
            NDArray prediction = network.predict(pass, i, representation);
            double count = Math.max(1, targets.get(i).count());
            each[i] = losses.get(i).sum(prediction, targets.get(i)).div(constant(step, count));
            sum = sum.add(each[i].mul(constant(step, tasks.get(i).weight())));
        }
        return sum;
    }

    /**
     * A number for the graph, in memory of the engine's own. The graph keeps an operand for the way back; a plain Java
     * number would be an array over memory of Java's, closed at once, that a collection of garbage may take away before.
     */
    private static NDArray constant(NDManager step, double value) {
        return step.full(new Shape(), (float) value, DataType.FLOAT32);
    }

    private double[] finite(NDArray[] each, List<TaskLoss.Targets> targets) throws NotFiniteException {
        double[] values = new double[each.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = each[i].getFloat();
            if (!Double.isFinite(values[i])) {
                throw new NotFiniteException(
                        "the training loss of ‘" + tasks.get(i).id() + "’");
            }
            if (targets.get(i).count() == 0) {
                values[i] = Double.NaN;
            }
        }
        return values;
    }

    /**
     * The loss of each task over a whole split, with running statistics and without flips. Leaves this thread without
     * gradients: a graph of a whole split would be kept for nothing.
     *
     * @throws NotFiniteException if one is not a finite number
     */
    double[] evaluate(Split split) throws NotFiniteException {
        JniUtils.setGradMode(false);
        double[] sums = new double[tasks.size()];
        double[] counts = new double[tasks.size()];
        try (NDManager rows = manager.newSubManager()) {
            EngineSplit images = EngineSplit.of(rows, data, split, losses);
            int batches = (images.count() + EVALUATED_TOGETHER - 1) / EVALUATED_TOGETHER;
            for (int i = 0; i < batches; i++) {
                Batch batch = Batch.part(images.count(), i, batches);
                try (NDManager step = rows.newSubManager()) {
                    addLosses(step, images, batch, sums, counts);
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i];
            if (!Double.isFinite(sums[i])) {
                throw new NotFiniteException(
                        "the " + split.id() + " loss of ‘" + tasks.get(i).id() + "’");
            }
        }
        return sums;
    }

    private void addLosses(NDManager step, EngineSplit images, Batch batch, double[] sums, double[] counts) {
        NDArray index = step.create(batch.rows());
        List<TaskLoss.Targets> targets = images.targets(index, batch);
        Batch padded = batch.atLeast(LEAST_IMAGES);
        Pass pass = state.pass(step, false);
        NDArray representation = network.encode(pass, images.images(step.create(padded.rows()), padded));
        for (int i = 0; i < sums.length; i++) {
            NDArray prediction = network.predict(pass, i, representation);
            if (padded.size() > batch.size()) {
                prediction = prediction.split(new long[] {batch.size()}, 0).get(0);
            }
            sums[i] += losses.get(i).sum(prediction, targets.get(i)).getFloat();
            counts[i] += targets.get(i).count();
        }
    }

    /** A setting with less data uses the same images in every run, and more of them when its share is larger. */
    static int[] usedImages(TrainingRequest request, int available) {
        int used = request.setting().trainingImages(available);
        int[] order = Seeds.permutation(Seeds.random(0, "share", 0), available);
        return java.util.Arrays.stream(order, 0, used).sorted().toArray();
    }
}
