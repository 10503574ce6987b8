package wrong.tandem.run;

import ai.djl.Device;
import java.sql.Types;
import javafx.geometry.Insets;

/** Has a vague name and mutable state, starts a thread, and knows the engine, the database and the window. */
public final class WrongRunManager {

    public static int runs;

    private WrongRunManager() {}

    public static Thread start() {
        return new Thread(() -> runs++);
    }

    public static String know(Types types) {
        return Device.cpu() + "" + Insets.EMPTY + types;
    }
}
