package app.tandem.workbench;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A study of many tasks, every network of it measured once. */
final class WideStudy {

    private WideStudy() {}

    static StudyInMemory inMemory(int tasks, int networks) {
        Study study = study(tasks, networks);
        Random random = new Random(3);
        LossTable.Builder table = LossTable.builder(
                "setting1",
                study.taskIds(),
                study.tasks().stream().map(Task::weight).toList());
        for (Network network : study.networks()) {
            for (int task : network.tasks()) {
                for (Measure measure : List.of(Measure.VALIDATION, Measure.TEST)) {
                    table.add(network, 0, measure, task, 0.1 + 0.4 * random.nextDouble());
                }
            }
        }
        return new StudyInMemory(study, List.of(), List.of(table.build()));
    }

    private static Study study(int count, int networks) {
        List<Task> tasks = IntStream.range(0, count)
                .mapToObj(i -> new Task(
                        "task" + i, "Task " + i, new TaskKind.Classification(2), LossFunction.CROSS_ENTROPY, 1, true))
                .toList();
        Schedule schedule = new Schedule(10, 16, 0.1, Schedule.Decay.COSINE, 0.05, 0.9, 1e-4, 5);
        Set<Network> pool = new LinkedHashSet<>();
        IntStream.range(0, count).forEach(task -> pool.add(Network.of(TaskSet.of(task), EncoderSize.HALF)));
        Random random = new Random(5);
        while (pool.size() < networks) {
            long bits = random.nextLong() & TaskSet.all(count).bits();
            pool.add(Network.of(new TaskSet(bits | 1), EncoderSize.FULL));
        }
        return new Study(
                count + " tasks",
                DatasetReference.sample(DatasetReference.TASKONOMY, "rooms"),
                tasks,
                List.of(new Setting("setting1", EncoderDepth.LIGHT, Fraction.ONE, 64, schedule)),
                1,
                List.copyOf(pool),
                List.of(),
                Budget.parse("5"));
    }
}
