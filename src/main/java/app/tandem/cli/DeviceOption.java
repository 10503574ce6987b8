package app.tandem.cli;

import app.tandem.run.Device;
import picocli.CommandLine.Option;

/** Where a command trains. */
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "auto",
            description = "auto (every GPU, else the CPU cores), cpu or cuda:N.")
    @SuppressWarnings("NullAway.Init")
    private String device;

    /** @throws app.tandem.study.UserException if there is no such device */
    Device parse() {
        return Device.parse(device);
    }
}
