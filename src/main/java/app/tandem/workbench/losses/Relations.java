package app.tandem.workbench.losses;

import app.tandem.loss.SharingGain;
import app.tandem.study.EncoderSize;
import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the tasks of a setting get on with each other.
 *
 * @param values by row and column, as shares or cosines; empty where unknown, and for a task with itself
 * @param baseline the single-task network that pairs are compared with
 * @param steps at which affinities were measured, over all runs; 0 for pairs
 * @param runs of which affinities are the mean; 0 where none was measured
 * @param measuring whether affinities are being measured, or are to be
 * @param canMeasure whether they could be: there are images, and two tasks
 * @param sharing what networks of 1 … n tasks gain over single-task networks
 */
public record Relations(
        Relation relation,
        String setting,
        List<TaskMark> marks,
        List<List<OptionalDouble>> values,
        EncoderSize baseline,
        long steps,
        int runs,
        boolean measuring,
        boolean canMeasure,
        List<Sharing> sharing) {

    /**
     * A line of multi-task against single-task.
     *
     * @param same over single-task networks of the same encoder
     * @param equal over those that together cost as much
     */
    public record Sharing(SharingGain same, SharingGain equal) {}

    static final Relations NONE =
            new Relations(Relation.PAIRS, "", List.of(), List.of(), EncoderSize.HALF, 0, 0, false, false, List.of());

    public Relations {
        marks = List.copyOf(marks);
        values = values.stream().map(List::copyOf).toList();
        sharing = List.copyOf(sharing);
    }

    /** Whether any value is known. */
    public boolean isKnown() {
        return values.stream().flatMap(List::stream).anyMatch(OptionalDouble::isPresent);
    }

    /** The largest size of a value; 0 where none is known. */
    double largest() {
        return values.stream()
                .flatMap(List::stream)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(value -> Math.abs(value.getAsDouble()))
                .max()
                .orElse(0);
    }

    /**
     * The step of the diverging scale: gains by the page's own steps, affinities by their share of the largest.
     *
     * @param largest what {@link #largest} says, which takes a look at every value
     */
    int step(int row, int column, double largest) {
        OptionalDouble value = values.get(row).get(column);
        if (!relation.isAffinity() || value.isEmpty() || largest == 0) {
            return GainColor.step(value);
        }
        return (int) Math.round(GainColor.STEPS * value.getAsDouble() / largest);
    }
}
