package app.tandem.workbench.common;

import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.List;

/** What stands behind the fold of an error: the technical reasons, for whoever is asked about it. Never a stack trace. */
public final class FaultDetails {

    private static final int MOST_CAUSES = 8;

    private FaultDetails() {}

    /** What lies behind an error that was already told, one line for each cause; empty where there is nothing more. */
    public static List<String> of(Throwable fault) {
        List<String> lines = new ArrayList<>();
        Throwable cause = fault;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (!(cause instanceof UserException)) {
                String message = cause.getMessage();
                lines.add(cause.getClass().getSimpleName() + (message == null ? "" : ": " + message));
            }
            cause = cause.getCause();
        }
        return lines;
    }

    /** Which programs it happened in. */
    public static String machine() {
        return "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version");
    }
}
