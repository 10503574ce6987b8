package app.tandem.data;

import app.tandem.study.TaskKind;
import app.tandem.study.TaskKind.Classification;
import app.tandem.study.TaskKind.NormalMap;
import app.tandem.study.TaskKind.Regression;
import app.tandem.study.TaskKind.RegressionMap;
import app.tandem.study.TaskKind.Segmentation;
import java.nio.ByteBuffer;

/** How a label is stored in the cache, by the kind of its task. */
final class LabelCodec {
    private LabelCodec() {}

    /** The bytes of one sample's label. */
    static int bytes(TaskKind kind, int pixels) {
        if (kind instanceof Segmentation) {
            return pixels;
        }
        return Float.BYTES * (kind.isDense() ? pixels : 1) * channels(kind);
    }

    /** The numbers of a label at one pixel, or for the whole image. */
    static int channels(TaskKind kind) {
        if (kind instanceof RegressionMap map) {
            return map.channels();
        }
        if (kind instanceof Regression regression) {
            return regression.values();
        }
        return kind instanceof NormalMap ? 3 : 1;
    }

    static void put(TaskKind kind, Decoded label, ByteBuffer buffer) {
        for (float value : label.values()) {
            if (kind instanceof Segmentation) {
                buffer.put((byte) value);
            } else if (kind instanceof Classification) {
                buffer.putInt((int) value);
            } else {
                buffer.putFloat(value);
            }
        }
    }
}
