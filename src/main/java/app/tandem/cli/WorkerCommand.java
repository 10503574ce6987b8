package app.tandem.cli;

import app.tandem.run.WorkerMain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem worker}: trains one run, as the queue does, or a cluster. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description =
                "Train the one run whose folder holds a job.json. Its exit codes are its own: 0 ended (result.json"
                        + " says how), 10 stopped, to go on from its last epoch, 64 to 75 could not run.")
final class WorkerCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "The run's folder.")
    @SuppressWarnings("NullAway.Init")
    private String folder;

    @Option(names = "--device", paramLabel = "D", description = "cpu or cuda:N; the job's own if not given.")
    private @Nullable String device;

    @Option(names = "--attached", description = "End with the process that started this one.")
    private boolean attached;

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>();
        if (attached) {
            arguments.add("--attached");
        }
        if (device != null) {
            arguments.addAll(List.of("--device", device));
        }
        arguments.add(folder);
        return WorkerMain.run(arguments);
    }
}
