package app.tandem.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import app.tandem.training.ComputeDevice;
import app.tandem.training.Trainer;
import app.tandem.training.TrainingListener;
import app.tandem.training.TrainingOutcome;
import app.tandem.training.TrainingRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Trains with Tandem's own loop when told to. Answers each line of standard input, a number of steps or {@code
 * convolution}, with images a second or GFLOP/s. Its argument, if any, says at every how many steps affinities are measured.
 */
final class ThroughputWorker {

    private ThroughputWorker() {}

    public static void main(String[] arguments) throws IOException {
        int affinityEvery = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(
                    line.equals("convolution") ? convolution() : train(Integer.parseInt(line), affinityEvery));
        }
    }

    private static double train(int steps, int affinityEvery) {
        TrainingRequest request = new TrainingRequest(
                RandomImages.TASKS,
                TrainingThroughput.network(),
                TrainingThroughput.setting(1),
                1,
                ComputeDevice.CPU,
                affinityEvery);
        TrainingOutcome outcome = Trainer.train(
                request, new RandomImages(steps * RandomImages.BATCH), Optional.empty(), TrainingListener.SILENT);
        if (outcome instanceof TrainingOutcome.Finished finished) {
            return finished.imagesPerSecond();
        }
        throw new IllegalStateException(outcome.toString());
    }

    /** A 3×3 convolution of 128 to 128 channels at 16×16, batch 16, channels last: forward and both gradients. */
    private static double convolution() {
        int width = 128;
        double best = Double.POSITIVE_INFINITY;
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray x = manager.randomNormal(new Shape(16, 16, 16, width));
            NDArray w = manager.randomNormal(new Shape(width, 3, 3, width));
            x.setRequiresGradient(true);
            w.setRequiresGradient(true);
            JniUtils.setGradMode(true);
            for (int i = 0; i < 30; i++) {
                long start = System.nanoTime();
                forwardAndBackward(manager, x, w);
                best = Math.min(best, (double) (System.nanoTime() - start));
            }
            JniUtils.setGradMode(false);
        }
        return 6.0 * 16 * 16 * 16 * 9 * width * width / best;
    }

    private static void forwardAndBackward(NDManager manager, NDArray x, NDArray w) {
        try (NDManager step = manager.newSubManager()) {
            NDArray input = x.transpose(0, 3, 1, 2);
            NDArray weight = w.transpose(0, 3, 1, 2);
            input.attach(step);
            weight.attach(step);
            Shape one = new Shape(1, 1);
            PtNDArray y = JniUtils.convolution((PtNDArray) input, (PtNDArray) weight, null, one, one, one, 1);
            JniUtils.backward(y, (PtNDArray) y.onesLike(), false, false);
        }
    }
}
