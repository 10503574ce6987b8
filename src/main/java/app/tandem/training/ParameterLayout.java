package app.tandem.training;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each parameter of a network stands in one flat array of floats. One array makes one gradient, one update and one
 * write of a checkpoint out of dozens.
 *
 * <p>Every entry starts at a multiple of 16 floats (64 bytes), so that the engine's vectorised kernels see the same
 * alignment in every process. Convolution weights are stored {@code (out, height, width, in / groups)}: channels last.
 */
final class ParameterLayout {

    private static final int ALIGNMENT = 16;

    private final List<Entry> entries = new ArrayList<>();
    private int length;

    /**
     * One parameter.
     *
     * @param purpose what its random numbers are for; two networks with the same purpose and seed start alike
     * @param deviation standard deviation of its initial values
     * @param constant mean of its initial values
     */
    record Entry(String name, String purpose, Shape shape, int offset, double deviation, float constant) {
        int size() {
            return Math.toIntExact(shape.size());
        }

        int paddedSize() {
            return (size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
    }

    /** Adds a convolution's weight with normal initial values; returns its index. */
    int weight(String name, String purpose, Shape shape, double deviation) {
        return add(name, purpose, shape, deviation, 0);
    }

    /** Adds a vector that starts with one value everywhere; returns its index. */
    int vector(String name, int size, float value) {
        return add(name, name, new Shape(size), 0, value);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Floats of the flat array, padding included. */
    int length() {
        return length;
    }

    /** The flat array's initial values for a seed. */
    float[] initial(long seed) {
        float[] values = new float[length];
        for (Entry entry : entries) {
            if (entry.deviation > 0) {
                float[] drawn = Seeds.normal(Seeds.random(seed, entry.purpose, 0), entry.size(), entry.deviation);
                System.arraycopy(drawn, 0, values, entry.offset, drawn.length);
            } else {
                java.util.Arrays.fill(values, entry.offset, entry.offset + entry.size(), entry.constant);
            }
        }
        return values;
    }

    private int add(String name, String purpose, Shape shape, double deviation, float constant) {
        Entry entry = new Entry(name, purpose, shape, length, deviation, constant);
        entries.add(entry);
        length += entry.paddedSize();
        return entries.size() - 1;
    }
}
