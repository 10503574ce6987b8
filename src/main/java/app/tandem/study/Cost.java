package app.tandem.study;

/** What networks cost, in SNT (standard network time: 1 SNT is one full-size encoder); never negative. */
public record Cost(Fraction snt) implements Comparable<Cost> {

    public static final Cost ZERO = new Cost(Fraction.ZERO);

    public Cost {
        if (snt.isNegative()) {
            throw new IllegalArgumentException("a cost is negative: " + snt);
        }
    }

    /** @throws UserException if the sum cannot be held exactly */
    public Cost plus(Cost other) {
        try {
            return new Cost(snt.plus(other.snt));
        } catch (ArithmeticException e) {
            throw new UserException(
                    "The costs " + snt + " and " + other.snt + " SNT cannot be added exactly",
                    "",
                    "Use encoder sizes with small denominators, such as 1/2 or 2/5",
                    e);
        }
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
