package app.tandem.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How long the window takes from the launcher to its first frame: the launcher is started again and again as a user starts
 * it, until the window says in its log that it is drawn.
 *
 * <p>Argument: starts (default 7). The first is not counted: it finds the files on the disk.
 */
public final class WindowStart {

    private static final String LOGGING =
            """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=FINE
            app.tandem.workbench.level=FINE
            """;

    private WindowStart() {}

    /** Runs the benchmark and prints its figures. */
    public static void main(String[] arguments) throws IOException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        Path folder = Files.createTempDirectory("tandem-start");
        try {
            Files.writeString(folder.resolve("logging.properties"), LOGGING);
            start(folder);
            long[] millis = new long[starts];
            for (int i = 0; i < starts; i++) {
                millis[i] = start(folder).toMillis();
            }
            Arrays.sort(millis);
            System.out.printf(
                    "launcher to first frame, %d starts: median %.2f s, %.2f to %.2f s%n",
                    starts, millis[starts / 2] / 1e3, millis[0] / 1e3, millis[starts - 1] / 1e3);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Duration start(Path folder) {
        Path launcher = Path.of(System.getProperty("tandem.home"), "tandem");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "workbench").redirectErrorStream(true);
        builder.environment()
                .put("JAVA_TOOL_OPTIONS", "-Djava.util.logging.config.file=" + folder.resolve("logging.properties"));
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            try (BufferedReader lines = process.inputReader()) {
                StringBuilder said = new StringBuilder();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (line.contains("first frame")) {
                        return Duration.ofNanos(System.nanoTime() - begun);
                    }
                }
                throw new IllegalStateException("the window ended before it was drawn:\n" + said);
            } finally {
                process.destroy();
                process.onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
