package app.tandem.data.vision;

/** A grey image as floating-point numbers, row by row from the top left; brightness is 0…1. */
public final class GreyImage {
    private final int width;
    private final int height;
    private final float[] values;

    /** An image over the given values, which are not copied. */
    public GreyImage(int width, int height, float[] values) {
        if (values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + "×" + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The values themselves, not a copy. */
    public float[] values() {
        return values;
    }

    /** Brightness by Rec. 601 (0.299 R + 0.587 G + 0.114 B) of interleaved 8-bit RGB. */
    public static GreyImage ofRgb(byte[] rgb, int width, int height) {
        float[] grey = new float[width * height];
        for (int p = 0; p < grey.length; p++) {
            int red = rgb[3 * p] & 255;
            int green = rgb[3 * p + 1] & 255;
            int blue = rgb[3 * p + 2] & 255;
            grey[p] = (299 * red + 587 * green + 114 * blue) / 255000f;
        }
        return new GreyImage(width, height, grey);
    }

    /** Brightness 0…1 of 8-bit grey. */
    public static GreyImage ofBytes(byte[] grey, int width, int height) {
        float[] values = new float[width * height];
        for (int p = 0; p < values.length; p++) {
            values[p] = (grey[p] & 255) / 255f;
        }
        return new GreyImage(width, height, values);
    }

    /** The image smoothed by a Gaussian of {@code sigma} pixels; beyond its border the image repeats its border. */
    public GreyImage smoothed(double sigma) {
        float[] kernel = gaussian(sigma);
        float[] rows = new float[values.length];
        along(values, rows, kernel, 1, width, height, width);
        float[] both = new float[values.length];
        along(rows, both, kernel, width, height, width, 1);
        return new GreyImage(width, height, both);
    }

    /** Convolves {@code lines} lines of {@code length} values that lie {@code step} apart. */
    private static void along(float[] from, float[] to, float[] kernel, int step, int length, int lines, int lineStep) {
        int reach = kernel.length / 2;
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < length; i++) {
                float sum = 0;
                for (int k = -reach; k <= reach; k++) {
                    int j = Math.min(length - 1, Math.max(0, i + k));
                    sum += kernel[k + reach] * from[start + j * step];
                }
                to[start + i * step] = sum;
            }
        }
    }

    private static float[] gaussian(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            weights[k + reach] = StrictMath.exp(-0.5 * k * k / (sigma * sigma));
            sum += weights[k + reach];
        }
        float[] kernel = new float[weights.length];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = (float) (weights[k] / sum);
        }
        return kernel;
    }

    /** The value at (x, y), or at the nearest pixel of the border. */
    float at(int x, int y) {
        return values[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))];
    }
}
