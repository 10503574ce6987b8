package app.tandem.cli;

import app.tandem.Tandem;
import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.data.Samples;
import app.tandem.run.CacheFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command in a process of its own, as a person starts it in a terminal. */
final class TandemProcess {

    private final Process process;
    private final Path out;
    private final List<String> told = new ArrayList<>();

    private TandemProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** @param folder where it runs */
    static TandemProcess start(Path folder, String... arguments) {
        return start(Tandem.class, folder, arguments);
    }

    /** @param main what starts the command instead */
    static TandemProcess start(Class<?> main, Path folder, String... arguments) {
        return start(List.of(), main, folder, arguments);
    }

    /** @param prefix a command that runs it, with other rights for example */
    static TandemProcess start(List<String> prefix, Class<?> main, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        if (System.getProperty("os.name", "").startsWith("Linux")) {
            // Whoever started the tests in the background made their processes deaf to Ctrl-C.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-D" + Samples.HOME + "=" + Path.of("").toAbsolutePath(),
                "-Dtandem.cache=" + CacheFolder.ofThisProcess(),
                "-Djava.awt.headless=true",
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .start();
            process.getOutputStream().close();
            return new TandemProcess(process, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ended run(Path folder, String... arguments) {
        return start(folder, arguments).end();
    }

    long pid() {
        return process.pid();
    }

    /** Reads what it tells the person until a line holds this, or it ends. */
    TandemProcess await(String words) {
        String line = "";
        while (line != null && !line.contains(words)) {
            line = nextLine();
        }
        return this;
    }

    /** Presses Ctrl-C. */
    TandemProcess interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end. */
    Ended end() {
        while (nextLine() != null) {
            // What it tells is kept.
        }
        try {
            int code = process.waitFor();
            return new Ended(code, Files.readString(out), String.join("\n", told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private @org.jspecify.annotations.Nullable String nextLine() {
        try {
            String line = reader().readLine();
            if (line != null) {
                told.add(line);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader reader() {
        return process.errorReader(StandardCharsets.UTF_8);
    }
}
