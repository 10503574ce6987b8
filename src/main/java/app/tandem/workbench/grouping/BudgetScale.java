package app.tandem.workbench.grouping;

import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import java.util.List;

/**
 * The budgets that the slider stops at: whole multiples of the unit in which the networks' costs are counted, up to one
 * full-size network per task, beyond which nothing gets better.
 *
 * @param unit such as 1/2 SNT
 * @param stops how many there are; the first is one unit, the last {@code stops} units
 */
record BudgetScale(Fraction unit, int stops) {

    private static final long FINEST = 12;

    static final BudgetScale CLASSIC = new BudgetScale(Fraction.of(1, 2), 10);

    static BudgetScale of(List<Network> networks, int tasks) {
        long denominator = 1;
        for (Network network : networks) {
            long next = network.cost().snt().denominator();
            denominator = denominator / gcd(denominator, next) * next;
            if (denominator > FINEST) {
                denominator = FINEST;
                break;
            }
        }
        return new BudgetScale(Fraction.of(1, denominator), (int) Math.max(1, denominator * Math.max(1, tasks)));
    }

    Budget budget(int stop) {
        return new Budget(unit.times(Fraction.of(Math.max(1, Math.min(stops, stop)))));
    }

    /** The stop that is nearest to an amount in SNT. */
    Budget nearest(double snt) {
        return budget((int) Math.round(Math.max(0, Math.min(stops, snt / unit.toDouble()))));
    }

    /** Where a budget is on the slider, perhaps between two stops. */
    double position(Budget budget) {
        return Math.max(0, Math.min(stops, budget.snt().toDouble() / unit.toDouble()));
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
