package app.tandem.workbench.grouping;

import app.tandem.grouping.MethodComparison;
import app.tandem.grouping.MethodPoint;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways to find a grouping, compared on the losses of one setting.
 *
 * @param losses from which the comparison was made
 * @param comparison perhaps of earlier losses, unless the phase is {@link Phase#KNOWN}
 * @param unmeasured the affinities that no joint run has measured, by the names of their methods
 * @param hidden the methods whose curves the user does not want to see
 */
public record Methods(
        Phase phase,
        Optional<LossTable> losses,
        Optional<MethodComparison> comparison,
        List<String> unmeasured,
        Set<String> hidden,
        Optional<UserException> refusal) {

    /** How far the comparison is. */
    public enum Phase {
        /** There is nothing to compare, or nobody looked yet. */
        NOTHING,
        /** It begins when it is asked for, for it takes long, or the losses are still growing. */
        WAITING,
        WORKING,
        STOPPED,
        REFUSED,
        KNOWN
    }

    public Methods {
        unmeasured = List.copyOf(unmeasured);
        hidden = Set.copyOf(hidden);
    }

    /** The methods that were compared, in their order. */
    public List<String> ids() {
        return comparison.stream()
                .flatMap(known -> known.points().stream())
                .map(MethodPoint::method)
                .distinct()
                .toList();
    }

    /** All points of one method, by budget. */
    public List<MethodPoint> points(String method) {
        return comparison.stream()
                .flatMap(known -> known.points().stream())
                .filter(point -> point.method().equals(method))
                .toList();
    }

    /** What a method comes to at a budget, or at the next smaller one at which methods were compared. */
    public Optional<MethodPoint> at(String method, Budget budget) {
        Optional<MethodPoint> last = Optional.empty();
        for (MethodPoint point : points(method)) {
            if (point.budget().compareTo(budget) <= 0) {
                last = Optional.of(point);
            }
        }
        return last;
    }

    /** Whether it has a curve that is to be seen. */
    boolean isSeen(String method) {
        return !hidden.contains(method) && hasCurve(method);
    }

    /** Whether its test loss is known at some budget. */
    public boolean hasCurve(String method) {
        return points(method).stream().anyMatch(point -> point.testLoss().isPresent());
    }
}
