package app.tandem.cli;

import app.tandem.data.Samples;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.RunnerUps;
import app.tandem.grouping.Selection;
import app.tandem.owner.StudyListener;
import app.tandem.owner.StudyOwner;
import app.tandem.owner.StudyResults;
import app.tandem.report.TextTable;
import app.tandem.report.Words;
import app.tandem.run.Device;
import app.tandem.study.Budget;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            description = "rooms (rendered scenes) or fashion (photographs); rooms if not given.")
    @SuppressWarnings("NullAway.Init")
    private String sample;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where the study and the report are kept; tandem-demo if not given.")
    private @Nullable Path output;

    @Option(names = "--no-window", description = "Open no window, though there is a display.")
    private boolean noWindow;

    @Option(names = "--device", paramLabel = "D", defaultValue = "auto", description = "auto, cpu or cuda:N.")
    @SuppressWarnings("NullAway.Init")
    private String device;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Samples.Sample chosen = Samples.named(sample);
        Path folder = console.resolve(output == null ? FOLDER : output);
        Path file = folder.resolve(chosen.name() + ".tandem");
        try (Machine machine = new Machine(console, Device.parse(device));
                StudyOwner owner = WindowOpener.openOrMake(machine, chosen, file)) {
            console.say("Study: " + file);
            TrainingSession session = new TrainingSession(console, owner, again());
            if (console.display() && !noWindow) {
                return inWindow(machine, owner, session, folder);
            }
            int trained = session.train();
            conclude(owner, folder);
            return trained;
        }
    }

    /** Trains while the window shows it; the results are printed as soon as all is trained. */
    private int inWindow(Machine machine, StudyOwner owner, TrainingSession session, Path folder) {
        AtomicBoolean concluded = new AtomicBoolean();
        Runnable conclusion = () -> {
            if (!owner.isClosed() && owner.plan().missing().isEmpty() && concluded.compareAndSet(false, true)) {
                conclude(owner, folder);
            }
        };
        try (WindowOpener opener = new WindowOpener(console, machine, folder)) {
            StudyListener listener = new StudyListener() {
                @Override
                public void idle() {
                    opener.later(conclusion);
                }
            };
            owner.addListener(listener);
            int trained = session.train(() -> {
                opener.later(conclusion);
                if (trainsOnAfterTheWindow(opener, owner)) {
                    owner.queue().awaitIdle();
                    opener.later(conclusion);
                }
            });
            opener.finish();
            if (!concluded.get()) {
                console.say("Not every network is trained yet. Go on with: " + again());
            }
            return trained;
        }
    }

    /** Shows the window until it is closed; where it cannot be shown, the demo says so and does without. */
    private boolean trainsOnAfterTheWindow(WindowOpener opener, StudyOwner owner) {
        try {
            return opener.show(Optional.empty(), Optional.of(opener.session(owner)))
                    .isPresent();
        } catch (UserException e) {
            console.say("tandem: " + e.getMessage() + " The demo goes on without a window.");
            return true;
        }
    }

    private String again() {
        return "tandem demo " + sample + (output == null ? "" : " -o " + output);
    }

    private void conclude(StudyOwner owner, Path folder) {
        Path file = owner.path();
        Study study = owner.study();
        Budget budget = study.budget();
        String setting = study.settings().get(0).name();
        owner.suggest(setting, budget);
        StudyResults results =
                StudyResults.read(file, setting, console.cache(), ProgressLine.counting(console, "decoding images"));
        console.out()
                .println(TextTable.format(
                        results.table(results.reported(), Words.ENGLISH).table()));
        Frontier frontier = results.frontier();
        Optional<Selection> best = frontier.at(budget);
        if (best.isPresent()) {
            List<Selection> next = RunnerUps.at(results.losses(), budget, StudyOwner.RUNNER_UPS);
            console.out().print(GroupingText.best(results.losses(), results.names(), budget, best.get(), next));
        } else {
            SuggestCommand.infeasible(console, frontier, budget);
        }
        console.out().flush();
        Path report = folder.resolve(sample + "-report");
        results.report(budget, Words.ENGLISH).write(report);
        console.say("Study:  " + file);
        console.say("Report: " + report);
    }
}
