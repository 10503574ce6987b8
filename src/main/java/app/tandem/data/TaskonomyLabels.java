package app.tandem.data;

import app.tandem.data.rooms.RenderedRoom;
import app.tandem.study.Task;
import app.tandem.study.TaskKind.NormalMap;
import app.tandem.study.TaskKind.RegressionMap;
import app.tandem.study.TaskKind.Segmentation;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the stored numbers of Taskonomy's labels mean.
 *
 * <ul>
 *   <li>classes: the number itself;
 *   <li>depth: 1/512 m, 65535 missing;
 *   <li>normals: (v − 127) / 127 for each of x, y, z; what is nearer to 0 than to 1 in length is missing;
 *   <li>anything else: the number over its largest, 0…1.
 * </ul>
 */
final class TaskonomyLabels {
    private static final float CENTRE = 127;

    private TaskonomyLabels() {}

    /** @throws UserException if the file does not hold a label of this kind, or a class outside its range */
    static Decoded decode(Task task, PngReader.Pixels pixels, Path file) {
        Decoded stored = pixels.values();
        if (task.kind() instanceof Segmentation segmentation) {
            requireChannels(1, stored, task, file);
            return classes(segmentation, stored, file);
        }
        requireNoPalette("label", pixels, file);
        if (task.kind() instanceof NormalMap) {
            requireChannels(3, stored, task, file);
            return normals(pixels);
        }
        if (task.kind() instanceof RegressionMap map) {
            Decoded wanted = map.channels() == 1 && stored.channels() == 3 ? first(stored) : stored;
            requireChannels(map.channels(), wanted, task, file);
            return numbers(task, wanted, pixels.bits());
        }
        throw new UserException(
                "The task ‘" + task.id() + "’ is not one for each pixel",
                file.toString(),
                "Choose tasks whose labels are images");
    }

    /** Places in a palette are names, not amounts: only classes may have one. */
    static void requireNoPalette(String what, PngReader.Pixels pixels, Path file) {
        if (pixels.palette()) {
            throw new UserException(
                    "The " + what + " has a palette",
                    file.toString(),
                    "Save it in true colour or grey (8 or 16 bits for each channel)");
        }
    }

    private static Decoded classes(Segmentation kind, Decoded stored, Path file) {
        for (float label : stored.values()) {
            if (label >= kind.classes()) {
                throw new UserException(
                        "The label " + (int) label + " is outside its range 0 to " + (kind.classes() - 1),
                        file.toString(),
                        "Correct the label, or give the task more classes");
            }
        }
        return stored;
    }

    private static Decoded normals(PngReader.Pixels pixels) {
        Decoded stored = pixels.values();
        float[] values = stored.values();
        float unit = pixels.bits() == 16 ? 257 : 1;
        float[] normals = new float[values.length];
        for (int i = 0; i < values.length; i += 3) {
            double x = (values[i] / unit - CENTRE) / CENTRE;
            double y = (values[i + 1] / unit - CENTRE) / CENTRE;
            double z = (values[i + 2] / unit - CENTRE) / CENTRE;
            double length = Math.sqrt(x * x + y * y + z * z);
            if (length < 0.5) {
                Arrays.fill(normals, i, i + 3, Float.NaN);
            } else {
                normals[i] = (float) (x / length);
                normals[i + 1] = (float) (y / length);
                normals[i + 2] = (float) (z / length);
            }
        }
        return new Decoded(stored.width(), stored.height(), 3, normals);
    }

    private static Decoded numbers(Task task, Decoded stored, int bits) {
        boolean depth = TaskonomyTasks.isDepth(task.id()) && bits == 16;
        float scale = depth ? (float) (1 / RenderedRoom.DEPTH_UNITS_PER_METRE) : 1f / ((1 << bits) - 1);
        float[] values = stored.values();
        float[] numbers = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean missing = depth && values[i] == RenderedRoom.MISSING_DEPTH;
            numbers[i] = missing ? Float.NaN : values[i] * scale;
        }
        return new Decoded(stored.width(), stored.height(), stored.channels(), numbers);
    }

    private static Decoded first(Decoded stored) {
        float[] values = new float[stored.width() * stored.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = stored.values()[i * stored.channels()];
        }
        return new Decoded(stored.width(), stored.height(), 1, values);
    }

    private static void requireChannels(int channels, Decoded stored, Task task, Path file) {
        if (stored.channels() != channels) {
            throw new UserException(
                    "The label has " + stored.channels() + " channels, the task ‘" + task.id() + "’ needs " + channels,
                    file.toString(),
                    "Save it as " + (channels == 1 ? "a grey image" : "a colour image"));
        }
    }
}
