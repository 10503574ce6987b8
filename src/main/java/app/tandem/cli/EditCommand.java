package app.tandem.cli;

import app.tandem.owner.DatasetLocation;
import app.tandem.owner.EditForecast;
import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyOwner;
import app.tandem.run.Device;
import app.tandem.run.RunKey;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tandem edit STUDY …}: every edit that the window knows, one sub-command each. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "EDIT",
        commandListHeading = "%nEdits:%n",
        description =
                "Change a study. What was measured is never lost: a network that comes back has its results again.")
final class EditCommand implements Callable<Integer> {

    /** How many of the waiting runs are printed. */
    private static final int NEXT = 5;

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private EditCommand(Console console) {
        this.console = console;
    }

    static CommandLine commandLine(Console console) {
        EditCommand edit = new EditCommand(console);
        CommandLine line = new CommandLine(edit);
        DesignEdits.all(edit).forEach(line::addSubcommand);
        NetworkEdits.all(edit).forEach(line::addSubcommand);
        GroupingEdits.all(edit).forEach(line::addSubcommand);
        line.addSubcommand(new OrderEdit(edit));
        StopEdits.all(edit).forEach(line::addSubcommand);
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Which edit? Give one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** Applies one edit, saves it, and prints what the study is now. */
    int apply(Function<Study, StudyEdit> edit) {
        return apply(edit, this::tellResults, after -> "");
    }

    /** As {@link #apply}, for an edit of the dataset: its content decides which results still count. */
    int applyToDataset(Function<Study, StudyEdit> edit) {
        return apply(edit, this::lookAtDataset, after -> "");
    }

    /** As {@link #apply}, and prints what {@code more} says of the study after the edit. */
    int applyAndPrint(Function<Study, StudyEdit> edit, Function<Study, String> more) {
        return apply(edit, (owner, before) -> {}, more);
    }

    private int apply(
            Function<Study, StudyEdit> edit, BiConsumer<StudyOwner, Study> then, Function<Study, String> more) {
        Path file = StudyPath.existing(console, study);
        try (Machine machine = new Machine(console, Device.CPU);
                StudyOwner owner = machine.open(file)) {
            List<RunPlan.Planned> waited = owner.plan().missing();
            Study before = owner.study();
            Study after = owner.edit(edit.apply(before));
            owner.unsavedEdits().ifPresent(unsaved -> {
                throw unsaved;
            });
            then.accept(owner, before);
            tellLeftOut(waited, after);
            int missing = owner.toTrain().notStopped(owner.plan().missing()).size();
            console.out().println(StudySummary.of(after) + "; " + missing + " to train");
            if (!more.apply(after).isEmpty()) {
                console.out().println(more.apply(after));
            }
            return ExitCode.OK;
        }
    }

    /** Arranges what waits, and prints what comes first now. */
    int arrange(Consumer<StudyOwner> arrangement) {
        Path file = StudyPath.existing(console, study);
        try (Machine machine = new Machine(console, Device.CPU);
                StudyOwner owner = machine.open(file)) {
            arrangement.accept(owner);
            RunPlan plan = owner.plan();
            List<RunPlan.Planned> missing = owner.toTrain().notStopped(plan.missing());
            console.out().println(StudySummary.of(owner.study()) + "; " + missing.size() + " to train");
            missing.stream().limit(NEXT).forEach(run -> console.out().println("  " + run.key()));
            if (missing.size() > NEXT) {
                console.out().println("  …");
            }
            StoppedRuns.tell(console, owner, plan);
            return ExitCode.OK;
        }
    }

    /** Results of a design that is no more stay, and count again once it is put back. */
    private void tellResults(StudyOwner owner, Study before) {
        if (!before.taskIds().equals(owner.study().taskIds())) {
            // What a task's going changes is told by what is left to train.
            return;
        }
        EditForecast back = owner.forecast(StudyEdit.ChangeDesign.of(before));
        if (back.found() > 0) {
            console.say("tandem: " + (back.found() == 1 ? "1 result counts" : back.found() + " results count")
                    + " no longer; " + (back.found() == 1 ? "it stays" : "they stay")
                    + " in the file and will again once the old values are put back.");
        }
        if (back.lost() > 0) {
            console.say(
                    "tandem: " + (back.lost() == 1 ? "1 earlier result counts" : back.lost() + " earlier results count")
                            + " again.");
        }
    }

    /** What waited to be trained and is asked for no more does not vanish without a word. */
    private void tellLeftOut(List<RunPlan.Planned> waited, Study after) {
        Set<RunKey> asked = RunPlan.keys(after);
        long left = waited.stream().filter(run -> !asked.contains(run.key())).count();
        if (left > 0) {
            console.say("tandem: " + (left == 1 ? "1 run" : left + " runs")
                    + " that waited to be trained will not be: the study no longer asks for "
                    + (left == 1 ? "it" : "them") + ". Whatever was learned is kept.");
        }
    }

    private void lookAtDataset(StudyOwner owner, Study before) {
        DatasetLocation.look(owner, before.dataset(), ProgressLine.counting(console, "decoding images"))
                .ifPresent(plan -> StaleResults.tell(console, plan));
    }

    Path resolve(Path path) {
        return console.resolve(path);
    }
}
