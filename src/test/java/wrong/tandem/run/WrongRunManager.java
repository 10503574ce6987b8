package wrong.tandem.run;

import ai.djl.Device;
import java.sql.Types;
import javafx.geometry.Insets;
import wrong.tandem.store.WrongStore;

/** Has a vague name and mutable state, starts a thread, and knows a later package, the engine, the database and the window. */
public final class WrongRunManager {

    public static int runs;

    private WrongRunManager() {}

    public static Thread start() {
        return new Thread(() -> runs++);
    }

    public static String show() {
        return know(null) + WrongStore.show();
    }

    public static String know(Types types) {
        return Device.cpu() + "" + Insets.EMPTY + types;
    }
}
