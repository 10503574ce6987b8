package app.tandem.cli;

import app.tandem.data.Samples;
import app.tandem.owner.NewStudy;
import app.tandem.owner.StudyListener;
import app.tandem.owner.StudyOwner;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem demo}: everything at once on a sample, from images to the best grouping. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Train the classic pool of 36 networks for five tasks on a sample, and print the best grouping."
                + " Stopped and started again, it goes on; started once more after the end, it retrains nothing.")
final class DemoCommand implements Callable<Integer> {

    /** Where the studies of samples are kept, unless another place is named. */
    static final Path FOLDER = Path.of("tandem-demo");

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "SAMPLE",
            defaultValue = "rooms",
            description =
                    "rooms (rendered scenes), fashion (photographs), or rooms-settings (the rooms in three settings with"
                            + " three seeds, which takes hours); rooms if not given.")
    @SuppressWarnings("NullAway.Init")
    private String sample;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where the study and the report are kept; tandem-demo if not given.")
    private @Nullable Path output;

    @Option(names = "--no-window", description = "Open no window, though there is a display.")
    private boolean noWindow;

    @Mixin
    private DeviceOption device = new DeviceOption();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Study design = design();
        Path folder = console.resolve(output == null ? FOLDER : output);
        Path file = folder.resolve(design.name() + ".tandem");
        try (Machine machine = WindowOpener.machine(console, device);
                StudyOwner owner = WindowOpener.openOrMake(machine, design, file)) {
            console.say("Study: " + file);
            TrainingSession session = new TrainingSession(console, owner, again());
            DemoConclusion conclusion = new DemoConclusion(console, owner, folder.resolve(design.name() + "-report"));
            if (console.display() && !noWindow) {
                return inWindow(machine, owner, session, conclusion);
            }
            int trained = session.train();
            conclusion.draw();
            return trained;
        }
    }

    private Study design() {
        return sample.equals(NewStudy.ROOMS_SETTINGS)
                ? NewStudy.roomsInThreeSettings()
                : NewStudy.of(Samples.named(sample));
    }

    /** Trains while the window shows it; the results are printed as soon as all is trained. */
    private int inWindow(Machine machine, StudyOwner owner, TrainingSession session, DemoConclusion conclusion) {
        Path samples = owner.path().resolveSibling("");
        List<StudyOwner> others = new ArrayList<>();
        try (WindowOpener opener = new WindowOpener(console, machine, samples)) {
            owner.addListener(new StudyListener() {
                @Override
                public void idle() {
                    opener.later(conclusion::drawIfTrained);
                }
            });
            int trained = session.train(() -> {
                opener.later(conclusion::drawIfTrained);
                Optional<StudyOwner> kept = shown(opener, owner, conclusion);
                if (kept.filter(owner::equals).isPresent()) {
                    KeptTraining.announce(console, owner);
                    owner.queue().awaitIdle();
                    opener.later(conclusion::drawIfTrained);
                } else {
                    kept.ifPresent(others::add);
                }
            });
            opener.finish();
            if (!conclusion.isDrawn()) {
                console.say("Not every network is trained yet. Go on with: " + again());
            }
            return others.isEmpty() ? trained : KeptTraining.finish(console, others.get(0));
        }
    }

    /**
     * Shows the window until it is closed; where it cannot be shown, the demo says so and does without.
     *
     * @return the study that is to train on: the demo's, or another that was opened in the window
     */
    private Optional<StudyOwner> shown(WindowOpener opener, StudyOwner owner, DemoConclusion conclusion) {
        try {
            return opener.show(owner, conclusion::closeStudy);
        } catch (UserException e) {
            console.say("tandem: " + e.getMessage() + " The demo goes on without a window.");
            return Optional.of(owner);
        }
    }

    private String again() {
        return "tandem demo " + sample + (output == null ? "" : " -o " + output);
    }
}
