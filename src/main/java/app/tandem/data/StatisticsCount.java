package app.tandem.data;

import app.tandem.study.TaskKind;
import app.tandem.study.TaskKind.Classification;
import app.tandem.study.TaskKind.Segmentation;
import java.nio.ByteBuffer;

/**
 * Counts the statistics of one task's stored labels.
 *
 * <p>The median is exact in constant memory: two passes over the floats' bits in their natural order, one for the upper
 * and one for the lower half.
 */
final class StatisticsCount {
    private static final int HALF = 1 << 16;

    private StatisticsCount() {}

    static TargetStatistics of(TaskKind kind, ByteBuffer labels) {
        if (kind instanceof Segmentation segmentation) {
            return classes(labels, Byte.BYTES, segmentation.classes(), segmentation.ignoredLabel());
        }
        if (kind instanceof Classification classification) {
            return classes(labels, Integer.BYTES, classification.classes(), -1);
        }
        return numbers(labels, LabelCodec.channels(kind));
    }

    private static TargetStatistics classes(ByteBuffer labels, int step, int classes, int ignored) {
        long[] counts = new long[classes];
        for (int at = 0; at < labels.limit(); at += step) {
            counts[step == 1 ? labels.get(at) & 255 : labels.getInt(at)]++;
        }
        if (ignored >= 0) {
            counts[ignored] = 0;
        }
        long present = 0;
        for (long count : counts) {
            present += count;
        }
        return new TargetStatistics(new double[0], new double[0], new double[0], counts, present);
    }

    private static TargetStatistics numbers(ByteBuffer labels, int channels) {
        double[] mean = new double[channels];
        double[] sd = new double[channels];
        double[] median = new double[channels];
        long present = 0;
        for (int channel = 0; channel < channels; channel++) {
            Channel values = new Channel(labels, channel, channels);
            long n = values.count();
            present = channel == 0 ? n : present;
            mean[channel] = values.mean(n);
            sd[channel] = values.sd(n, mean[channel]);
            median[channel] =
                    n == 0 ? Double.NaN : ((double) values.atRank((n - 1) / 2) + (double) values.atRank(n / 2)) / 2;
        }
        return new TargetStatistics(mean, sd, median, new long[0], present);
    }

    /** One channel of interleaved floats. */
    private record Channel(ByteBuffer labels, int channel, int channels) {

        private int size() {
            return labels.limit() / Float.BYTES / channels;
        }

        private float value(int i) {
            return labels.getFloat((i * channels + channel) * Float.BYTES);
        }

        long count() {
            long n = 0;
            for (int i = 0; i < size(); i++) {
                n += Float.isNaN(value(i)) ? 0 : 1;
            }
            return n;
        }

        double mean(long n) {
            double sum = 0;
            for (int i = 0; i < size(); i++) {
                float value = value(i);
                sum += Float.isNaN(value) ? 0 : value;
            }
            return n == 0 ? Double.NaN : sum / n;
        }

        double sd(long n, double mean) {
            double sum = 0;
            for (int i = 0; i < size(); i++) {
                float value = value(i);
                sum += Float.isNaN(value) ? 0 : (value - mean) * (value - mean);
            }
            return n == 0 ? Double.NaN : Math.sqrt(sum / n);
        }

        /** The value with {@code rank} smaller ones before it. */
        float atRank(long rank) {
            long[] uppers = new long[HALF];
            for (int i = 0; i < size(); i++) {
                float value = value(i);
                if (!Float.isNaN(value)) {
                    uppers[ordered(value) >>> 16]++;
                }
            }
            int upper = 0;
            long left = rank;
            while (left >= uppers[upper]) {
                left -= uppers[upper++];
            }
            long[] lowers = new long[HALF];
            for (int i = 0; i < size(); i++) {
                float value = value(i);
                if (!Float.isNaN(value) && ordered(value) >>> 16 == upper) {
                    lowers[ordered(value) & (HALF - 1)]++;
                }
            }
            int lower = 0;
            while (left >= lowers[lower]) {
                left -= lowers[lower++];
            }
            int bits = upper << 16 | lower;
            return Float.intBitsToFloat(bits < 0 ? bits & Integer.MAX_VALUE : ~bits);
        }

        /** The float's bits, so that a greater float has greater bits, taken as unsigned. */
        private static int ordered(float value) {
            int bits = Float.floatToIntBits(value);
            return bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
        }
    }
}
