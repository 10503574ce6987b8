package app.tandem.cli;

import app.tandem.grouping.AffinitySelection;
import app.tandem.grouping.AllInOne;
import app.tandem.grouping.EarlyStopEstimate;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingMethod;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.GuidedAdvice;
import app.tandem.grouping.GuidedReplay;
import app.tandem.grouping.GuidedSearch;
import app.tandem.grouping.HigherOrderEstimate;
import app.tandem.grouping.Independent;
import app.tandem.grouping.MethodOutcome;
import app.tandem.grouping.Optimal;
import app.tandem.grouping.RandomGroupings;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.grouping.TrainingBill;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Network;
import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one method suggests, printed.
 *
 * @param json whether as one JSON object
 */
record MethodSuggestion(Console console, LossSource losses, Budget budget, boolean json) {

    private static final List<GroupingMethod> METHODS = List.of(
            new Optimal(),
            new HigherOrderEstimate(),
            new EarlyStopEstimate(),
            GuidedSearch.USUAL,
            new Independent(),
            new AllInOne(),
            RandomGroupings.USUAL);

    private static final Set<String> AFFINITIES =
            Set.of(JointAffinities.LOOKAHEAD, JointAffinities.COSINE, JointAffinities.FIRST_ORDER);

    /**
     * Prints it.
     *
     * @return the exit code
     * @throws UserException if there is no such method, or its data are not there; it names the runs that it needs
     */
    int print(String id) {
        GroupingMethod method = named(id);
        if (method instanceof GuidedSearch guided) {
            return printGuided(guided);
        }
        MethodOutcome outcome = method.choose(losses.table(), budget);
        if (outcome instanceof MethodOutcome.Lacking lacking
                && lacking.missing().total().equals(Cost.ZERO)) {
            Frontier frontier = GroupingSolver.frontier(losses.table(), SearchOptions.COVER);
            if (frontier.at(budget).isEmpty()) {
                return SuggestCommand.infeasible(console, frontier, budget);
            }
        }
        if (outcome instanceof MethodOutcome.Chosen chosen) {
            print(id, chosen.selection(), trained(chosen.bill()));
        } else if (outcome instanceof MethodOutcome.Spread spread) {
            print(id, spread.example(), "One of many covers drawn at random.");
        } else if (outcome instanceof MethodOutcome.Untrained untrained) {
            throw new UserException(
                    id + " chose " + keys(untrained.networks()) + ", which are not all trained",
                    losses.table().setting(),
                    "Train " + keys(untrained.missing()));
        } else if (outcome instanceof MethodOutcome.Lacking lacking) {
            throw new UserException(lacking.why(), losses.table().setting(), remedy(lacking.missing()));
        }
        return ExitCode.OK;
    }

    private GroupingMethod named(String id) {
        if (AFFINITIES.contains(id)) {
            return losses.affinities().stream()
                    .filter(matrix -> matrix.id().equals(id))
                    .findFirst()
                    .map(AffinitySelection::new)
                    .orElseThrow(
                            () -> new UserException(
                                    "No affinities were measured in the setting ‘"
                                            + losses.table().setting() + "’",
                                    losses.study().map(Path::toString).orElse(""),
                                    losses.study().isPresent()
                                            ? "Measure them in one joint run of all tasks: tandem affinities STUDY"
                                            : "Measure them in one joint run of all tasks, in a study of them; a table of losses holds none"));
        }
        return METHODS.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The method ‘" + id + "’ is unknown",
                        "",
                        "Use " + METHODS.stream().map(GroupingMethod::id).collect(Collectors.joining(", "))));
    }

    /** As a replay where every network is trained; else as advice on what to train next. */
    private int printGuided(GuidedSearch guided) {
        LossTable table = losses.table();
        boolean finished =
                IntStream.range(0, table.networks().size()).allMatch(row -> table.isMeasured(row, Measure.VALIDATION));
        if (finished) {
            GuidedReplay replay = guided.replay(table, budget);
            if (replay.outcome() instanceof MethodOutcome.Chosen chosen) {
                print(guided.id(), chosen.selection(), verdict(replay.last()));
                return ExitCode.OK;
            }
        }
        GuidedAdvice advice = guided.ask(table, budget, 1);
        Selection best = advice.best()
                .orElseThrow(() -> new UserException(
                        "No grouping of the networks trained so far serves every task for " + budget + " SNT",
                        table.setting(),
                        "Train " + keys(advice.train())));
        print(guided.id(), best, verdict(advice));
        return ExitCode.OK;
    }

    private String verdict(GuidedAdvice advice) {
        String chance = String.format(
                Locale.ROOT,
                "Training for it: %s SNT. With a probability of %.0f %% an untrained network would improve it by"
                        + " more than 0.5 %%",
                advice.spent(),
                100 * advice.chance());
        return advice.stops() ? chance + "." : chance + "; train next: " + keys(advice.train()) + ".";
    }

    private static String trained(TrainingBill bill) {
        return "Training for it: " + bill.total() + " SNT.";
    }

    private String remedy(TrainingBill missing) {
        if (!missing.whole().isEmpty()) {
            return "Train " + keys(missing.whole());
        }
        return missing.stopped().isEmpty()
                ? "Choose another budget or method"
                : "Train to 20 % of the schedule: " + keys(missing.stopped());
    }

    private String keys(Collection<Network> networks) {
        return networks.stream()
                .map(network -> network.key(losses.table().taskIds()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void print(String id, Selection selection, String note) {
        LossTable table = losses.table();
        if (json) {
            console.out().println(GroupingJson.selection(id, table.setting(), table.taskIds(), budget, selection));
        } else {
            console.out()
                    .print(GroupingText.grouping(
                            "Grouping by " + id, table, losses.names(), budget, selection, List.of()));
            console.out().println();
            console.out().println(note);
        }
    }
}
