package app.tandem.cli;

import app.tandem.run.CacheFolder;
import app.tandem.workbench.Workbench;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a command runs: results go to {@code out}, everything else to {@code err}.
 *
 * @param folder against which relative paths are read
 * @param cache where everything that can be made again is kept
 * @param columns the width of the terminal on which a person watches {@code err}; 0 where there is none
 * @param display whether a window can be opened
 */
public record Console(PrintWriter out, PrintWriter err, Path folder, Path cache, int columns, boolean display) {

    /** The console of this process. Text is UTF-8 whatever the locale; the launcher knows whether it is a terminal. */
    public static Console system() {
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                CacheFolder.ofThisProcess(),
                Integer.getInteger("tandem.columns", 0),
                Workbench.displayAvailable());
    }

    /** Whether a person watches, so that a progress line may rewrite itself. */
    public boolean terminal() {
        return columns > 0;
    }

    /** A path given on the command line, absolute. */
    public Path resolve(Path path) {
        return folder.resolve(path).normalize();
    }

    /** One line to the person at the console, which is no result. */
    public void say(String line) {
        err.println(line);
        err.flush();
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
