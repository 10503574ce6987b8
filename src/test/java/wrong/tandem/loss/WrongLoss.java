package wrong.tandem.loss;

import wrong.tandem.grouping.WrongGrouping;

/** Knows a later package. */
public final class WrongLoss {

    private WrongLoss() {}

    public static String show() {
        return WrongGrouping.show();
    }
}
