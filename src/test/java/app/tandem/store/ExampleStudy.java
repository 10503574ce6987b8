package app.tandem.store;

import app.tandem.data.DatasetHash;
import app.tandem.loss.Measure;
import app.tandem.run.DesignHash;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.TaskSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A study with a task of every kind, two settings and two groupings. */
final class ExampleStudy {

    static final Schedule SCHEDULE =
            new Schedule(4, 16, 0.05, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, Double.POSITIVE_INFINITY);

    private ExampleStudy() {}

    static Study create() {
        List<Task> tasks = List.of(
                new Task("seg", "Classes", new TaskKind.Segmentation(17, 0), LossFunction.CROSS_ENTROPY, 1, true),
                new Task("depth", "Tiefe ‘깊이’", new TaskKind.RegressionMap(1), LossFunction.L1, 0.1, true),
                new Task("normal", "Normals", new TaskKind.NormalMap(), LossFunction.L1, 2, true),
                new Task("room", "Room", new TaskKind.Classification(5), LossFunction.CROSS_ENTROPY, 1, true),
                new Task("pose", "Pose", new TaskKind.Regression(6), LossFunction.SQUARED_ERROR, 1, true));
        List<Setting> settings = List.of(
                new Setting("small", EncoderDepth.LIGHT, Fraction.ONE, 64, SCHEDULE),
                new Setting("little data", EncoderDepth.STANDARD, Fraction.of(1, 20), 32, SCHEDULE.withEpochs(9)));
        List<Network> networks = Pool.pairs(tasks.size());
        List<Grouping> groupings = List.of(
                new Grouping(
                        "mine",
                        List.of(
                                new Grouping.Member(networks.get(0), TaskSet.EMPTY),
                                new Grouping.Member(networks.get(10), TaskSet.of(1)))),
                new Grouping("empty", List.of()));
        return new Study(
                "Five tasks",
                DatasetReference.sample(DatasetReference.TASKONOMY, "rooms"),
                tasks,
                settings,
                3,
                networks,
                groupings,
                Budget.parse("5/2"));
    }

    static RunKey key(Study study, int network, int seed) {
        return new RunKey(study.networks().get(network).key(study.taskIds()), "small", seed);
    }

    /** A finished run whose losses are {@code base}, {@code base + 1} … in the order of the network's tasks. */
    static RunResult.Finished finished(Study study, int network, int seed, double base) {
        Map<String, Double> losses = new LinkedHashMap<>();
        for (int task : study.networks().get(network).tasks()) {
            losses.put(study.taskIds().get(task), base + losses.size());
        }
        return new RunResult.Finished(
                3, Map.of(Measure.VALIDATION, losses, Measure.TEST, losses), provenance(study, network, seed));
    }

    /** The same result, trained on this data. */
    static RunResult.Finished trainedOn(DatasetHash data, Study study, int network, RunResult.Finished result) {
        Provenance of = result.provenance();
        String hash = data.of(study.networks().get(network).taskIds(study.taskIds()));
        return new RunResult.Finished(
                result.reportedEpoch(),
                result.losses(),
                new Provenance(
                        of.seed(),
                        hash,
                        of.designHash(),
                        of.versions(),
                        of.device(),
                        of.threads(),
                        of.duration(),
                        of.multiplyAdds(),
                        of.imagesPerSecond()));
    }

    static Provenance provenance(Study study, int network, int seed) {
        return new Provenance(
                seed,
                "data",
                DesignHash.of(study.tasks(), study.networks().get(network), study.setting("small")),
                Map.of("java", "17.0.1", "tandem", "0.1.0"),
                "cpu",
                1,
                Duration.ofMillis(4321),
                27_000_000,
                217.5);
    }
}
