package app.tandem.cli;

import app.tandem.data.RoomsGenerator;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem generate}: makes more images of a sample. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Render rooms with all their labels, in Taskonomy's layout. The same seed gives the same images.")
final class GenerateCommand implements Callable<Integer> {

    /** What can be generated. */
    enum Kind {
        ROOMS
    }

    private final Console console;

    @Parameters(paramLabel = "rooms", description = "What to make: rooms.")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private Kind kind;

    @Option(
            names = "--count",
            defaultValue = "600",
            paramLabel = "N",
            description = "How many images; 600 if not given.")
    private int count;

    @Option(
            names = "--size",
            defaultValue = "64",
            paramLabel = "S",
            description = "Their side in pixels; 64 if not given.")
    private int size;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "K", description = "Other rooms for another seed.")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "A new or empty folder.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path folder = console.resolve(output);
        new RoomsGenerator(seed, size).write(folder, count, ProgressLine.counting(console, "rendering rooms"));
        console.out().println(folder);
        return ExitCode.OK;
    }
}
