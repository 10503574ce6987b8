package app.tandem.workbench.common;

import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;

/** How an encoder's size is read: 1, ½, ⅓ … where there is a sign for it. */
public final class EncoderWords {

    private EncoderWords() {}

    public static String of(EncoderSize encoder) {
        Fraction share = encoder.share();
        if (share.numerator() == 1 && share.denominator() >= 2 && share.denominator() <= 5) {
            return switch ((int) share.denominator()) {
                case 2 -> "½";
                case 3 -> "⅓";
                case 4 -> "¼";
                default -> "⅕";
            };
        }
        return share.toString();
    }
}
