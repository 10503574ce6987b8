package app.tandem.data;

/**
 * One image or label, decoded.
 *
 * <p>Values stand row by row from the top left, channels last. A label for the whole image is 1×1.
 */
final class Decoded {
    private final int width;
    private final int height;
    private final int channels;
    private final float[] values;

    Decoded(int width, int height, int channels, float[] values) {
        if (values.length != width * height * channels) {
            throw new IllegalArgumentException(values.length + " values for " + width + "×" + height + "×" + channels);
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.values = values;
    }

    static Decoded number(float value) {
        return new Decoded(1, 1, 1, new float[] {value});
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int channels() {
        return channels;
    }

    float[] values() {
        return values;
    }

    /** The middle square, scaled to {@code size} by averaging the area that each new pixel covers. */
    Decoded averaged(int size) {
        if (width == size && height == size) {
            return this;
        }
        int side = Math.min(width, height);
        int left = (width - side) / 2;
        int top = (height - side) / 2;
        float[] scaled = new float[size * size * channels];
        double step = (double) side / size;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                average(left + x * step, top + y * step, step, scaled, (y * size + x) * channels);
            }
        }
        return new Decoded(size, size, channels, scaled);
    }

    private void average(double x0, double y0, double step, float[] into, int at) {
        double x1 = Math.min(width, x0 + step);
        double y1 = Math.min(height, y0 + step);
        double[] sums = new double[channels];
        double area = 0;
        for (int y = (int) y0; y < y1; y++) {
            double high = Math.min(y + 1, y1) - Math.max(y, y0);
            for (int x = (int) x0; x < x1; x++) {
                double part = high * (Math.min(x + 1, x1) - Math.max(x, x0));
                area += part;
                for (int c = 0; c < channels; c++) {
                    sums[c] += part * values[(y * width + x) * channels + c];
                }
            }
        }
        for (int c = 0; c < channels; c++) {
            into[at + c] = (float) (sums[c] / area);
        }
    }

    /** The middle square, scaled to {@code size} by taking the value nearest to the middle of each new pixel. */
    Decoded nearest(int size) {
        if (width == size && height == size) {
            return this;
        }
        int side = Math.min(width, height);
        int left = (width - side) / 2;
        int top = (height - side) / 2;
        float[] scaled = new float[size * size * channels];
        for (int y = 0; y < size; y++) {
            int fromY = top + (int) ((y + 0.5) * side / size);
            for (int x = 0; x < size; x++) {
                int fromX = left + (int) ((x + 0.5) * side / size);
                System.arraycopy(
                        values, (fromY * width + fromX) * channels, scaled, (y * size + x) * channels, channels);
            }
        }
        return new Decoded(size, size, channels, scaled);
    }
}
