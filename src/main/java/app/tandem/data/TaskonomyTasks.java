package app.tandem.data;

import app.tandem.study.LossFunction;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskKind.NormalMap;
import app.tandem.study.TaskKind.RegressionMap;
import app.tandem.study.TaskKind.Segmentation;
import java.util.List;
import java.util.Optional;

/** Taskonomy's dense tasks that Tandem can learn, named by their folders (Zamir et al., CVPR 2018, supplement). */
public final class TaskonomyTasks {
    /** 0 uncertain, 1 background, then 16 objects. */
    public static final int SEMANTIC_CLASSES = 18;

    private static final List<Task> ALL = List.of(
            new Task(
                    "segment_semantic",
                    "Semantic segmentation",
                    new Segmentation(SEMANTIC_CLASSES, 0),
                    LossFunction.CROSS_ENTROPY,
                    1,
                    true),
            map("depth_zbuffer", "Depth"),
            new Task("normal", "Surface normals", new NormalMap(), LossFunction.L1, 1, true),
            map("keypoints2d", "2-D keypoints"),
            map("edge_texture", "Texture edges"),
            map("depth_euclidean", "Distance"),
            map("keypoints3d", "3-D keypoints"),
            map("edge_occlusion", "Occlusion edges"),
            map("reshading", "Reshading"));

    private TaskonomyTasks() {}

    /** Every known task, the classic five first. */
    public static List<Task> all() {
        return ALL;
    }

    /** The task of a folder's name. */
    public static Optional<Task> named(String domain) {
        return ALL.stream().filter(task -> task.id().equals(domain)).findFirst();
    }

    /** Whether a 16-bit value is a length in units of 1/512 m, with 65535 for missing. */
    static boolean isDepth(String domain) {
        return domain.startsWith("depth_");
    }

    private static Task map(String id, String name) {
        TaskKind kind = new RegressionMap(1);
        return new Task(id, name, kind, LossFunction.L1, 1, true);
    }
}
