package app.tandem.cli;

import app.tandem.owner.StudyReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tandem status}: how far a study's training is, also while another process trains it. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Print how many runs of a study have ended, and where the others stand; also while it is trained.")
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (StudyReader reader = StudyReader.open(StudyPath.existing(console, study), console.cache())) {
            StatusText.of(reader).forEach(console.out()::println);
        }
        return ExitCode.OK;
    }
}
