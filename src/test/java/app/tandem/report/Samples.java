package app.tandem.report;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Served;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** The published losses of setting 1. */
    static LossTable published() {
        return LossTableCsv.read(Path.of("src", "test", "resources", "standley2020", "losses.csv"))
                .get(0);
    }

    static Frontier frontier() {
        return GroupingSolver.frontier(published(), SearchOptions.COVER);
    }

    static List<String> names(List<Task> tasks) {
        return tasks.stream().map(Task::name).toList();
    }

    static Task task(String id, String name) {
        return new Task(id, name, new TaskKind.RegressionMap(1), LossFunction.L1, 1, true);
    }

    /** The best grouping at 2.5 SNT in the paper's figure 1. */
    static GroupingDiagram classic(List<Task> tasks, Words words) {
        return GroupingDiagram.of(
                "Best grouping at 2.5 SNT",
                names(tasks),
                List.of(
                        new Served(full(0, 1, 2), TaskSet.of(0, 1)),
                        new Served(full(2, 3, 4), TaskSet.of(3, 4)),
                        new Served(half(2), TaskSet.of(2))),
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
        List<Served> networks = List.of(
                new Served(full(0, 1, 2, 3, 4, 5, 6, 7), TaskSet.of(0)),
                new Served(full(8, 0), TaskSet.of(8)),
                new Served(half(1), TaskSet.of(1)),
                new Served(half(2), TaskSet.of(2)),
                new Served(Network.of(TaskSet.of(3, 4), EncoderSize.parse("1/3")), TaskSet.of(3, 4)),
                new Served(Network.of(TaskSet.of(5), EncoderSize.parse("1/4")), TaskSet.of(5)),
                new Served(Network.of(TaskSet.of(6), EncoderSize.parse("1/5")), TaskSet.of(6)),
                new Served(full(7), TaskSet.of(7)));
        return GroupingDiagram.of("Many", names(tasks), networks, Words.ENGLISH);
    }

    /** The published curves of setting 1 (Standley et al. 2020), at the budgets 1, 1.5 … 5. */
    static BudgetCurve curve(Words words) {
        return new BudgetCurve(
                "Total loss against budget",
                List.of(
                        series("Optimal", 0, .50278, .46132, .45224, .44612, .44235, .43932, .43555, .43551, .43481),
                        series("HOA", 1, .50278, .46132, .45454, .45050, .44870, .44487, .44124, .44552, .44197),
                        series("ESA", 2, .50278, .48725, .46740, .46058, .45715, .45067, .45067, .44745, .44745),
                        series("Random", 4, .50278, .48540, .47350, .46910, .46530, .46280, .46020, .45850, .45650)),
                List.of(
                        new BudgetCurve.Mark("Semantic alone", Fraction.of(2), .4652),
                        new BudgetCurve.Mark("Five half-size networks", Fraction.parse("2.5"), .4652),
                        new BudgetCurve.Mark("All in one", Fraction.ONE, .50278)),
                Optional.of(Budget.parse("2.5")),
                words);
    }

    static BudgetCurve.Series series(String name, int method, double... losses) {
        List<BudgetCurve.Step> steps = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            steps.add(new BudgetCurve.Step(Fraction.of(i + 2, 2), losses[i]));
        }
        return new BudgetCurve.Series(name, method, Measure.TEST, steps);
    }

    static Network full(int... tasks) {
        return Network.of(TaskSet.of(tasks), EncoderSize.FULL);
    }

    static Network half(int... tasks) {
        return Network.of(TaskSet.of(tasks), EncoderSize.HALF);
    }
}
