package app.tandem.grouping;

import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.util.List;
import java.util.Optional;

/**
 * The best grouping at every budget. Its validation loss never rises with the budget; its test loss may.
 *
 * @param setting the setting that the losses belong to
 * @param taskIds the tasks, for messages
 * @param points the budgets at which the best grouping changes, ascending, each with the grouping that is best from there
 *     on; empty if no budget is enough
 * @param never why no budget is enough; empty if some is
 */
public record Frontier(String setting, List<String> taskIds, List<Point> points, Optional<Infeasibility> never) {

    /**
     * A step of the frontier.
     *
     * @param from the smallest budget that pays for the selection: its cost
     */
    public record Point(Budget from, Selection selection) {}

    public Frontier {
        taskIds = List.copyOf(taskIds);
        points = List.copyOf(points);
        if (points.isEmpty() == never.isEmpty()) {
            throw new IllegalArgumentException("a frontier has either points or a reason why it has none");
        }
    }

    /** The best grouping that the budget pays for; empty if there is none, and {@link #infeasibility} says why. */
    public Optional<Selection> at(Budget budget) {
        Optional<Selection> best = Optional.empty();
        for (Point point : points) {
            if (point.from().compareTo(budget) > 0) {
                break;
            }
            best = Optional.of(point.selection());
        }
        return best;
    }

    /** The best grouping that the budget pays for.
     *
     * @throws UserException if there is none, saying why
     */
    public Selection require(Budget budget) {
        return at(budget).orElseThrow(() -> {
            Infeasibility why = infeasibility(budget).orElseThrow();
            return new UserException(why.describe(taskIds), "setting " + setting, why.remedy());
        });
    }

    /** Why no grouping fits the budget; empty if one does. */
    public Optional<Infeasibility> infeasibility(Budget budget) {
        if (at(budget).isPresent()) {
            return Optional.empty();
        }
        return never.isPresent()
                ? never
                : Optional.of(new Infeasibility.BudgetTooSmall(
                        budget, points.get(0).selection().cost()));
    }

    /** The smallest budget for which every task can be served; empty if no budget is enough. */
    public Optional<Budget> smallestFeasible() {
        return points.stream().findFirst().map(Point::from);
    }
}
