package app.tandem.cli;

import app.tandem.data.DatasetCache;
import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.owner.ImportedLosses;
import app.tandem.owner.NewStudy;
import app.tandem.run.Device;
import app.tandem.run.Job;
import app.tandem.run.RunFolder;
import app.tandem.run.WorkerMain;
import app.tandem.store.StudyFile;
import app.tandem.study.DatasetReference;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * What the launcher runs once after a build: it touches the classes that a start needs, while the JVM writes them into an
 * archive (AppCDS), and has the engine unpack its native libraries into the cache.
 */
@Command(name = "prepare", hidden = true, description = "Runs once after a build.")
final class PrepareCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "KIND", description = "command, worker or window")
    private String kind = "command";

    PrepareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("tandem-prepare");
        try {
            return switch (kind) {
                case "worker" -> trainOnce(folder);
                case "window" -> showOnce(folder);
                default -> askOnce();
            };
        } finally {
            delete(folder);
        }
    }

    private int askOnce() {
        Console quiet = new Console(silent(), silent(), console.folder(), console.cache(), 0, false);
        for (String command : List.of("--help", "--version", "suggest --help", "train --help")) {
            Cli.run(quiet, command.split(" ", -1));
        }
        return ExitCode.OK;
    }

    /** Every page of the window, of losses that need no training. */
    private int showOnce(Path folder) {
        DatasetReference published = Samples.standley2020();
        Path file = folder.resolve("published.tandem");
        ImportedLosses losses = ImportedLosses.read(published, ImportedLosses.nameOf(published));
        StudyFile.create(file, losses.study(), losses.results()).close();
        try (Machine machine = new Machine(console, Device.CPU);
                WindowOpener opener = new WindowOpener(console, machine, folder)) {
            opener.rehearse(file, folder.resolve("window.properties"));
            opener.finish();
        }
        return ExitCode.OK;
    }

    /** A worker's whole life on a few small images: all tasks in one network, for one epoch. */
    private int trainOnce(Path folder) throws IOException {
        EngineSetup.apply(console);
        Path rooms = folder.resolve("rooms");
        new RoomsGenerator(1, 32).write(rooms, 12, Progress.NONE);
        Study study = NewStudy.ofFolder(rooms);
        Setting setting =
                SettingText.parse("once,epochs=1,batch=4", study.settings().get(0));
        DatasetCache cache = DatasetCache.prepare(
                study.dataset(), study.tasks(), setting.inputSize(), folder.resolve("cache"), Progress.NONE);
        Network all = study.networks().get(study.networks().size() - 1);
        RunFolder run = new RunFolder(folder.resolve("run"));
        run.prepare(Job.of(study, all, setting, 0, cache));
        return WorkerMain.run(List.of(run.path().toString()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static PrintWriter silent() {
        return new PrintWriter(Writer.nullWriter());
    }
}
