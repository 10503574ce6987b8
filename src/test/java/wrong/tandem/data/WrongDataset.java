package wrong.tandem.data;

import wrong.tandem.training.WrongTraining;

/** Knows a later package. */
public final class WrongDataset {

    private WrongDataset() {}

    public static String show() {
        return WrongTraining.show();
    }
}
