package app.tandem.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem workbench}: the window. */
@Command(name = "workbench", mixinStandardHelpOptions = true, description = "Open the window.")
final class WorkbenchCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "STUDY", description = "The study to open.")
    private @Nullable Path study;

    @Mixin
    private DeviceOption device = new DeviceOption();

    WorkbenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Path> file = Optional.ofNullable(study).map(given -> StudyPath.existing(console, given));
        try (Machine machine = WindowOpener.machine(console, device);
                WindowOpener opener = new WindowOpener(console, machine, console.resolve(DemoCommand.FOLDER))) {
            return opener.show(file)
                    .map(kept -> KeptTraining.finish(console, kept))
                    .orElse(ExitCode.OK);
        }
    }
}
