package app.tandem.study;

/** What networks cost, in SNT (standard network time: 1 SNT is one full-size encoder); never negative. */
public record Cost(Fraction snt) implements Comparable<Cost> {

    public static final Cost ZERO = new Cost(Fraction.ZERO);

    public Cost {
        if (snt.isNegative()) {
            throw new IllegalArgumentException("a cost is negative: " + snt);
        }
    }

    public Cost plus(Cost other) {
        return new Cost(snt.plus(other.snt));
    }

    /** Whether a budget pays for this; compared exactly. */
    public boolean isWithin(Budget budget) {
        return snt.compareTo(budget.snt()) <= 0;
    }

    @Override
    public int compareTo(Cost other) {
        return snt.compareTo(other.snt);
    }

    /** As a decimal number of SNT, {@code 2.5}. */
    @Override
    public String toString() {
        return snt.toDecimal();
    }
}
