package app.tandem.report;

import java.awt.Color;

/**
 * Colours for values around zero: blue above, orange below, the ground at zero, both sides equally steep. Blue and orange stay
 * apart for the colour-blind, also where the third kind of cone is missing.
 *
 * @param limit the size at which a colour is full; above 0
 * @param ground the colour of zero
 */
record DivergingScale(double limit, Color ground) {

    static final Color ABOVE = new Color(0x0B5394);
    static final Color BELOW = new Color(0xB45309);

    DivergingScale {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("a scale reaches beyond zero, not to " + limit);
        }
    }

    /** The smallest round limit that holds all values. */
    static DivergingScale of(double largest, Color ground) {
        if (!(largest > 0)) {
            return new DivergingScale(1, ground);
        }
        double power = Math.pow(10, Math.floor(Math.log10(largest)));
        for (double factor : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
            if (factor * power >= largest * (1 - 1e-9)) {
                return new DivergingScale(factor * power, ground);
            }
        }
        return new DivergingScale(10 * power, ground);
    }

    Color at(double value) {
        double share = Math.min(1, Math.abs(value) / limit);
        return TaskColours.mix(value < 0 ? BELOW : ABOVE, ground, share);
    }
}
