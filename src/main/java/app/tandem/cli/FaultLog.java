package app.tandem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Keeps the details of Tandem's own faults in a file, so that the person sees one line with a code to search for. */
final class FaultLog {

    private FaultLog() {}

    /** Writes the fault down and returns the line for the person. */
    static String record(Path cache, Throwable fault) {
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
            return "This is a fault of Tandem (" + code
                    + "). Nothing was lost that was saved before; the details are in " + log + ".";
        } catch (IOException e) {
            return "This is a fault of Tandem (" + code + "), and its details could not be written to " + log + ": "
                    + e;
        }
    }

    /** The same fault at the same place has the same code: the kind and the deepest line of Tandem's own. */
    static String code(Throwable fault) {
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
                + Integer.toString(Math.floorMod(hash, 36 * 36 * 36 * 36), 36).toUpperCase(java.util.Locale.ROOT);
    }
}
