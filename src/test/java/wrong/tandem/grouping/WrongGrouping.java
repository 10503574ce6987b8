package wrong.tandem.grouping;

import wrong.tandem.data.WrongDataset;

/** Knows a later package. */
public final class WrongGrouping {

    private WrongGrouping() {}

    public static String show() {
        return WrongDataset.show();
    }
}
