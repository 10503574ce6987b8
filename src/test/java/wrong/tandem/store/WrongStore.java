package wrong.tandem.store;

import wrong.tandem.report.WrongReport;

/** Knows a later package. */
public final class WrongStore {

    private WrongStore() {}

    public static String show() {
        return WrongReport.show();
    }
}
