package app.tandem.cli;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.SearchOptions;
import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem frontier}: the best grouping at every budget. */
@Command(
        name = "frontier",
        mixinStandardHelpOptions = true,
        description = "Print the best grouping at every budget, in one search.")
final class FrontierCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "STUDY|LOSSES.csv",
            description = "A study, or losses as setting,tasks,encoder,split,task,loss[,seed].")
    @SuppressWarnings("NullAway.Init")
    private Path source;

    @Option(names = "--setting", paramLabel = "S", description = "Which setting, where there are several.")
    private @Nullable String setting;

    @Option(names = "--partition", description = "Train no task twice.")
    private boolean partition;

    @Option(names = "--json", description = "Print an array of JSON objects, one per budget at which the best changes.")
    private boolean json;

    FrontierCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LossSource losses = LossSource.read(console, source, setting);
        Frontier frontier =
                GroupingSolver.frontier(losses.table(), partition ? SearchOptions.PARTITION : SearchOptions.COVER);
        if (frontier.points().isEmpty()) {
            return SuggestCommand.infeasible(console, frontier, new Budget(Fraction.ZERO));
        }
        if (json) {
            console.out().println(GroupingJson.frontier(frontier));
        } else {
            console.out().print(GroupingText.frontier(losses.table(), losses.names(), frontier));
        }
        return ExitCode.OK;
    }
}
