package app.tandem.report;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By how much the total loss of a grouping varies from seed to seed. The losses of one network's tasks vary together, those of
 * different networks independently, so that the variances of the networks add up.
 */
final class SeedSpread {

    private SeedSpread() {}

    /** The standard deviation of the weighted sum; NaN unless every serving network has at least two seeds. */
    static double of(LossTable losses, Selection selection, Measure measure) {
        double variance = 0;
        for (Served served : selection.networks()) {
            if (!served.serves().isEmpty()) {
                double sd = LossCell.of(sums(losses, served, measure)).sd();
                variance += sd * sd;
            }
        }
        return Math.sqrt(variance);
    }

    /** Per seed that every served task has, the weighted sum over them. */
    private static List<Double> sums(LossTable losses, Served served, Measure measure) {
        int row = losses.networks().indexOf(served.network());
        SortedMap<Integer, List<Double>> bySeed = new TreeMap<>();
        for (int task : served.serves()) {
            for (Map.Entry<Integer, Double> value :
                    losses.values(row, task, measure).entrySet()) {
                bySeed.computeIfAbsent(value.getKey(), seed -> new ArrayList<>())
                        .add(losses.weights().get(task) * value.getValue());
            }
        }
        return bySeed.values().stream()
                .filter(tasks -> tasks.size() == served.serves().size())
                .map(tasks -> tasks.stream().mapToDouble(Double::doubleValue).sum())
                .toList();
    }
}
