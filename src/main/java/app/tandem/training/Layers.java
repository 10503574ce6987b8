package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The layers that encoders and heads are made of. Each knows only where its parameters stand. */
final class Layers {

    /** The value by which the random initial weights of a part are told apart from another's: encoder or head. */
    private final String purpose;

    private final String prefix;
    private final ParameterLayout parameters;
    private final ParameterLayout statistics;

    /**
     * @param prefix of the names of all parameters declared here
     * @param purpose see {@link ParameterLayout.Entry}
     */
    Layers(String prefix, String purpose, ParameterLayout parameters, ParameterLayout statistics) {
        this.prefix = prefix;
        this.purpose = purpose;
        this.parameters = parameters;
        this.statistics = statistics;
    }

    /** A function of one array. */
    interface Layer {
        NDArray forward(Pass pass, NDArray x);
    }

    /** A strided 3×3 convolution, normalised and rectified. */
    Layer strided(String name, int in, int out) {
        int weight = weight(name + ".weight", out, 3, in, Math.sqrt(2.0 / (9 * in)));
        Layer normalisation = normalisation(name, out);
        return (pass, x) -> pass.rectify(normalisation.forward(pass, pass.convolution(x, weight, 2, 1, 1)));
    }

    /** A 3×3 depthwise and a 1×1 convolution, normalised but not rectified. */
    Layer separable(String name, int in, int out) {
        int depthwise = weight(name + ".depthwise", in, 3, 1, Math.sqrt(1.0 / 9));
        int pointwise = weight(name + ".pointwise", out, 1, in, Math.sqrt(2.0 / in));
        Layer normalisation = normalisation(name, out);
        return (pass, x) -> normalisation.forward(
                pass, pass.convolution(pass.convolution(x, depthwise, 1, 1, in), pointwise, 1, 0, 1));
    }

    /** {@link #separable}, rectified. */
    Layer separableRectified(String name, int in, int out) {
        Layer separable = separable(name, in, out);
        return (pass, x) -> pass.rectify(separable.forward(pass, x));
    }

    /** Two separable convolutions beside the identity (He et al. 2016). */
    Layer residual(String name, int width) {
        Layer first = separableRectified(name + ".first", width, width);
        Layer second = separable(name + ".second", width, width);
        return (pass, x) ->
                pass.rectify(second.forward(pass, first.forward(pass, x)).add(x));
    }

    /** A convolution with a bias and no padding that predicts; it starts close to predicting zero. */
    Layer output(String name, int in, int out, int kernel) {
        int weight = weight(name + ".weight", out, kernel, in, 0.1 / Math.sqrt((double) kernel * kernel * in));
        int bias = parameters.vector(prefix + name + ".bias", out, 0);
        return (pass, x) -> pass.convolutionWithBias(x, weight, bias);
    }

    private Layer normalisation(String name, int width) {
        int scale = parameters.vector(prefix + name + ".scale", width, 1);
        int shift = parameters.vector(prefix + name + ".shift", width, 0);
        int mean = statistics.vector(prefix + name + ".mean", width, 0);
        int variance = statistics.vector(prefix + name + ".variance", width, 1);
        return (pass, x) -> pass.normalise(x, scale, shift, mean, variance);
    }

    private int weight(String name, int out, int kernel, int in, double deviation) {
        return parameters.weight(prefix + name, purpose + name, new Shape(out, kernel, kernel, in), deviation);
    }
}
