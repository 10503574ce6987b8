package app.tandem.bench;

import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.TaskSet;
import app.tandem.training.ComputeDevice;
import app.tandem.training.EncoderPlan;
import app.tandem.training.NetworkWork;
import app.tandem.training.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Training throughput of the full-size light encoder with five heads, beside the same network in PyTorch as its users run
 * it and at its best. All contenders stay alive and take turns, so that a noisy machine is noisy for all of them.
 *
 * <p>Arguments: rounds (default 7), steps a turn (default 30). The Python to use is {@code $PYTHON}, else {@code python3};
 * without torch only our own figures are printed.
 */
public final class TrainingThroughput {

    private static final int SIZE = 64;

    private TrainingThroughput() {}

    /** Runs the benchmark and prints its figures. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        Map<String, Contender> contenders = new LinkedHashMap<>();
        Contender first = Contender.ours();
        contenders.put("ours, 1 worker of 1 thread", first);
        contenders.put("ours, 2 workers of 1 thread", first.and(Contender.ours()));
        for (int threads : new int[] {1, 2}) {
            Contender.pytorch(python(threads, false), false)
                    .ifPresent(contender -> contenders.put("PyTorch as is, threads: " + threads, contender));
            Contender.pytorch(python(threads, true), true)
                    .ifPresent(contender -> contenders.put("PyTorch at its best, threads: " + threads, contender));
        }
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                double speed = contender.getValue().imagesPerSecond(steps);
                if (round >= 0) {
                    speeds.computeIfAbsent(contender.getKey(), key -> new ArrayList<>())
                            .add(speed);
                }
            }
        }
        print(speeds, first.convolutionGigaflops());
        contenders.values().forEach(Contender::close);
    }

    private static void print(Map<String, List<Double>> speeds, double convolution) {
        NetworkWork work = work();
        System.out.printf(
                "encoder %.1f M multiply-adds, heads %.1f M; medians of %d rounds%n",
                work.encoder() / 1e6,
                work.heads() / 1e6,
                speeds.values().iterator().next().size());
        System.out.printf("a single large convolution reaches %.0f GFLOP/s on a core%n", convolution);
        speeds.forEach((name, values) -> {
            double gigaflops = 6 * work.multiplyAdds() * median(values) / 1e9;
            int cores = name.contains("2") ? 2 : 1;
            System.out.printf(
                    "%-34s %6.0f images/s  %6.1f GFLOP/s  %3.0f %% of that convolution%n",
                    name, median(values), gigaflops, 100 * gigaflops / cores / convolution);
        });
        printRatio(speeds, "ours, 1 worker of 1 thread", "PyTorch at its best, threads: 1", 0.95);
        printRatio(speeds, "ours, 1 worker of 1 thread", "PyTorch as is, threads: 1", 2);
        printRatio(speeds, "ours, 2 workers of 1 thread", "PyTorch at its best, threads: 2", 1.1);
        printRatio(speeds, "ours, 2 workers of 1 thread", "PyTorch as is, threads: 2", 3);
    }

    /** The median over rounds of the ratio in each round, which a slow round hardly moves. */
    private static void printRatio(Map<String, List<Double>> speeds, String ours, String theirs, double target) {
        List<Double> a = speeds.getOrDefault(ours, List.of());
        List<Double> b = speeds.getOrDefault(theirs, List.of());
        if (!b.isEmpty()) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < a.size(); i++) {
                ratios.add(a.get(i) / b.get(i));
            }
            System.out.printf("%s / %s: %.2f (to reach: %.2f)%n", ours, theirs, median(ratios), target);
        }
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static NetworkWork work() {
        return NetworkWork.of(RandomImages.TASKS, network(), setting(1));
    }

    static Network network() {
        return Network.of(TaskSet.all(RandomImages.TASKS.size()), EncoderSize.FULL);
    }

    static Setting setting(int epochs) {
        return new Setting("bench", EncoderDepth.LIGHT, Fraction.ONE, SIZE, RandomImages.schedule(epochs));
    }

    private static List<String> python(int threads, boolean best) {
        EncoderPlan plan = EncoderPlan.of(EncoderDepth.LIGHT, EncoderSize.FULL, SIZE);
        List<String> command = new ArrayList<>(Arrays.asList(
                System.getenv().getOrDefault("PYTHON", "python3"),
                Path.of("src/bench/python/training_throughput.py").toString(),
                "--widths",
                plan.stemWidth() + "," + plan.entryWidth() + "," + plan.middleWidth() + "," + plan.exitWidth() + ","
                        + plan.middleBlocks(),
                "--hidden",
                "40",
                "--heads",
                RandomImages.HEADS,
                "--batch",
                Integer.toString(RandomImages.BATCH),
                "--threads",
                Integer.toString(threads)));
        if (best) {
            command.add("--best");
        }
        return command;
    }

    /** The settings under which a worker trains, and PyTorch at its best too. */
    static Map<String, String> environment() {
        return WorkerSettings.of(ComputeDevice.CPU).environment();
    }
}
