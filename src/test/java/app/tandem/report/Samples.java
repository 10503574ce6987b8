package app.tandem.report;

import app.tandem.study.EncoderSize;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import java.util.List;

/** The five classic tasks, and groupings of them that tests draw. */
final class Samples {

    static final List<Task> TASKS = List.of(
            task("segment_semantic", "Semantic segmentation"),
            task("depth_zbuffer", "Depth"),
            task("normal", "Surface normals"),
            task("keypoints2d", "2-D keypoints"),
            task("edge_texture", "Texture edges"));

    static final List<Task> KOREAN = List.of(
            task("segment_semantic", "의미론적 분할"),
            task("depth_zbuffer", "깊이 (z-buffer)"),
            task("normal", "표면 법선"),
            task("keypoints2d", "2차원 특징점"),
            task("edge_texture", "아주 길고 자세하게 적어 놓은 질감 가장자리 과제의 이름"));

    private Samples() {}

    static Task task(String id, String name) {
        return new Task(id, name, new TaskKind.RegressionMap(1), LossFunction.L1, 1, true);
    }

    /** The best grouping at 2.5 SNT in the paper's figure 1. */
    static GroupingDiagram classic(List<Task> tasks, Words words) {
        return GroupingDiagram.of(
                "Best grouping at 2.5 SNT",
                tasks,
                List.of(full(0, 1, 2), full(2, 3, 4), half(2)),
                List.of(TaskSet.of(0, 1), TaskSet.of(3, 4), TaskSet.of(2)),
                words);
    }

    /** Eight networks, encoders from a fifth upwards, names of every length. */
    static GroupingDiagram many() {
        List<Task> tasks = List.of(
                task("a", "A"),
                task("b", "Semantic segmentation of the whole building, stairs and furniture included"),
                task("c", "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"),
                task("d", "Depth"),
                task("e", "Surface normals"),
                task("f", "질감 가장자리"),
                task("g", "Keypoints"),
                task("h", "Reconstruction"),
                task("i", "Ninth task"));
        List<Network> networks = List.of(
                full(0, 1, 2, 3, 4, 5, 6, 7),
                full(8, 0),
                half(1),
                half(2),
                Network.of(TaskSet.of(3, 4), EncoderSize.parse("1/3")),
                Network.of(TaskSet.of(5), EncoderSize.parse("1/4")),
                Network.of(TaskSet.of(6), EncoderSize.parse("1/5")),
                full(7));
        List<TaskSet> serves = List.of(
                TaskSet.of(0),
                TaskSet.of(8),
                TaskSet.of(1),
                TaskSet.of(2),
                TaskSet.of(3, 4),
                TaskSet.of(5),
                TaskSet.of(6),
                TaskSet.of(7));
        return GroupingDiagram.of("Many", tasks, networks, serves, Words.ENGLISH);
    }

    static Network full(int... tasks) {
        return Network.of(TaskSet.of(tasks), EncoderSize.FULL);
    }

    static Network half(int... tasks) {
        return Network.of(TaskSet.of(tasks), EncoderSize.HALF);
    }
}
