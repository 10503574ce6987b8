package app.tandem.cli;

import app.tandem.owner.StudyOwner;
import app.tandem.run.Device;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem train}: trains what a study lacks. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train every network of a study that has no result yet. Stopped and started again, it goes on.")
final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "auto",
            description = "auto (every GPU, else the CPU cores), cpu or cuda:N.")
    @SuppressWarnings("NullAway.Init")
    private String device;

    @Option(names = "--retry", description = "Forget the runs that diverged, and train them anew from the start.")
    private boolean retry;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = StudyPath.existing(console, study);
        try (Machine machine = new Machine(console, Device.parse(device));
                StudyOwner owner = machine.open(file)) {
            if (retry) {
                owner.forgetDiverged();
            }
            return new TrainingSession(console, owner, "tandem train " + study).train();
        }
    }
}
