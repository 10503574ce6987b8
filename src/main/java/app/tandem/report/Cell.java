package app.tandem.report;

/** One cell of a {@link Table}. It holds the value in full; each writer decides how many digits are shown. */
public sealed interface Cell {

    /**
     * Words.
     *
     * @param shown what is read in a terminal or a paper; may be short
     * @param full what a CSV holds, complete without the rest of the table
     * @param best whether it is set in bold
     */
    record Text(String shown, String full, boolean best) implements Cell {}

    /**
     * A number without a spread.
     *
     * @param value finite
     * @param decimals digits after the point that are shown; a CSV holds all of them
     * @param best whether it is the best of its column, set in bold
     */
    record Amount(double value, int decimals, boolean best) implements Cell {
        public Amount {
            requireFinite(value);
        }
    }

    /**
     * A mean over repetitions.
     *
     * @param mean finite
     * @param sd standard deviation over the repetitions; shown only where there are at least two, may be NaN otherwise
     * @param n how many repetitions, at least 1
     * @param decimals digits after the point that are shown
     * @param best whether it is the best of its column, set in bold
     */
    record Mean(double mean, double sd, int n, int decimals, boolean best) implements Cell {
        public Mean {
            requireFinite(mean);
            if (n < 1) {
                throw new IllegalArgumentException("a mean needs at least one value; absent is a cell of its own");
            }
        }

        /** Whether there is a spread to show. */
        public boolean hasSpread() {
            return n > 1 && Double.isFinite(sd);
        }
    }

    /** Nothing was measured here, or there is nothing to measure. */
    record Absent() implements Cell {}

    /** The cell that says that nothing was measured. */
    Cell ABSENT = new Absent();

    /** Words that are the same everywhere. */
    static Cell text(String words) {
        return new Text(words, words, false);
    }

    /** A number that is not the best of its column. */
    static Cell number(double value, int decimals) {
        return new Amount(value, decimals, false);
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a finite number: " + value);
        }
    }
}
