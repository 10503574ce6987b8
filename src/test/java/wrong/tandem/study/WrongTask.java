package wrong.tandem.study;

import com.fasterxml.jackson.core.JsonFactory;
import wrong.tandem.workbench.WrongPage;

/** Knows a later package, and a library in the pure core. */
public final class WrongTask {

    private WrongTask() {}

    public static String show() {
        return WrongPage.show() + new JsonFactory().getFormatName();
    }
}
