package app.tandem.grouping;

import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which networks a method trains, and how far. Each is paid for once: its encoder's cost if it is trained to the end,
 * a fifth of that if it is stopped at 20 % of the schedule; one that goes on from there costs no more than the whole.
 */
public final class TrainingBill {

    /** The share of the schedule after which the early losses are taken. */
    public static final Fraction EARLY_SHARE = Fraction.of(1, 5);

    private final Set<Network> whole;
    private final Set<Network> stopped;

    private TrainingBill(Collection<Network> whole, Collection<Network> early) {
        this.whole = new LinkedHashSet<>(whole);
        this.stopped = new LinkedHashSet<>(early);
        this.stopped.removeAll(this.whole);
    }

    /** Networks trained to the end. */
    public static TrainingBill of(Collection<Network> whole) {
        return new TrainingBill(whole, List.of());
    }

    /** Networks trained to the end, and others for the first 20 % of the schedule; a network in both is trained to the end. */
    public static TrainingBill of(Collection<Network> whole, Collection<Network> early) {
        return new TrainingBill(whole, early);
    }

    /** The same with more networks trained to the end. */
    public TrainingBill plus(Collection<Network> more) {
        Set<Network> all = new LinkedHashSet<>(whole);
        all.addAll(more);
        return new TrainingBill(all, stopped);
    }

    /** The networks trained to the end. */
    public Set<Network> whole() {
        return Set.copyOf(whole);
    }

    /** The networks stopped at 20 % of the schedule. */
    public Set<Network> stopped() {
        return Set.copyOf(stopped);
    }

    /** Everything together, exact. */
    public Cost total() {
        Cost total = Cost.ZERO;
        for (Network network : whole) {
            total = total.plus(network.cost());
        }
        for (Network network : stopped) {
            total = total.plus(new Cost(network.cost().snt().times(EARLY_SHARE)));
        }
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingBill bill && whole.equals(bill.whole) && stopped.equals(bill.stopped);
    }

    @Override
    public int hashCode() {
        return 31 * whole.hashCode() + stopped.hashCode();
    }
}
