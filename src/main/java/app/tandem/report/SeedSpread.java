package app.tandem.report;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.loss.LossCell;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By how much the total loss of a grouping varies from seed to seed. The runs of one seed see their images in the same order
 * and start their heads from the same weights, so that the losses of different networks vary together: the totals are taken
 * seed by seed, over the seeds that every serving network has.
 */
final class SeedSpread {

    private SeedSpread() {}

    /** The standard deviation of the weighted sum; NaN unless at least two seeds are common to all serving networks. */
    static double of(LossTable losses, Selection selection, Measure measure) {
        SortedMap<Integer, List<Double>> bySeed = new TreeMap<>();
        int served = 0;
        for (Served network : selection.networks()) {
            int row = losses.indexOf(network.network());
            for (int task : network.serves()) {
                served++;
                double weight = losses.weights().get(task);
                losses.values(row, task, measure)
                        .forEach((seed, loss) -> bySeed.computeIfAbsent(seed, first -> new ArrayList<>())
                                .add(weight * loss));
            }
        }
        int all = served;
        return LossCell.of(bySeed.values().stream()
                        .filter(tasks -> tasks.size() == all)
                        .map(tasks ->
                                tasks.stream().mapToDouble(Double::doubleValue).sum())
                        .toList())
                .sd();
    }
}
