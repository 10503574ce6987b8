package app.tandem.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Runs commands in this process and keeps what they print. */
final class CommandLineRunner {

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    private final Path folder;
    private final Path cache;

    /** @param folder where the commands run; the cache is in it too */
    CommandLineRunner(Path folder) {
        this(folder, folder.resolve("cache"));
    }

    /** @param cache where the engine is unpacked, if it is needed */
    CommandLineRunner(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), folder, cache, 0, false);
        int code = Cli.run(console, arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
