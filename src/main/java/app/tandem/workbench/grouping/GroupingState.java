package app.tandem.workbench.grouping;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The best groupings of one setting as far as they are known.
 *
 * @param overview empty until it is read for the first time, and where the study has no setting
 * @param frontier the best grouping at every budget; may be of the losses as they were before, unless it was found
 * @param budget the one that is looked at
 * @param runnerUps the groupings after the best one at this budget, best first; none while they are searched for
 * @param refusal why the search was refused
 * @param shown the one that is drawn; empty while there is none
 */
public record GroupingState(
        Optional<Overview> overview,
        Optional<Frontier> frontier,
        Budget budget,
        List<Selection> runnerUps,
        Phase phase,
        Optional<UserException> refusal,
        Optional<ShownGrouping> shown) {

    /** How far the search is. */
    public enum Phase {
        /** Nobody looked at its result yet, or the losses are being read. */
        WAITING,
        SEARCHING,
        STOPPED,
        /** It would take too long, or more memory than there is. */
        REFUSED,
        FOUND
    }

    public GroupingState {
        runnerUps = List.copyOf(runnerUps);
    }

    static GroupingState first(Budget budget) {
        return new GroupingState(
                Optional.empty(),
                Optional.empty(),
                budget,
                List.of(),
                Phase.WAITING,
                Optional.empty(),
                Optional.empty());
    }

    /** The best grouping that the budget pays for. */
    public Optional<Selection> best() {
        return best(budget);
    }

    /** The best grouping that another budget pays for. */
    public Optional<Selection> best(Budget other) {
        return frontier.flatMap(known -> known.at(other));
    }

    /** The same with the grouping that the user wants to see. */
    GroupingState showing(ShownChoice choice, Methods methods) {
        return new GroupingState(overview, frontier, budget, runnerUps, phase, refusal, choice.in(this, methods));
    }

    /**
     * By how much the loss of a grouping exceeds that of the best one which costs as much: 0.01 for 1 %. On test, below 0
     * where it is luckier there than the best, which is chosen on validation; on validation where nothing was tested.
     *
     * @return empty where the best is not known
     */
    public OptionalDouble excess(Selection selection) {
        Optional<Selection> optimum = best(Budget.of(selection.cost()));
        if (optimum.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean tested =
                selection.testLoss().isPresent() && optimum.get().testLoss().isPresent();
        double least =
                tested ? optimum.get().testLoss().getAsDouble() : optimum.get().validationLoss();
        double loss = tested ? selection.testLoss().getAsDouble() : selection.validationLoss();
        return least > 0 ? OptionalDouble.of(loss / least - 1) : OptionalDouble.empty();
    }
}
