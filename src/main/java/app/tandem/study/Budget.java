package app.tandem.study;

/** The most SNT a grouping may cost; never negative. */
public record Budget(Fraction snt) implements Comparable<Budget> {

    /** @throws UserException if the budget is negative */
    public Budget {
        if (snt.isNegative()) {
            throw new UserException("A budget of " + snt + " SNT is negative", "", "Give a budget of 0 SNT or more");
        }
    }

    /**
     * Reads {@code 2.5} or {@code 5/2}.
     *
     * @throws UserException if the text is no number, or a negative one
     */
    public static Budget parse(String text) {
        return new Budget(Fraction.parse(text));
    }

    /** The budget that pays for exactly this. */
    public static Budget of(Cost cost) {
        return new Budget(cost.snt());
    }

    @Override
    public int compareTo(Budget other) {
        return snt.compareTo(other.snt);
    }

    /** As a decimal number of SNT, {@code 2.5}. */
    @Override
    public String toString() {
        return snt.toDecimal();
    }
}
