package app.tandem.cli;

import app.tandem.run.Device;
import app.tandem.run.WorkerChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command trains, and how much at a time. */
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "auto",
            description = "auto (every GPU, else the CPU cores), cpu or cuda:N.")
    @SuppressWarnings("NullAway.Init")
    private String device;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "At most so many runs at a time; one for each GPU or core if not given.")
    private @Nullable String workers;

    /** Whether anything was said. */
    boolean isGiven() {
        return workers != null || !device.equals("auto");
    }

    /** @throws app.tandem.study.UserException if there is no such device or number */
    WorkerChoice parse() {
        return new WorkerChoice(Device.parse(device), WorkerChoice.parseWorkers(workers == null ? "" : workers));
    }
}
