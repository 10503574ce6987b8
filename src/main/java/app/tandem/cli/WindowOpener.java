package app.tandem.cli;

import app.tandem.data.Samples;
import app.tandem.owner.ImportedLosses;
import app.tandem.owner.NewStudy;
import app.tandem.owner.StudyHeldException;
import app.tandem.owner.StudyHolder;
import app.tandem.owner.StudyOwner;
import app.tandem.owner.StudyReader;
import app.tandem.owner.StudyUnwritableException;
import app.tandem.run.DaemonThreads;
import app.tandem.run.WorkerChoice;
import app.tandem.study.Blocking;
import app.tandem.study.DatasetReference;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.workbench.OwnedStudy;
import app.tandem.workbench.ReadOnlyStudy;
import app.tandem.workbench.WindowChoicesFile;
import app.tandem.workbench.Workbench;
import app.tandem.workbench.WorkbenchContext;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens the window, and studies for it. */
final class WindowOpener implements StudyOpener, AutoCloseable {

    /** Held, since the logging framework forgets the level of a logger that nobody holds. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final Console console;
    private final Machine machine;
    private final Path sampleFolder;
    private final ExecutorService background = Executors.newCachedThreadPool(DaemonThreads.named("window"));

    /** @param sampleFolder where the studies of samples are kept */
    WindowOpener(Console console, Machine machine, Path sampleFolder) {
        this.console = console;
        this.machine = machine;
        this.sampleFolder = sampleFolder;
        // JavaFX warns that it was started from the class path, which is on purpose.
        JAVAFX.setLevel(Level.SEVERE);
    }

    /** With the workers that were given, or else those that were chosen in the window. */
    static Machine machine(Console console, DeviceOption given) {
        if (given.isGiven()) {
            return Machine.ofChanging(console, given.parse());
        }
        try {
            WorkerChoice kept =
                    new WindowChoicesFile(choices()).load(Locale.getDefault()).workers();
            return Machine.ofChanging(console, kept);
        } catch (UserException e) {
            console.say("tandem: " + e.what() + ", as was chosen in the window; as many workers as fit are used");
            return Machine.ofChanging(console, WorkerChoice.AUTO);
        }
    }

    /**
     * Shows the window until it is closed.
     *
     * @param file the study to open, if any
     * @return the study that is to train on without it, if any
     */
    Optional<StudyOwner> show(Optional<Path> file) {
        return launch(file, Optional.empty());
    }

    /**
     * The same with a study that is open already.
     *
     * @param release closes it when the window lets go of it
     */
    Optional<StudyOwner> show(StudyOwner owner, Runnable release) {
        return launch(Optional.empty(), Optional.of(session(owner, release)));
    }

    /**
     * Goes through the pages of a study where nobody sees it.
     *
     * @param choices where the window remembers what it does
     */
    void rehearse(Path file, Path choices) {
        Workbench.rehearse(context(Optional.of(file), Optional.empty(), choices));
    }

    private Optional<StudyOwner> launch(Optional<Path> file, Optional<StudySession> session) {
        return Workbench.launch(context(file, session, choices())).map(still -> ((OwnedStudy) still).owner());
    }

    private WorkbenchContext context(Optional<Path> file, Optional<StudySession> session, Path choices) {
        return new WorkbenchContext(
                this, file, session, background, choices, console.cache(), this::openFolder, machine.workers());
    }

    private StudySession session(StudyOwner owner, Runnable release) {
        owner.workFor(StudyHolder.Work.WINDOW);
        return new OwnedStudy(owner, background, release);
    }

    /** Runs something beside the window; what goes wrong is told. */
    void later(Runnable work) {
        background.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                Cli.tell(console, e);
            }
        });
    }

    @Override
    public StudySession open(Path file) {
        return openOrRead(file, () -> machine.open(file));
    }

    /** What another Tandem works on, or where nothing may be written, is opened to be read. */
    private StudySession openOrRead(Path file, Supplier<StudyOwner> open) {
        try {
            StudyOwner owner = open.get();
            return session(owner, owner::close);
        } catch (StudyHeldException held) {
            if (held.holder().filter(StudyHolder::isThisProcess).isPresent()) {
                throw held;
            }
            return reading(file, ReadOnly.heldBy(held.holder()));
        } catch (StudyUnwritableException unwritable) {
            if (!Files.exists(file)) {
                throw unwritable;
            }
            return reading(file, ReadOnly.UNWRITABLE);
        }
    }

    private StudySession reading(Path file, ReadOnly why) {
        return new ReadOnlyStudy(StudyReader.open(file, console.cache()), background, why);
    }

    @Override
    public StudySession create(Path file, Study design) {
        StudyOwner owner = machine.create(file, design);
        return session(owner, owner::close);
    }

    @Override
    public StudySession openLosses(Path file) {
        return openLosses(file.resolveSibling(""), ImportedLosses.reference(file));
    }

    private StudySession openLosses(Path folder, DatasetReference losses) {
        LossStudies.Place place = LossStudies.place(folder, losses);
        return openOrRead(place.file(), () -> place.own(machine));
    }

    @Override
    public StudySession openSample(Sample sample) {
        return switch (sample) {
            case ROOMS -> openSample(Samples.rooms());
            case FASHION -> openSample(Samples.fashion());
            case STANDLEY2020 -> openLosses(sampleFolder, Samples.standley2020());
            case ROOMS_SETTINGS -> openLosses(sampleFolder, Samples.roomsSettings());
        };
    }

    @Override
    public Set<Sample> begunSamples() {
        assert Blocking.isAllowedHere() : "files are looked for on the window's thread";
        Set<Sample> begun = EnumSet.allOf(Sample.class);
        begun.removeIf(sample -> !Files.exists(sampleFile(nameOf(sample))));
        return begun;
    }

    private static String nameOf(Sample sample) {
        return switch (sample) {
            case ROOMS -> Samples.rooms().name();
            case FASHION -> Samples.fashion().name();
            case STANDLEY2020 -> ImportedLosses.nameOf(Samples.standley2020());
            case ROOMS_SETTINGS -> ImportedLosses.nameOf(Samples.roomsSettings());
        };
    }

    private Path sampleFile(String name) {
        return sampleFolder.resolve(name + ".tandem");
    }

    private StudySession openSample(Samples.Sample sample) {
        Path file = sampleFile(sample.name());
        return openOrRead(file, () -> openOrMake(machine, NewStudy.of(sample), file));
    }

    /** A sample's study, made where it does not exist yet. */
    static StudyOwner openOrMake(Machine machine, Study design, Path file) {
        return Files.exists(file) ? machine.open(file) : machine.create(file, design);
    }

    private static Path choices() {
        String given = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = given.isBlank() ? Path.of(System.getProperty("user.home", "."), ".config") : Path.of(given);
        return folder.resolve("tandem").resolve("window.properties");
    }

    private void openFolder(Path folder) {
        assert Blocking.isAllowedHere() : "a process is started on the window's thread";
        String system = System.getProperty("os.name", "");
        String browser = system.startsWith("Windows") ? "explorer" : system.startsWith("Mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(List.of(browser, folder.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            console.say("tandem: " + browser + " could not show " + folder);
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for what still runs beside the window. */
    void finish() {
        background.shutdown();
        try {
            if (!background.awaitTermination(1, TimeUnit.MINUTES)) {
                console.say("tandem: something of the window's is still at work and is left behind");
            }
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }

    @Override
    public void close() {
        background.shutdown();
    }
}
