package app.tandem.cli;

import app.tandem.data.Samples;
import app.tandem.report.Figure;
import app.tandem.report.FigureExport;
import app.tandem.report.FigureSize;
import app.tandem.report.GroupingDiagram;
import app.tandem.study.UserException;
import app.tandem.training.Devices;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code tandem doctor}: what this machine offers. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what this machine offers: devices, engine, cache, fonts, display, samples.")
final class DoctorCommand implements Callable<Integer> {

    private final Console console;
    private int problems;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        line("java", () -> System.getProperty("java.version") + " in " + System.getProperty("java.home"));
        line(
                "system",
                () -> System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores");
        if (line("cache", this::cache)) {
            EngineSetup.apply(console);
            line("engine", Devices::engineVersion);
            line("devices", DoctorCommand::devices);
        } else {
            line("engine", () -> "not looked at: it is unpacked into the cache");
        }
        line("fonts", DoctorCommand::fonts);
        line("display", () -> console.display() ? "there is one" : "none; the commands need none");
        Samples.all()
                .forEach(sample -> line("sample " + sample.name(), () -> Samples.folder(sample.reference())
                        .toString()));
        return problems == 0 ? ExitCode.OK : ExitCode.INPUT;
    }

    /** One thing that is looked at; what goes wrong with it is told. Whether nothing did. */
    private boolean line(String what, Supplier<String> finding) {
        int before = problems;
        String found;
        try {
            found = finding.get();
        } catch (UserException e) {
            problems++;
            found = "PROBLEM: " + e.getMessage();
        } catch (RuntimeException | LinkageError e) {
            problems++;
            found = "PROBLEM: " + e + "; " + Cli.recorded(console, e);
        }
        console.out().println(String.format(Locale.ROOT, "%-15s %s", what, found));
        console.out().flush();
        return problems == before;
    }

    private String cache() {
        try {
            Files.createDirectories(console.cache());
            FileStore store = Files.getFileStore(console.cache());
            return String.format(Locale.ROOT, "%s, %.1f GB free", console.cache(), store.getUsableSpace() / 1e9);
        } catch (IOException e) {
            throw new UserException(
                    "The cache cannot be written (" + e.getMessage() + ")",
                    console.cache().toString(),
                    "Set TANDEM_CACHE to a folder that can",
                    e);
        }
    }

    private static String devices() {
        int gpus = Devices.gpuCount();
        return (gpus == 0 ? "" : gpus + " CUDA GPUs, ") + "CPU with up to "
                + Devices.workers("cpu").size() + " workers";
    }

    private static String fonts() {
        Figure figure = GroupingDiagram.none("fonts");
        byte[] picture = FigureExport.bytes(figure, FigureExport.Format.PNG, FigureSize.singleColumn(figure));
        return picture.length > 0 ? "figures can be drawn" : "figures cannot be drawn";
    }
}
