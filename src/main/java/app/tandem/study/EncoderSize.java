package app.tandem.study;

/**
 * A share of the standard encoder's multiply-adds: 1, 1/2, 1/3 or any other above 0 and at most 1. Half-size means half
 * the multiply-adds, not half the channels (Standley et al. 2020, section 3).
 */
public record EncoderSize(Fraction share) implements Comparable<EncoderSize> {

    public static final EncoderSize FULL = new EncoderSize(Fraction.ONE);
    public static final EncoderSize HALF = new EncoderSize(Fraction.of(1, 2));

    /** @throws UserException if the share is not above 0 and at most 1 */
    public EncoderSize {
        if (!share.isPositive() || share.compareTo(Fraction.ONE) > 0) {
            throw new UserException(
                    "An encoder of size " + share + " does not exist",
                    "",
                    "Give a share of the full-size encoder above 0 and at most 1, such as 1/2");
        }
    }

    /** Reads {@code 1}, {@code 0.5} or {@code 1/2}. */
    public static EncoderSize parse(String text) {
        return new EncoderSize(Fraction.parse(text));
    }

    @Override
    public int compareTo(EncoderSize other) {
        return share.compareTo(other.share);
    }

    @Override
    public String toString() {
        return share.toString();
    }
}
