package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * One pass forward through a network: its parameters as the engine wants them, and the layers that the networks are made
 * of.
 *
 * <p>Arrays are {@code (batch, channels, height, width)} in shape and channels-last in memory. The engine keeps that order
 * from layer to layer, forward and backward. It is the fast one, and the only one in which its 3×3 convolutions are right
 * for every number of channels.
 *
 * @param parameters by index in the layout, as parts of the graph
 * @param statistics running mean and variance of the normalisations, changed in place by a training pass
 * @param training whether normalisations use the batch (and update the statistics) or the statistics
 */
record Pass(List<NDArray> parameters, List<NDArray> statistics, boolean training) {

    private static final double STATISTICS_MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;
    private static final Shape ONE = new Shape(1, 1);

    NDArray convolution(NDArray x, int weight, int stride, int padding, int groups) {
        return JniUtils.convolution(
                engine(x),
                engine(parameters.get(weight)),
                null,
                new Shape(stride, stride),
                new Shape(padding, padding),
                ONE,
                groups);
    }

    NDArray convolutionWithBias(NDArray x, int weight, int bias) {
        return JniUtils.convolution(
                engine(x), engine(parameters.get(weight)), engine(parameters.get(bias)), ONE, new Shape(0, 0), ONE, 1);
    }

    /** Batch normalisation (Ioffe and Szegedy 2015) over batch, height and width. */
    NDArray normalise(NDArray x, int scale, int shift, int mean, int variance) {
        return JniUtils.batchNorm(
                engine(x),
                engine(statistics.get(mean)),
                engine(statistics.get(variance)),
                engine(parameters.get(scale)),
                engine(parameters.get(shift)),
                training,
                STATISTICS_MOMENTUM,
                EPSILON);
    }

    NDArray rectify(NDArray x) {
        return JniUtils.relu(engine(x));
    }

    /** Averages to {@code cells × cells}. */
    NDArray averageTo(NDArray x, int cells) {
        return JniUtils.adaptiveAvgPool(engine(x), new Shape(cells, cells));
    }

    /** An array as the engine's own type, which all arrays here have. */
    static PtNDArray engine(NDArray array) {
        return (PtNDArray) array;
    }
}
