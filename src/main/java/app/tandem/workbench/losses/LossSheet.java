package app.tandem.workbench.losses;

import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Works out the rows of the losses page from a loss table. Pure. */
final class LossSheet {

    private final LossTable table;
    private final Measure measure;

    private LossSheet(LossTable table, Measure measure) {
        this.table = table;
        this.measure = measure;
    }

    /** The rows of networks in the pool's order. */
    static List<LossRow> rows(LossTable table, Measure measure) {
        return new LossSheet(table, measure).rows();
    }

    /** The row of the best constant predictions; empty where none is known. */
    static Optional<LossRow> constant(LossTable table, Measure measure, Map<String, Double> losses) {
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        LossSheet sheet = new LossSheet(table, measure);
        List<LossRow.Entry> entries = new ArrayList<>();
        double sum = 0;
        for (int task = 0; task < table.taskCount(); task++) {
            double loss = losses.getOrDefault(table.taskIds().get(task), Double.NaN);
            LossCell cell = Double.isNaN(loss) ? LossCell.ABSENT : new LossCell(loss, Double.NaN, 1);
            entries.add(new LossRow.Entry(cell, true, sheet.gain(cell, task), false));
            sum += loss * table.weights().get(task);
        }
        OptionalDouble total = Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
        return Optional.of(new LossRow(Optional.empty(), List.copyOf(entries), 0, total));
    }

    /** The rows in the order the user asked for; what has no value stands last, whichever the direction. */
    static List<LossRow> sorted(List<LossRow> rows, LossOrder order) {
        Comparator<LossRow> values = Comparator.comparingDouble(row -> order.value(row));
        Comparator<LossRow> directed = order.ascending() ? values : values.reversed();
        Comparator<LossRow> absentLast = Comparator.comparing(row -> Double.isNaN(order.value(row)));
        return rows.stream().sorted(absentLast.thenComparing(directed)).toList();
    }

    private List<LossRow> rows() {
        return IntStream.range(0, table.networks().size()).mapToObj(this::row).toList();
    }

    private LossRow row(int index) {
        Network network = table.networks().get(index);
        List<LossRow.Entry> entries = new ArrayList<>();
        double sum = 0;
        int seeds = 0;
        for (int task = 0; task < table.taskCount(); task++) {
            LossCell cell = table.cell(index, task, measure);
            boolean member = network.tasks().contains(task);
            OptionalDouble gain = isHalfSizeSingle(network) ? OptionalDouble.empty() : gain(cell, task);
            entries.add(new LossRow.Entry(cell, member, gain, isBest(cell, task)));
            sum += member ? cell.mean() * table.weights().get(task) : 0;
            seeds = Math.max(seeds, cell.n());
        }
        OptionalDouble total = Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
        return new LossRow(Optional.of(network), List.copyOf(entries), seeds, total);
    }

    private static boolean isHalfSizeSingle(Network network) {
        return network.tasks().size() == 1 && network.encoder().equals(EncoderSize.HALF);
    }

    private OptionalDouble gain(LossCell cell, int task) {
        int single = table.networks().indexOf(Network.of(TaskSet.of(task), EncoderSize.HALF));
        if (single < 0 || !cell.isPresent()) {
            return OptionalDouble.empty();
        }
        double half = table.cell(single, task, measure).mean();
        double gain = (half - cell.mean()) / half;
        return Double.isFinite(gain) ? OptionalDouble.of(gain) : OptionalDouble.empty();
    }

    private boolean isBest(LossCell cell, int task) {
        return cell.isPresent()
                && IntStream.range(0, table.networks().size())
                        .mapToObj(network -> table.cell(network, task, measure))
                        .filter(LossCell::isPresent)
                        .noneMatch(other -> other.mean() < cell.mean());
    }
}
