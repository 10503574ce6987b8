package app.tandem.run;

import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Starts a worker: {@code [--attached] [--device D] FOLDER}. */
public final class WorkerMain {

    /** Ends with its parent: standard input carries commands, and its end means that the parent is gone. */
    static final String ATTACHED = "--attached";

    static final String DEVICE = "--device";

    private WorkerMain() {}

    /** Trains the run in the given folder and ends the process with one of {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new EngineTraining()));
    }

    /** As the command {@code tandem worker}; the answer is one of {@link ExitCode}. */
    public static int run(List<String> arguments) {
        return run(arguments, new EngineTraining());
    }

    static int run(List<String> arguments, Training training) {
        boolean attached = false;
        Optional<Device> device = Optional.empty();
        Optional<Path> folder = Optional.empty();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals(ATTACHED)) {
                    attached = true;
                } else if (argument.equals(DEVICE) && i + 1 < arguments.size()) {
                    device = Optional.of(Device.parse(arguments.get(++i)));
                } else {
                    folder = Optional.of(WorkerProcess.requireFolder(argument));
                }
            }
        } catch (UserException e) {
            System.err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        if (folder.isEmpty()) {
            System.err.println("Name the folder of a run: [--attached] [--device D] FOLDER");
            return ExitCode.USAGE;
        }
        return new WorkerProcess(new RunFolder(folder.get()), device, attached, training, DaemonThreads.named("worker"))
                .run();
    }
}
