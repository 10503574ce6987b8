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

    /** The step of a gain such as 0.04, better by 4 %: above 0 where it is better; 0 where it has no colour. */
    static int step(OptionalDouble gain) {
        if (gain.isEmpty()) {
            return 0;
        }
        double size = Math.abs(gain.getAsDouble());
        int step = 0;
        while (step < STEPS && size >= BOUNDS[step]) {
            step++;
        }
        return gain.getAsDouble() > 0 ? step : -step;
    }

    /** The style class of a step. */
    static String styleClass(int step) {
        return step == 0 ? "zero" : step > 0 ? "better-" + step : "worse-" + -step;
    }

    /** The style class of a gain; empty where it has no colour. */
    public static String styleClass(OptionalDouble gain) {
        int step = step(gain);
        return step == 0 ? "" : styleClass(step);
    }
}
