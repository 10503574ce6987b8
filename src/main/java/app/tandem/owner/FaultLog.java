package app.tandem.owner;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Keeps the details of Tandem's own faults in a file, so that a person sees a code to search for, and no trace. */
public final class FaultLog {

    /**
     * A fault that was written down.
     *
     * @param code the same for the same fault at the same place
     * @param file where its details are
     * @param unwritten why they are not there; empty where they are
     */
    public record Entry(String code, Path file, Optional<IOException> unwritten) {}

    private FaultLog() {}

    /**
     * Writes a fault down with its trace, at the end of the file of faults.
     *
     * @param cache in which the file is
     */
    public static Entry record(Path cache, Throwable fault) {
        String code = code(fault);
        Path log = cache.resolve("faults.log");
        StringWriter text = new StringWriter();
        text.append(Instant.now().toString())
                .append(' ')
                .append(code)
                .append(" Java ")
                .append(System.getProperty("java.version"))
                .append('\n');
        fault.printStackTrace(new PrintWriter(text, true));
        text.append('\n');
        try {
            Files.createDirectories(cache);
            Files.writeString(
                    log, text.toString(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Entry(code, log, Optional.empty());
        } catch (IOException e) {
            return new Entry(code, log, Optional.of(e));
        }
    }

    /** The same fault at the same place has the same code: the kind and the deepest line of Tandem's own. */
    private static String code(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String place = "";
        for (StackTraceElement element : root.getStackTrace()) {
            if (element.getClassName().startsWith("app.tandem.")) {
                place = element.getClassName() + "." + element.getMethodName();
                break;
            }
        }
        int hash = (root.getClass().getName() + place).hashCode();
        return "T-"
                + Integer.toString(Math.floorMod(hash, 36 * 36 * 36 * 36), 36).toUpperCase(Locale.ROOT);
    }
}
