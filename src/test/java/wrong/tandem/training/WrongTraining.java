package wrong.tandem.training;

import wrong.tandem.run.WrongRunManager;

/** Knows a later package. */
public final class WrongTraining {

    private WrongTraining() {}

    public static String show() {
        return WrongRunManager.show();
    }
}
