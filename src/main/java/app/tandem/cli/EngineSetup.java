package app.tandem.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What has to be said to the engine before this process first touches it. */
final class EngineSetup {

    private static final String CACHE = "DJL_CACHE_DIR";

    /** Kept, since the logging framework forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOGGERS = List.of(Logger.getLogger("ai.djl"));

    private EngineSetup() {}

    /** Its native libraries go into Tandem's cache, and its chatter nowhere. */
    static void apply(Console console) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
        if (System.getenv(CACHE) == null && System.getProperty(CACHE) == null) {
            System.setProperty(CACHE, console.cache().resolve("djl").toString());
        }
    }
}
