package app.tandem.cli;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.Infeasibility;
import app.tandem.grouping.RunnerUps;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Stability;
import app.tandem.loss.LossTable;
import app.tandem.owner.GroupingSuggestion;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem suggest}: the best grouping that a budget buys. */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = "Print the best grouping that a budget buys: which networks, and which of them serves each task."
                + " A study keeps it, to say later when its losses have changed.")
final class SuggestCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "STUDY|LOSSES.csv",
            description = "A study, or losses as setting,tasks,encoder,split,task,loss[,seed].")
    @SuppressWarnings("NullAway.Init")
    private Path source;

    @Option(
            names = "--budget",
            required = true,
            paramLabel = "B",
            description = "The most it may cost, in SNT: 2.5 or 5/2.")
    @SuppressWarnings("NullAway.Init")
    private String budget;

    @Option(names = "--setting", paramLabel = "S", description = "Which setting, where there are several.")
    private @Nullable String setting;

    @Option(names = "--partition", description = "Train no task twice.")
    private boolean partition;

    @Option(
            names = "--method",
            paramLabel = "M",
            description =
                    "How to find it: optimal (default), hoa, esa, tag, cs, etap, guided, independent, all-in-one or random.")
    private String method = "optimal";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SuggestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Budget most = Budget.parse(budget);
        LossSource losses = LossSource.read(console, source, setting);
        return method.equals("optimal") ? optimal(losses, most) : byMethod(losses, most);
    }

    private int optimal(LossSource losses, Budget most) {
        LossTable table = losses.table();
        SearchOptions options = partition ? SearchOptions.PARTITION : SearchOptions.COVER;
        Frontier frontier = GroupingSolver.frontier(table, options);
        Optional<Selection> best = frontier.at(most);
        if (best.isEmpty()) {
            return infeasible(console, frontier, most);
        }
        // With many tasks they take a search of seconds; JSON names them only where it tells how sure the best is.
        boolean named = !json || losses.study().isPresent() || Stability.fewestSeeds(table) >= Stability.LEAST_SEEDS;
        List<Selection> next = named ? RunnerUps.at(table, options, most, GroupingSuggestion.RUNNER_UPS) : List.of();
        if (losses.study().isPresent()) {
            keep(losses.study().get(), new GroupingSuggestion(options, table, most, best, "", next));
        }
        print(losses, new Stability.Suggested(table, options, most, best.get(), next));
        return ExitCode.OK;
    }

    /** How sure it is may take a minute, and is not waited for to say what it is. */
    private void print(LossSource losses, Stability.Suggested suggested) {
        LossTable table = suggested.table();
        Selection best = suggested.best();
        Budget most = suggested.budget();
        if (json) {
            StabilityText stability = StabilityText.of(console, suggested);
            console.out()
                    .println(GroupingJson.suggestion(table.setting(), table.taskIds(), most, best, stability.known()));
            return;
        }
        console.out().print(GroupingText.best(table, losses.names(), most, best, suggested.rivals()));
        console.out().println();
        console.out().flush();
        console.out().print(StabilityText.of(console, suggested).words());
    }

    private void keep(Path study, GroupingSuggestion suggestion) {
        SavedSuggestions.keep(console, study, suggestion);
        SavedSuggestions.tellOutdated(console, study, List.of(suggestion.table().setting()));
    }

    private int byMethod(LossSource losses, Budget most) {
        if (partition) {
            throw new UserException(
                    "Only the optimal method can train no task twice", "", "Leave out --partition, or --method");
        }
        return new MethodSuggestion(console, losses, most, json).print(method);
    }

    /** Says why no grouping fits. */
    static int infeasible(Console console, Frontier frontier, Budget budget) {
        Infeasibility why = frontier.infeasibility(budget).orElseThrow();
        console.say("tandem: infeasible: " + why.describe(frontier.taskIds()) + ". " + why.remedy() + ".");
        return ExitCode.INFEASIBLE;
    }
}
