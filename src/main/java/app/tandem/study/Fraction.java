package app.tandem.study;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact rational number in lowest terms, with a positive denominator. Costs and budgets are compared as fractions, so
 * that 1/3 + 1/3 + 1/3 costs exactly 1.
 *
 * <p>Arithmetic that leaves the range of {@code long} throws {@link ArithmeticException}.
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(0, 1);
    public static final Fraction ONE = new Fraction(1, 1);

    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_TEXT = 100;
    private static final Pattern RATIO = Pattern.compile("([+-]?\\d+)\\s*/\\s*(\\d+)");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    /** @throws ArithmeticException if the denominator is zero */
    public Fraction {
        if (denominator == 0) {
            throw new ArithmeticException("a fraction's denominator is zero");
        }
        BigInteger n = BigInteger.valueOf(numerator);
        BigInteger d = BigInteger.valueOf(denominator);
        BigInteger shared = n.gcd(d).multiply(BigInteger.valueOf(d.signum()));
        numerator = n.divide(shared).longValueExact();
        denominator = d.divide(shared).longValueExact();
    }

    public static Fraction of(long whole) {
        return new Fraction(whole, 1);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(numerator, denominator);
    }

    /**
     * Reads {@code 3}, {@code 2.5} or {@code 5/2}.
     *
     * @throws UserException if the text is none of these, or has more digits than a {@code long} can hold
     */
    public static Fraction parse(String text) {
        String trimmed = text.strip();
        Matcher ratio = RATIO.matcher(trimmed);
        boolean decimal = DECIMAL.matcher(trimmed).matches();
        if (!decimal && !ratio.matches()) {
            throw notANumber(text);
        }
        if (trimmed.length() > LONGEST_TEXT) {
            throw tooManyDigits(trimmed.substring(0, LONGEST_TEXT) + "…");
        }
        try {
            return decimal ? ofDecimal(new BigDecimal(trimmed)) : ofRatio(ratio, text);
        } catch (ArithmeticException e) {
            throw tooManyDigits(text);
        }
    }

    /** @throws ArithmeticException if it has more decimal places than allowed, or leaves the range of {@code long} */
    private static Fraction ofDecimal(BigDecimal decimal) {
        BigDecimal shortest = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        int scale = Math.max(0, shortest.scale());
        if (scale > MOST_DIGITS) {
            throw new ArithmeticException("more than " + MOST_DIGITS + " decimal places");
        }
        return new Fraction(
                shortest.movePointRight(scale).longValueExact(),
                BigInteger.TEN.pow(scale).longValueExact());
    }

    private static Fraction ofRatio(Matcher ratio, String text) {
        BigInteger numerator = new BigInteger(ratio.group(1));
        BigInteger denominator = new BigInteger(ratio.group(2));
        if (denominator.signum() == 0) {
            throw notANumber(text);
        }
        return ofExact(numerator, denominator);
    }

    private static UserException notANumber(String text) {
        return new UserException(
                "‘" + text + "’ is not a number", "", "Write a decimal such as 2.5 or a fraction such as 5/2");
    }

    private static UserException tooManyDigits(String text) {
        return new UserException(
                "‘" + text + "’ has too many digits",
                "",
                "Write at most " + MOST_DIGITS + " digits, as a decimal such as 2.5 or a fraction such as 5/2");
    }

    public Fraction plus(Fraction other) {
        return ofExact(
                product(numerator, other.denominator).add(product(other.numerator, denominator)),
                product(denominator, other.denominator));
    }

    public Fraction minus(Fraction other) {
        return ofExact(
                product(numerator, other.denominator).subtract(product(other.numerator, denominator)),
                product(denominator, other.denominator));
    }

    public Fraction times(Fraction other) {
        return ofExact(product(numerator, other.numerator), product(denominator, other.denominator));
    }

    /** The greatest whole number that is not above this one. */
    public long floor() {
        return Math.floorDiv(numerator, denominator);
    }

    public boolean isNegative() {
        return numerator < 0;
    }

    public boolean isPositive() {
        return numerator > 0;
    }

    public double toDouble() {
        return (double) numerator / denominator;
    }

    /** As a decimal without trailing zeros, rounded to four places: {@code 2.5}, {@code 0.3333}. */
    public String toDecimal() {
        BigDecimal rounded = BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), 4, java.math.RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Exactly: as a decimal where there is one, {@code 2.5}, else as {@code 1/3}; {@link #parse} reads it back. */
    public String toExact() {
        long rest = denominator;
        for (long prime : new long[] {2, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        if (rest != 1) {
            return toString();
        }
        BigDecimal decimal = BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator));
        boolean isRead =
                decimal.scale() <= MOST_DIGITS && decimal.unscaledValue().bitLength() < Long.SIZE;
        return isRead ? decimal.toPlainString() : toString();
    }

    @Override
    public int compareTo(Fraction other) {
        if (denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        return product(numerator, other.denominator).compareTo(product(other.numerator, denominator));
    }

    /** As {@code 3} or {@code 5/2}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static Fraction ofExact(BigInteger numerator, BigInteger denominator) {
        BigInteger shared = numerator.gcd(denominator);
        return new Fraction(
                numerator.divide(shared).longValueExact(),
                denominator.divide(shared).longValueExact());
    }
}
