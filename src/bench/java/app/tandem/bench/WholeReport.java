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
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Seconds that {@code tandem report} takes for 36 networks × 3 settings × 3 seeds, from the command to the last file. */
public final class WholeReport {

    private static final int SEEDS = 3;
    private static final int EPOCHS = 20;
    private static final List<String> SETTINGS = List.of("small", "large", "little data");
    private static final List<String> TASKS = List.of("segmentation", "depth", "normals", "keypoints", "edges");

    private WholeReport() {}

    /** @param arguments how often it is repeated; 3 if not given */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int times = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("tandem-bench-report");
        try {
            Path study = folder.resolve("study.tandem");
            write(study);
            for (int time = 0; time < times; time++) {
                Path report = folder.resolve("report-" + time);
                long start = System.nanoTime();
                ProcessBuilder builder =
                        new ProcessBuilder("./tandem", "report", study.toString(), "--out", report.toString());
                builder.environment().put("TANDEM_NO_BUILD", "1");
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
                int code = builder.start().waitFor();
                double seconds = (System.nanoTime() - start) / 1e9;
                if (code != 0) {
                    throw new IllegalStateException("tandem report ended with exit code " + code);
                }
                System.out.printf(Locale.ROOT, "whole report: %.1f s, %d files%n", seconds, files(report));
            }
        } finally {
            remove(folder);
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void write(Path file) {
        Study study = study();
        Random random = new Random(11);
        try (StudyFile open = StudyFile.create(file, study)) {
            for (Setting setting : study.settings()) {
                for (Network network : study.networks()) {
                    for (int seed = 0; seed < SEEDS; seed++) {
                        RunKey key = new RunKey(network.key(study.taskIds()), setting.name(), seed);
                        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                            double worse = 1 + 2.0 / epoch;
                            open.recordEpoch(
                                    key,
                                    new EpochLosses(
                                            epoch,
                                            losses(study, network, worse, random),
                                            losses(study, network, worse, random)));
                        }
                        open.recordResult(key, result(study, network, setting, seed, random));
                    }
                }
            }
        }
    }

    private static Study study() {
        Schedule schedule = new Schedule(EPOCHS, 16, 0.1, Schedule.Decay.COSINE, 0.05, 0.9, 1e-4, 5);
        return new Study(
                "36 networks in three settings",
                new DatasetReference(DatasetReference.TASKONOMY, "nowhere"),
                TASKS.stream()
                        .map(id -> new Task(id, id, new TaskKind.RegressionMap(1), LossFunction.L1, 1, true))
                        .toList(),
                SETTINGS.stream()
                        .map(name -> new Setting(name, EncoderDepth.LIGHT, Fraction.ONE, 64, schedule))
                        .toList(),
                SEEDS,
                Pool.everySubsetWithHalfSizeSingles(TASKS.size()),
                List.of(),
                Budget.parse("2.5"));
    }

    private static Map<String, Double> losses(Study study, Network network, double factor, Random random) {
        Map<String, Double> byTask = new LinkedHashMap<>();
        double alone = network.cost().snt().toDouble() < 1 ? 1.05 : 1;
        double shared = 1 + 0.03 * (network.tasks().size() - 1) * random.nextDouble();
        network.taskIds(study.taskIds())
                .forEach(id -> byTask.put(id, 0.2 * factor * alone * shared * (1 + 0.02 * random.nextGaussian())));
        return byTask;
    }

    private static RunResult.Finished result(Study study, Network network, Setting setting, int seed, Random random) {
        Map<Measure, Map<String, Double>> losses = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            losses.put(measure, losses(study, network, measure == Measure.EARLY ? 1.5 : 1, random));
        }
        Provenance provenance = new Provenance(
                seed,
                "data",
                DesignHash.of(study.tasks(), network, setting),
                Map.of("java", "17", "tandem", "bench"),
                "cpu",
                1,
                Duration.ofSeconds(60),
                27_000_000,
                200);
        return new RunResult.Finished(EPOCHS, losses, provenance);
    }
}
