package app.tandem.cli;

import app.tandem.owner.GuidedGoal;
import app.tandem.owner.StudyHolder;
import app.tandem.owner.StudyOwner;
import app.tandem.study.Budget;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem train}: trains what a study lacks. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train every network of a study that has no result yet. Stopped and started again, it goes on.")
final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(names = "--retry", description = "Forget the runs that diverged, and train them anew from the start.")
    private boolean retry;

    @Option(
            names = "--guided",
            description = "Train only what could improve the best grouping at a budget, one choice after the other, and"
                    + " stop by itself. It prints what it knows after each choice, and at last the grouping.")
    private boolean guided;

    @Option(
            names = "--budget",
            paramLabel = "B",
            description =
                    "With --guided: the most that the grouping may cost, in SNT; the study's budget if not given.")
    private @Nullable String budget;

    @Option(
            names = "--setting",
            paramLabel = "S",
            description = "With --guided: which setting, where there are several.")
    private @Nullable String setting;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With --guided: the only seed to train, 0, 1, …; every seed if not given.")
    private @Nullable Integer seed;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireGuided();
        Path file = StudyPath.existing(console, study);
        try (Machine machine = new Machine(console, device.parse());
                StudyOwner owner = machine.open(file)) {
            owner.workFor(StudyHolder.Work.TRAINING);
            if (retry) {
                owner.forgetDiverged();
            }
            return guided
                    ? new GuidedSession(console, owner, goal(owner.study()), "tandem train " + study).train()
                    : new TrainingSession(console, owner, "tandem train " + study).train();
        }
    }

    private void requireGuided() {
        if (!guided && (budget != null || setting != null || seed != null)) {
            throw new UserException(
                    "--budget, --setting and --seed say what a guided training looks for",
                    "",
                    "Add --guided, or leave them out");
        }
    }

    private GuidedGoal goal(Study design) {
        OptionalInt one = seed == null ? OptionalInt.empty() : OptionalInt.of(seed);
        Budget most = budget == null ? design.budget() : Budget.parse(budget);
        return new GuidedGoal(SettingChoice.of(design, setting, study).name(), most, one);
    }
}
