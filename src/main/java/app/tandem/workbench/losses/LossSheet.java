package app.tandem.workbench.losses;

import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunState;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Works out the rows of one setting from its loss table. Takes time in proportion to the table's cells. Pure. */
final class LossSheet {

    /**
     * What the rows show.
     *
     * @param seeds over which the means are taken; empty for all of them
     */
    record View(Measure measure, Baseline baseline, Set<Integer> seeds) {}

    private final LossTable table;
    private final View view;
    private final RunStates states;
    private final Map<EncoderSize, double[]> singles = new HashMap<>();
    private final double[] best;

    LossSheet(LossTable table, View view, RunStates states) {
        this.table = table;
        this.view = view;
        this.states = states;
        this.best = new double[table.taskCount()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int index = 0; index < table.networks().size(); index++) {
            Network network = table.networks().get(index);
            for (int task : network.tasks()) {
                double loss = cell(index, task).mean();
                // A loss that is not there is NaN, and less than nothing.
                best[task] = loss < best[task] ? loss : best[task];
                if (network.tasks().size() == 1) {
                    singles.computeIfAbsent(network.encoder(), ignored -> absent())[task] = loss;
                }
            }
        }
    }

    private double[] absent() {
        double[] losses = new double[table.taskCount()];
        Arrays.fill(losses, Double.NaN);
        return losses;
    }

    private LossCell cell(int network, int task) {
        if (view.seeds().isEmpty()) {
            return table.cell(network, task, view.measure());
        }
        return LossCell.of(table.values(network, task, view.measure()).entrySet().stream()
                .filter(seed -> view.seeds().contains(seed.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** A row for every network, in the pool's order. */
    List<LossRow> rows() {
        return IntStream.range(0, table.networks().size()).mapToObj(this::row).toList();
    }

    private LossRow row(int index) {
        Network network = table.networks().get(index);
        List<LossRow.Entry> entries = new ArrayList<>(Collections.nCopies(table.taskCount(), LossRow.Entry.NONE));
        int seeds = 0;
        double[] compared = compared(network);
        for (int task : network.tasks()) {
            LossCell cell = cell(index, task);
            entries.set(task, new LossRow.Entry(cell, true, gain(compared, cell, task), cell.mean() == best[task]));
            seeds = Math.max(seeds, cell.n());
        }
        Map<Integer, RunState> runs = states.of(table.setting(), network.key(table.taskIds()));
        List<RunState> counted = runs.entrySet().stream()
                .filter(run -> view.seeds().isEmpty() || view.seeds().contains(run.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return row(network, OptionalInt.empty(), entries, seeds, RowState.of(counted, seeds > 0));
    }

    private LossRow row(Network network, OptionalInt seed, List<LossRow.Entry> entries, int seeds, RowState state) {
        double sum = network.tasks().stream()
                .mapToDouble(task ->
                        entries.get(task).loss().mean() * table.weights().get(task))
                .sum();
        return new LossRow(
                table.setting(),
                Optional.of(network),
                seed,
                state,
                List.copyOf(entries),
                seeds,
                Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum));
    }

    /** A row for every seed of a network that was trained or is to be trained. */
    List<LossRow> seedRows(LossRow row) {
        if (row.network().isEmpty() || row.seed().isPresent()) {
            return List.of();
        }
        Network network = row.network().get();
        int index = table.indexOf(network);
        Map<Integer, RunState> runs = states.of(table.setting(), network.key(table.taskIds()));
        TreeSet<Integer> seeds = new TreeSet<>(runs.keySet());
        network.tasks()
                .forEach(task ->
                        seeds.addAll(table.values(index, task, view.measure()).keySet()));
        return seeds.stream()
                .filter(seed -> view.seeds().isEmpty() || view.seeds().contains(seed))
                .map(seed -> seedRow(network, index, seed, runs))
                .toList();
    }

    private LossRow seedRow(Network network, int index, int seed, Map<Integer, RunState> runs) {
        List<LossRow.Entry> entries = new ArrayList<>(Collections.nCopies(table.taskCount(), LossRow.Entry.NONE));
        boolean measured = false;
        double[] compared = compared(network);
        for (int task : network.tasks()) {
            SortedMap<Integer, Double> values = table.values(index, task, view.measure());
            LossCell cell = values.containsKey(seed)
                    ? new LossCell(values.getOrDefault(seed, Double.NaN), Double.NaN, 1)
                    : LossCell.ABSENT;
            entries.set(task, new LossRow.Entry(cell, true, gain(compared, cell, task), false));
            measured |= cell.isPresent();
        }
        List<RunState> state = Optional.ofNullable(runs.get(seed)).stream().toList();
        return row(network, OptionalInt.of(seed), entries, measured ? 1 : 0, RowState.of(state, measured));
    }

    /** The row of the best constant predictions; empty where none is known. */
    Optional<LossRow> constant(Map<String, Double> losses) {
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        List<LossRow.Entry> entries = new ArrayList<>();
        double[] compared = singles.getOrDefault(EncoderSize.HALF, absent());
        double sum = 0;
        for (int task = 0; task < table.taskCount(); task++) {
            double loss = losses.getOrDefault(table.taskIds().get(task), Double.NaN);
            LossCell cell = Double.isNaN(loss) ? LossCell.ABSENT : new LossCell(loss, Double.NaN, 1);
            entries.add(new LossRow.Entry(cell, true, gain(compared, cell, task), false));
            sum += loss * table.weights().get(task);
        }
        OptionalDouble total = Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
        return Optional.of(new LossRow(
                table.setting(),
                Optional.empty(),
                OptionalInt.empty(),
                RowState.MEASURED,
                List.copyOf(entries),
                0,
                total));
    }

    /** The losses that those of a network are compared with, by task; NaN where there is none, and for that network itself. */
    private double[] compared(Network network) {
        EncoderSize size = view.baseline().size(network.encoder());
        boolean itself = network.tasks().size() == 1 && network.encoder().equals(size);
        return itself ? absent() : singles.getOrDefault(size, absent());
    }

    private static OptionalDouble gain(double[] compared, LossCell cell, int task) {
        double gain = (compared[task] - cell.mean()) / compared[task];
        return Double.isFinite(gain) ? OptionalDouble.of(gain) : OptionalDouble.empty();
    }
}
