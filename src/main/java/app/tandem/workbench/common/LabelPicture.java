package app.tandem.workbench.common;

import app.tandem.data.Example.Picture;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import java.util.Arrays;
import java.util.Locale;

/**
 * A label as a picture that tells what it is at a glance: classes in calm colours, depth from blue to red, normals as
 * directions in red, green and blue, keypoints as sparks in the dark, edges as ink on paper. A label for the whole image
 * is shown by the image.
 *
 * @param argb row by row from the top left
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelPicture(int width, int height, int[] argb) {

    private static final int MISSING = 0xFF9AA0A6;
    private static final int[] CLASSES = {
        0xFF9AA0A6,
        0xFF97A9B3,
        0xFF8A6D50,
        0xFFE6E2D8,
        0xFF4468A4,
        0xFF6FA3D8,
        0xFFC9A66B,
        0xFFDD5C4C,
        0xFFA0633A,
        0xFF6B8E5A,
        0xFF8C6BB1,
        0xFF4FA3A0,
        0xFFD9A441,
        0xFF7A7F87,
        0xFFB5657D,
        0xFF5B7F95
    };
    private static final int[] DISTANCE = {0x3B5BB5, 0x56A0C8, 0x7FD66B, 0xD8E23C, 0xFFB400, 0xFF6400, 0xFF1400};
    private static final int[] SPARKS = {0x000004, 0x280B54, 0x65156E, 0x9F2A63, 0xD44842, 0xF57D15, 0xFAC127, 0xFCFFA4
    };
    private static final int[] INK = {0xFFFFFF, 0xC8C8C8, 0x5A5A5A, 0x101010};
    private static final int[] GREYS = {0x000000, 0xFFFFFF};

    /** Outliers beyond these shares of the values do not flatten the rest. */
    private static final double LOW = 0.01;

    private static final double HIGH = 0.99;

    /** @param image of which a label for the whole image is shown */
    public static LabelPicture of(Task task, Picture label, Picture image) {
        TaskKind kind = task.kind();
        if (kind instanceof TaskKind.Segmentation segmentation) {
            return each(label, (x, y) -> classColor((int) label.at(x, y, 0), segmentation.ignoredLabel()));
        }
        if (kind instanceof TaskKind.NormalMap) {
            return each(label, (x, y) -> rgb(label, x, y, -1, 1));
        }
        if (kind instanceof TaskKind.RegressionMap) {
            return numbers(label, scale(task.id().toLowerCase(Locale.ROOT)));
        }
        return ofImage(image);
    }

    /** An image as it is. */
    public static LabelPicture ofImage(Picture image) {
        return each(image, (x, y) -> rgb(image, x, y, 0, 255));
    }

    /** By the words that datasets use for such labels; any other map is shown as distances are. */
    private static int[] scale(String id) {
        if (id.contains("keypoint")) {
            return SPARKS;
        }
        if (id.contains("edge")) {
            return INK;
        }
        return id.contains("reconstruction") || id.contains("grey") || id.contains("gray") ? GREYS : DISTANCE;
    }

    private interface PixelColor {
        int at(int x, int y);
    }

    private static LabelPicture each(Picture picture, PixelColor color) {
        int[] argb = new int[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                argb[y * picture.width() + x] = color.at(x, y);
            }
        }
        return new LabelPicture(picture.width(), picture.height(), argb);
    }

    private static LabelPicture numbers(Picture label, int... scale) {
        float[] sorted = new float[label.width() * label.height()];
        int present = 0;
        for (int y = 0; y < label.height(); y++) {
            for (int x = 0; x < label.width(); x++) {
                if (!Float.isNaN(label.at(x, y, 0))) {
                    sorted[present++] = label.at(x, y, 0);
                }
            }
        }
        Arrays.sort(sorted, 0, present);
        double low = present == 0 ? 0 : sorted[(int) (LOW * (present - 1))];
        double high = present == 0 ? 1 : sorted[(int) (HIGH * (present - 1))];
        double range = high > low ? high - low : 1;
        if (label.channels() == 3) {
            return each(label, (x, y) -> rgb(label, x, y, low, high));
        }
        return each(label, (x, y) -> {
            float value = label.at(x, y, 0);
            return Float.isNaN(value) ? MISSING : onScale(scale, (value - low) / range);
        });
    }

    private static int classColor(int label, int ignored) {
        return label == ignored ? MISSING : CLASSES[Math.floorMod(label, CLASSES.length)];
    }

    private static int rgb(Picture picture, int x, int y, double low, double high) {
        int color = 0xFF;
        for (int channel = 0; channel < 3; channel++) {
            float value = picture.at(x, y, Math.min(channel, picture.channels() - 1));
            if (Float.isNaN(value)) {
                return MISSING;
            }
            double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
            color = color << 8 | (int) Math.round(255 * share);
        }
        return color;
    }

    private static int onScale(int[] scale, double share) {
        double place = Math.max(0, Math.min(1, share)) * (scale.length - 1);
        int step = Math.min((int) place, scale.length - 2);
        double rest = place - step;
        int color = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double from = scale[step] >> shift & 255;
            double to = scale[step + 1] >> shift & 255;
            color = color << 8 | (int) Math.round(from + (to - from) * rest);
        }
        return color;
    }
}
