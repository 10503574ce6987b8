package app.tandem.report;

/** How wide words become in LaTeX's own letters, Computer Modern at 10 pt; a little too wide rather than too narrow. */
final class LatexWidth {

    private static final String NARROW = "fijlrstI.,:;'|!()[]-/ ";
    private static final String WIDE = "mwMW%@&+=<>";

    private LatexWidth() {}

    /** In points. */
    static double of(String words) {
        return words.codePoints().mapToDouble(LatexWidth::letter).sum();
    }

    private static double letter(int c) {
        if (Characters.isWide(c)) {
            return 10;
        }
        if (NARROW.indexOf(c) >= 0) {
            return 3.7;
        }
        if (WIDE.indexOf(c) >= 0 || c > 0x2000) {
            return 8.8;
        }
        return Character.isUpperCase(c) ? 7.6 : Character.isDigit(c) ? 5 : 5.4;
    }

    /** Of a cell with its best in bold. */
    static double of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return (text.best() ? 1.15 : 1) * of(text.shown());
        }
        if (cell instanceof Cell.Amount number) {
            return number(number.value(), number.decimals(), number.best());
        }
        if (cell instanceof Cell.Mean mean) {
            double spread = mean.hasSpread() ? 12.3 + number(mean.sd(), mean.decimals(), false) : 0;
            return number(mean.mean(), mean.decimals(), mean.best()) + spread;
        }
        return 0;
    }

    /** In a formula, where a minus is as wide as a plus. */
    private static double number(double value, int decimals, boolean best) {
        String digits = Characters.decimals(value, decimals);
        double sign = digits.startsWith("-") ? 4.2 : 0;
        return (best ? 1.15 : 1) * (of(digits) + sign);
    }
}
