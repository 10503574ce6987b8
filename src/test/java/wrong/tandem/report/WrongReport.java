package wrong.tandem.report;

import wrong.tandem.owner.WrongOwner;

/** Knows a later package. */
public final class WrongReport {

    private WrongReport() {}

    public static String show() {
        return WrongOwner.show();
    }
}
