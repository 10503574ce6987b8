package app.tandem.cli;

import app.tandem.data.Samples;
import app.tandem.owner.ImportedLosses;
import app.tandem.store.StudyFile;
import app.tandem.study.DatasetReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem import}: makes a study of losses that were measured elsewhere. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Make a study of losses that were measured elsewhere, to be looked at and reported: a CSV file with"
                        + " setting,tasks,encoder,split,task,loss[,seed], or a sample (standley2020,"
                        + " rooms-settings).")
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "LOSSES.csv", description = "The file of losses, or the name of a sample.")
    @SuppressWarnings("NullAway.Init")
    private String losses;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "NAME.tandem",
            description = "The file to make.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--name", paramLabel = "NAME", description = "The study's name, if not the file's.")
    private @Nullable String name;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = StudyPath.toMake(console, output);
        StudyFile.requireFree(file);
        ImportedLosses imported = imported();
        StudyFile.create(file, imported.study(), imported.results()).close();
        console.out().println(file);
        console.say("Tasks: " + String.join(", ", imported.study().taskIds()));
        console.say(
                StudySummary.of(imported.study()) + ", " + imported.results().size() + " runs. Look at it with:"
                        + " tandem losses " + output + ", or tandem workbench " + output);
        return ExitCode.OK;
    }

    private ImportedLosses imported() {
        Path path = console.resolve(Path.of(losses));
        Optional<DatasetReference> sample = Files.exists(path)
                ? Optional.empty()
                : Samples.lossTables().stream()
                        .filter(each -> each.sampleName().equals(losses))
                        .findFirst();
        DatasetReference reference = sample.orElseGet(() -> ImportedLosses.reference(path));
        return ImportedLosses.read(reference, name == null ? ImportedLosses.nameOf(reference) : name);
    }
}
