package wrong.tandem.owner;

import wrong.tandem.workbench.WrongPage;

/** Knows a later package. */
public final class WrongOwner {

    private WrongOwner() {}

    public static String show() {
        return WrongPage.show();
    }
}
