package app.tandem.cli;

import app.tandem.run.WorkerRehearsal;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * What the launcher runs once after a build: it touches the classes that a start needs, while the JVM writes them into an
 * archive (AppCDS), and has the engine unpack its native libraries into the cache.
 */
@Command(name = "prepare", hidden = true, description = "Runs once after a build.")
final class PrepareCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "KIND", description = "command or worker")
    private String kind = "command";

    PrepareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (kind.equals("worker")) {
            EngineSetup.apply(console);
            WorkerRehearsal.perform();
        } else {
            Console quiet = new Console(silent(), silent(), console.folder(), console.cache(), 0, false);
            for (String command : List.of("--help", "--version", "suggest --help", "train --help")) {
                Cli.run(quiet, command.split(" ", -1));
            }
        }
        return ExitCode.OK;
    }

    private static PrintWriter silent() {
        return new PrintWriter(Writer.nullWriter());
    }
}
