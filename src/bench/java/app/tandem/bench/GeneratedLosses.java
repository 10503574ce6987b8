package app.tandem.bench;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Loss tables with known synergies. They are not made by the guided search's own model: tasks lie in a space of three
 * dimensions, near ones help one another and opposite ones hurt, and three tasks together do what no two of them tell.
 *
 * <ul>
 *   <li>ln L = ln base + sensitivity · (− synergies / √m − triples / m + crowding · √m + smaller + luck), m companions;
 *   <li>base: from 0.02 to 0.2, even in the logarithm; sensitivity: log-normal, sd 0.4;
 *   <li>synergy of two tasks: 0.06 · their positions' product + 0.03 · normal, different in both directions;
 *   <li>triple: normal, sd {@code triples}, for a task with each two of its companions;
 *   <li>crowding 0.03 and smaller 0.04, each times a gamma of mean 1; luck: normal, sd {@code luck};
 *   <li>test losses differ from validation losses by 1 %.
 * </ul>
 */
final class GeneratedLosses {

    private static final int DIMENSIONS = 3;

    private final int tasks;
    private final Random random;
    private final double[] base;
    private final double[] sensitivity;
    private final double[] crowding;
    private final double[] smaller;
    private final double[][] synergy;
    private final double[][][] triple;
    private final double luck;

    private GeneratedLosses(int tasks, double triples, double luck, long seed) {
        this.tasks = tasks;
        this.luck = luck;
        this.random = new Random(seed);
        this.base = each(() -> Math.exp(Math.log(0.02) + random.nextDouble() * Math.log(10)));
        this.sensitivity = each(() -> Math.exp(0.4 * random.nextGaussian()));
        this.crowding = each(() -> 0.03 * gamma());
        this.smaller = each(() -> 0.04 * gamma());
        double[][] position = new double[tasks][];
        Arrays.setAll(position, task -> random.doubles(DIMENSIONS)
                .map(ignored -> random.nextGaussian() / Math.sqrt(DIMENSIONS))
                .toArray());
        this.synergy = new double[tasks][tasks];
        this.triple = new double[tasks][tasks][tasks];
        for (int to = 0; to < tasks; to++) {
            for (int a = 0; a < tasks; a++) {
                double product = 0;
                for (int d = 0; d < DIMENSIONS; d++) {
                    product += position[to][d] * position[a][d];
                }
                synergy[a][to] = 0.06 * product + 0.03 * random.nextGaussian();
                for (int b = 0; b < a; b++) {
                    triple[to][a][b] = triples * random.nextGaussian();
                }
            }
        }
    }

    /** The classic pool's losses for so many tasks. */
    static LossTable table(int tasks, double triples, double luck, long seed) {
        return new GeneratedLosses(tasks, triples, luck, seed).fill(Long.toString(seed));
    }

    /** Of mean 1 and variance 1/2. */
    private double gamma() {
        return -(Math.log(1 - random.nextDouble()) + Math.log(1 - random.nextDouble())) / 2;
    }

    private double[] each(java.util.function.DoubleSupplier value) {
        return IntStream.range(0, tasks)
                .mapToDouble(task -> value.getAsDouble())
                .toArray();
    }

    private LossTable fill(String name) {
        List<String> ids =
                IntStream.range(0, tasks).mapToObj(task -> "task" + task).toList();
        LossTable.Builder table = LossTable.builder(name, ids, Collections.nCopies(tasks, 1.0));
        for (Network network : Pool.everySubsetWithHalfSizeSingles(tasks)) {
            for (int task : network.tasks()) {
                double loss = base[task]
                        * Math.exp(sensitivity[task] * (effect(network, task) + luck * random.nextGaussian()));
                table.add(network, 0, Measure.VALIDATION, task, loss);
                table.add(network, 0, Measure.TEST, task, loss * Math.exp(0.01 * random.nextGaussian()));
            }
        }
        return table.build();
    }

    private double effect(Network network, int task) {
        if (network.encoder().equals(EncoderSize.HALF)) {
            return smaller[task];
        }
        int[] others = network.tasks().without(task).stream().toArray();
        if (others.length == 0) {
            return 0;
        }
        double effect = crowding[task] * Math.sqrt(others.length);
        for (int a : others) {
            effect -= synergy[a][task] / Math.sqrt(others.length);
            for (int b : others) {
                effect -= b < a ? triple[task][a][b] / others.length : 0;
            }
        }
        return effect;
    }
}
