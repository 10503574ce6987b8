package app.tandem.workbench.losses;

import java.util.OptionalDouble;

/**
 * The diverging scale of gains: blue better, orange worse, white at zero. The steps are style classes, so that each theme
 * gives them its own colours.
 */
public final class GainColor {

    /** The gains at which the next darker step begins. */
    private static final double[] BOUNDS = {0.002, 0.02, 0.05, 0.10, 0.16, 0.24};

    /** Steps on each side of zero. */
    public static final int STEPS = BOUNDS.length;

    private GainColor() {}

    /** The style class of a gain such as 0.04, better by 4 %; empty where it has no colour. */
    public static String styleClass(OptionalDouble gain) {
        if (gain.isEmpty()) {
            return "";
        }
        double size = Math.abs(gain.getAsDouble());
        int step = 0;
        while (step < STEPS && size >= BOUNDS[step]) {
            step++;
        }
        return step == 0 ? "" : (gain.getAsDouble() > 0 ? "better-" : "worse-") + step;
    }
}
