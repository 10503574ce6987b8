package app.tandem.bench;

import app.tandem.loss.Measure;
import app.tandem.run.DesignHash;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.store.StudyFile;
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
import app.tandem.training.EpochLosses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A study of 36 tasks with every run trained for ten epochs: its table of losses has 40 columns. */
final class LargeStudy {

    static final int TASKS = 36;

    private static final int EPOCHS = 10;

    private static final String SETTING = "setting1";

    private LargeStudy() {}

    /**
     * Writes a study file with made-up losses.
     *
     * @param runs of as many networks, divided by the seeds
     */
    static void write(Path file, int runs, int seeds) {
        Study study = study(runs / seeds, seeds);
        Random random = new Random(7);
        try (StudyFile open = StudyFile.create(file, study)) {
            for (Network network : study.networks()) {
                for (int seed = 0; seed < seeds; seed++) {
                    RunKey key = new RunKey(network.key(study.taskIds()), SETTING, seed);
                    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                        open.recordEpoch(
                                key,
                                new EpochLosses(epoch, losses(study, network, random), losses(study, network, random)));
                    }
                    open.recordResult(key, result(study, network, seed, random));
                }
            }
        }
    }

    private static Study study(int networks, int seeds) {
        List<Task> tasks = IntStream.range(0, TASKS)
                .mapToObj(i -> new Task(
                        "attribute" + i,
                        "Attribute " + i,
                        new TaskKind.Classification(2),
                        LossFunction.CROSS_ENTROPY,
                        1,
                        true))
                .toList();
        Schedule schedule = new Schedule(EPOCHS, 16, 0.1, Schedule.Decay.COSINE, 0.05, 0.9, 1e-4, 5);
        return new Study(
                runs(networks * seeds),
                new DatasetReference(DatasetReference.TASKONOMY, "nowhere"),
                tasks,
                List.of(new Setting(SETTING, EncoderDepth.LIGHT, Fraction.ONE, 64, schedule)),
                seeds,
                networks(networks),
                List.of(),
                Budget.parse("5"));
    }

    private static String runs(int count) {
        return count + " runs";
    }

    /** Every task alone at both sizes, then sets of any size, drawn at random. */
    private static List<Network> networks(int count) {
        Set<Network> networks = new LinkedHashSet<>();
        for (EncoderSize size : List.of(EncoderSize.HALF, EncoderSize.FULL)) {
            IntStream.range(0, TASKS).forEach(task -> networks.add(Network.of(TaskSet.of(task), size)));
        }
        Random random = new Random(5);
        while (networks.size() < count) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, TASKS).boxed().toList());
            Collections.shuffle(order, random);
            int size = 2 + random.nextInt(TASKS - 1);
            networks.add(Network.of(
                    TaskSet.of(order.subList(0, size).stream()
                            .mapToInt(Integer::intValue)
                            .toArray()),
                    EncoderSize.FULL));
        }
        return List.copyOf(networks).subList(0, count);
    }

    private static Map<String, Double> losses(Study study, Network network, Random random) {
        Map<String, Double> byTask = new LinkedHashMap<>();
        network.taskIds(study.taskIds()).forEach(id -> byTask.put(id, 0.1 + 0.4 * random.nextDouble()));
        return byTask;
    }

    private static RunResult.Finished result(Study study, Network network, int seed, Random random) {
        Map<Measure, Map<String, Double>> losses = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            losses.put(measure, losses(study, network, random));
        }
        Provenance provenance = new Provenance(
                seed,
                "data",
                DesignHash.of(study.tasks(), network, study.setting(SETTING)),
                Map.of("java", "17", "tandem", "bench"),
                "cpu",
                1,
                Duration.ofSeconds(60),
                27_000_000,
                200);
        return new RunResult.Finished(7, losses, provenance);
    }
}
