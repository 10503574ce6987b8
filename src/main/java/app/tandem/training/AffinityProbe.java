package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures, at every k-th step of a joint run and without disturbing it, what a step on one task alone would do to the
 * others: for each task i the shared parameters θ_s make a plain gradient step −η·w_i·∇L_i (η the step's learning rate, w_i
 * the task's weight; no momentum, decay, clipping or scaling), and the losses of all tasks are taken again on the same
 * batch, with the heads as they are.
 *
 * <p>Cost of a measured step of n tasks, with E and H the multiply-adds of the encoder and of all heads forward, a backward
 * pass taken as two forward ones: n·2E + 2H for the gradients and n·(E + H) for the lookaheads, 3n·E + (n + 2)·H; a plain
 * step takes 3·(E + H). For n = 5 and k = 10 that is 1 + (15E + 7H) / (30E + 30H): between 1.23 and 1.5 times the plain run.
 */
final class AffinityProbe {

    private final int every;
    private final int encoderLength;
    private final double[] weights;
    private final AffinitySums sums;

    /**
     * @param every k: the first step is measured, and each k-th after it
     * @param encoderLength floats of the shared parameters, the first of all
     */
    AffinityProbe(int every, int encoderLength, double[] weights) {
        this.every = every;
        this.encoderLength = encoderLength;
        this.weights = weights.clone();
        this.sums = new AffinitySums(weights.length);
    }

    /** The losses of all tasks on one batch with other parameters, heads and encoder; part of no graph. */
    interface Lookahead {
        NDArray[] losses(NDArray parameters);
    }

    AffinitySums sums() {
        return sums;
    }

    /** Whether a step, counted from 0, is measured. */
    boolean measures(long step) {
        return step % every == 0;
    }

    /**
     * The gradient of each loss at the shared parameters. Leaves the parameters without a gradient, and the graph as it
     * is.
     */
    List<NDArray> gradients(NDManager step, NDArray parameters, NDArray[] losses) {
        List<NDArray> gradients = new ArrayList<>();
        for (NDArray loss : losses) {
            JniUtils.backward(Pass.engine(loss), Pass.engine(step.ones(new Shape())), true, false);
            try (NDArray gradient = parameters.getGradient()) {
                NDArray shared = JniUtils.slice(Pass.engine(gradient), 0, 0, encoderLength, 1);
                shared.attach(step);
                gradients.add(shared.duplicate());
            }
            JniUtils.zeroGrad(Pass.engine(parameters));
        }
        return gradients;
    }

    /**
     * Measures a step before it is done.
     *
     * @param parameters outside any graph; left as they are
     * @param losses as {@link AffinitySums#add} wants them
     */
    void measure(
            NDManager step,
            NDArray parameters,
            List<NDArray> gradients,
            double[] losses,
            double learningRate,
            Lookahead lookahead) {
        int tasks = losses.length;
        double[] rates = new double[tasks];
        double[][] ahead = new double[tasks][];
        for (int i = 0; i < tasks; i++) {
            rates[i] = learningRate * weights[i];
            try (NDManager look = step.newSubManager()) {
                NDArray moved = parameters.duplicate();
                moved.attach(look);
                NDArray shared = JniUtils.slice(Pass.engine(moved), 0, 0, encoderLength, 1);
                shared.attach(look);
                NDArray move = gradients.get(i).mul((float) -rates[i]);
                move.attach(look);
                shared.addi(move);
                ahead[i] = numbers(lookahead.losses(moved));
            }
        }
        sums.add(losses, ahead, gram(step, gradients), rates);
    }

    private static double[] numbers(NDArray[] losses) {
        double[] numbers = new double[losses.length];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = losses[j].getFloat();
        }
        return numbers;
    }

    private static double[][] gram(NDManager step, List<NDArray> gradients) {
        try (NDManager scratch = step.newSubManager()) {
            NDArray rows = NDArrays.stack(new NDList(gradients));
            rows.attach(scratch);
            NDArray product = rows.matMul(rows.transpose());
            product.attach(scratch);
            float[] flat = product.toFloatArray();
            double[][] gram = new double[gradients.size()][gradients.size()];
            for (int i = 0; i < flat.length; i++) {
                gram[i / gram.length][i % gram.length] = flat[i];
            }
            return gram;
        }
    }
}
