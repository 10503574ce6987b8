package app.tandem.cli;

import app.tandem.grouping.Selection;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.GuidedTraining;
import app.tandem.owner.GuidedVerdict;
import app.tandem.owner.StudyOwner;
import app.tandem.study.Task;
import java.util.List;
import java.util.Optional;

/** A guided training, watched from a console; ends early and cleanly when the person stops it. */
final class GuidedSession {

    private final Console console;
    private final StudyOwner owner;
    private final GuidedGoal goal;
    private final String again;

    /** @param train the command that trains the study without guidance */
    GuidedSession(Console console, StudyOwner owner, GuidedGoal goal, String train) {
        this.console = console;
        this.owner = owner;
        this.goal = goal;
        this.again = train + " --guided --budget " + goal.budget().snt().toExact()
                + (owner.study().settings().size() > 1 ? " --setting " + goal.setting() : "")
                + (goal.seed().isPresent() ? " --seed " + goal.seed().getAsInt() : "");
    }

    /**
     * Trains what the search asks for until it stops by itself, and prints the grouping.
     *
     * @return the exit code: {@link ExitCode#OK}, {@link ExitCode#RUNS_FAILED}, or {@link ExitCode#INFEASIBLE} where what
     *     could be trained makes no grouping
     * @throws Interruption if the person stopped it; everything that was learned is kept
     */
    int train() {
        GuidedTraining guided = owner.guided();
        guided.begin(goal, ProgressLine.counting(console, "decoding images"));
        StaleResults.tell(console, owner.plan());
        LeftOut.tell(console, owner.leftOut());
        guided.verdict().map(GuidedText::running).orElse(List.of()).forEach(console::say);
        owner.queue().start();
        return watch();
    }

    /** Waits for the end of what is under way already; as {@link #train}. */
    int watch() {
        return new TrainingSession(console, owner, again).watchGuided(this::finish);
    }

    private int finish() {
        if (owner.unsavedResults().isPresent()) {
            owner.saveResults();
        }
        owner.guided().problem().ifPresent(problem -> {
            throw problem;
        });
        GuidedVerdict verdict = owner.guided().verdict().orElseThrow();
        print(verdict);
        String leftOut = GuidedText.leftOut(verdict);
        if (!leftOut.isEmpty()) {
            console.say("tandem: " + leftOut);
        }
        if (!verdict.isFinal()) {
            console.say("tandem: it has not come to its end; ‘" + again + "’ goes on.");
            return ExitCode.RUNS_FAILED;
        }
        return verdict.advice().best().isEmpty()
                ? ExitCode.INFEASIBLE
                : leftOut.isEmpty() ? ExitCode.OK : ExitCode.RUNS_FAILED;
    }

    private void print(GuidedVerdict verdict) {
        Optional<Selection> best = verdict.advice().best();
        if (best.isPresent()) {
            List<String> names = owner.study().tasks().stream().map(Task::name).toList();
            console.out()
                    .print(GroupingText.grouping(
                            "Grouping by guided", verdict.losses(), names, goal.budget(), best.get(), List.of()));
            console.out().println();
        }
        console.out().println(GuidedText.last(verdict));
        console.out().flush();
    }
}
