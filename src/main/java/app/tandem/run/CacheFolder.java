package app.tandem.run;

import java.nio.file.Path;
import java.util.Map;

/** Where Tandem keeps what it can make again: unpacked native libraries, decoded datasets. */
public final class CacheFolder {

    private CacheFolder() {}

    /**
     * The folder of this process: the system property {@code tandem.cache}, else the environment's {@code TANDEM_CACHE},
     * else {@code tandem} in the user's cache folder. It need not exist.
     */
    public static Path ofThisProcess() {
        return of(System.getProperty("tandem.cache", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path of(String property, String home, Map<String, String> environment) {
        String given = property.isBlank() ? environment.getOrDefault("TANDEM_CACHE", "") : property;
        if (!given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path parent = caches.isBlank() ? Path.of(home, ".cache") : Path.of(caches);
        return parent.resolve("tandem").toAbsolutePath();
    }
}
