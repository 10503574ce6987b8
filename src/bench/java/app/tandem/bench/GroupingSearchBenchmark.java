package app.tandem.bench;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.RunnerUps;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long the exact search takes on the pool of all subsets with half-size single-task networks, one thread, with a heap
 * of at most 1 GiB: 36 networks for 5 tasks, 1,033 for 10 tasks, 16,397 for 14 tasks. The losses are random, each network
 * having its own strength and each task its own scale.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class GroupingSearchBenchmark {

    @Param({"5", "10", "14"})
    public int tasks;

    private LossTable table = LossTable.builder("none", List.of(), List.of()).build();

    @Setup
    public void fillTable() {
        Random random = new Random(tasks);
        List<String> ids = IntStream.range(0, tasks).mapToObj(i -> "task" + i).toList();
        LossTable.Builder builder = LossTable.builder("random", ids, Collections.nCopies(tasks, 1.0));
        for (Network network : Pool.everySubsetWithHalfSizeSingles(tasks)) {
            double strength = random.nextGaussian() * 0.05;
            for (int task : network.tasks()) {
                double loss = (0.05 + 0.01 * task) * Math.exp(strength + random.nextGaussian() * 0.1);
                builder.add(network, 1, Measure.VALIDATION, task, loss);
            }
        }
        table = builder.build();
    }

    /** The best grouping at every budget. */
    @Benchmark
    public Frontier frontier() {
        return GroupingSolver.frontier(table, SearchOptions.COVER);
    }

    /** The best strict partition at every budget. */
    @Benchmark
    public Frontier partitions() {
        return GroupingSolver.frontier(table, SearchOptions.PARTITION);
    }

    /** The best three groupings after the best one, at half the budget that one network for each task needs. */
    @Benchmark
    public List<Selection> runnerUps() {
        return RunnerUps.at(table, Budget.parse(tasks + "/2"), 3);
    }

    /** The same as {@link #frontier}, once in a fresh virtual machine: what a command waits for. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(value = 3, jvmArgs = "-Xmx1g")
    public Frontier coldFrontier() {
        return GroupingSolver.frontier(table, SearchOptions.COVER);
    }

    /**
     * Runs these benchmarks, after {@code mvn -Pbench -DskipTests test-compile dependency:build-classpath
     * -Dmdep.outputFile=target/bench-classpath.txt}, by {@code java -cp
     * target/test-classes:target/classes:$(cat target/bench-classpath.txt) app.tandem.bench.GroupingSearchBenchmark}.
     *
     * @param args a regular expression that chooses among the benchmarks; all of them if there is none
     */
    public static void main(String[] args) throws RunnerException {
        String which = args.length == 0 ? "" : args[0];
        new Runner(new OptionsBuilder()
                        .include(GroupingSearchBenchmark.class.getSimpleName() + ".*" + which)
                        .build())
                .run();
    }
}
