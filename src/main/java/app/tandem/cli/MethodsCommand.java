package app.tandem.cli;

import app.tandem.data.Progress;
import app.tandem.grouping.GroupingMethod;
import app.tandem.grouping.MethodComparison;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem methods}: what each way to find a grouping costs, and how right it is. */
@Command(
        name = "methods",
        mixinStandardHelpOptions = true,
        description = "Compare the methods to find a grouping: test loss against budget, training needed, and how well"
                + " their estimates agree with what was measured.")
final class MethodsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "STUDY|LOSSES.csv",
            description = "A study, or losses as setting,tasks,encoder,split,task,loss[,seed].")
    @SuppressWarnings("NullAway.Init")
    private Path source;

    @Option(names = "--setting", paramLabel = "S", description = "Which setting, where there are several.")
    private @Nullable String setting;

    @Option(
            names = "--budgets",
            paramLabel = "B",
            split = ",",
            description = "The budgets in SNT, as 1,2.5,7/2; every half from 1 to the number of tasks if left out.")
    private List<String> budgets = List.of();

    @Option(names = "--json", description = "Print an array of JSON objects, one per method and budget.")
    private boolean json;

    MethodsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Budget> given =
                budgets.stream().map(Budget::parse).sorted().distinct().toList();
        LossSource losses = LossSource.read(console, source, setting);
        LossTable table = losses.table();
        List<GroupingMethod> methods = MethodComparison.methods(losses.affinities());
        List<Budget> compared = given.isEmpty() ? MethodComparison.usualBudgets(table.taskCount()) : given;
        Progress progress = ProgressLine.counting(console, "Comparing methods:");
        MethodComparison comparison = MethodComparison.of(table, methods, compared, done -> {
            if (console.terminal()) {
                progress.at(done, methods.size() * compared.size());
            }
        });
        console.out()
                .print(
                        json
                                ? GroupingJson.comparison(table.taskIds(), comparison.points()) + "\n"
                                : MethodsText.comparison(table, comparison));
        return ExitCode.OK;
    }
}
