package app.tandem.training;

/**
 * The channels of an encoder's stages and the number of its middle blocks: all that decides its multiply-adds.
 *
 * <p>With an input of side {@code s}: a strided 3×3 convolution to {@code stem} channels at {@code s/2}, a strided 3×3
 * convolution to {@code entry} channels at {@code s/4}, a separable convolution to {@code middle} channels, {@code
 * blocks} residual blocks of two separable convolutions each, and a separable convolution to {@code exit} channels.
 *
 * @param stem channels after the first convolution
 * @param entry channels after the second convolution
 * @param middle channels of the residual blocks
 * @param exit channels of the shared representation
 * @param blocks residual blocks
 */
record Widths(int stem, int entry, int middle, int exit, int blocks) {

    /** Every width is a multiple of this: the engine's vectors hold 8 or 16 numbers. */
    static final int STEP = 8;

    /** The multiply-adds of one forward pass over one image whose side is {@code inputSize} pixels. */
    long multiplyAdds(int inputSize) {
        long halfSize = (long) inputSize / 2 * (inputSize / 2);
        long quarterSize = (long) inputSize / 4 * (inputSize / 4);
        return halfSize * 27 * stem
                + quarterSize
                        * (9L * stem * entry
                                + separable(entry, middle)
                                + 2L * blocks * separable(middle, middle)
                                + separable(middle, exit));
    }

    /** The multiply-adds a pixel of a 3×3 depthwise convolution followed by a 1×1 convolution. */
    static long separable(int in, int out) {
        return 9L * in + (long) in * out;
    }
}
