package app.tandem.workbench.grouping;

import app.tandem.grouping.MethodOutcome;
import app.tandem.grouping.MethodPoint;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.study.Cost;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The grouping that is drawn.
 *
 * @param name of a grouping made by hand, or of the method that chose it; empty for the best and the runner-ups
 * @param rank 1 for the best, 2 for the first runner-up; 0 for those that have none
 * @param networks with the tasks that they serve, as far as that is known
 * @param selection its losses; empty while a network is not measured
 * @param missing the networks that are to be trained before its losses are known
 * @param why there is no grouping yet; empty where there is one
 */
public record ShownGrouping(
        Kind kind,
        String name,
        int rank,
        List<Served> networks,
        Cost cost,
        Optional<Selection> selection,
        List<Network> missing,
        String why) {

    private static final String UNMEASURED = "affinities are not measured";

    /** Where it comes from. */
    public enum Kind {
        BEST,
        RUNNER_UP,
        MINE,
        METHOD
    }

    public ShownGrouping {
        networks = List.copyOf(networks);
        missing = List.copyOf(missing);
    }

    /** @param rank 1 for the best */
    static ShownGrouping found(int rank, Selection selection) {
        return new ShownGrouping(
                rank == 1 ? Kind.BEST : Kind.RUNNER_UP,
                "",
                rank,
                selection.networks(),
                selection.cost(),
                Optional.of(selection),
                List.of(),
                "");
    }

    static ShownGrouping of(Overview.Mine mine) {
        return new ShownGrouping(
                Kind.MINE,
                mine.name(),
                0,
                mine.score().networks(),
                mine.score().cost(),
                mine.selection(),
                mine.score().unmeasured(),
                "");
    }

    /** What a method chose, or what it lacks to choose. */
    static ShownGrouping of(MethodPoint point) {
        List<Served> chosen = List.of();
        List<Network> missing = List.of();
        String why = "";
        if (point.outcome() instanceof MethodOutcome.Untrained untrained) {
            chosen = untrained.networks().stream()
                    .map(network -> new Served(network, TaskSet.EMPTY))
                    .toList();
            missing = untrained.missing();
        } else if (point.outcome() instanceof MethodOutcome.Lacking lacking) {
            missing = Stream.of(lacking.missing().whole(), lacking.missing().stopped())
                    .flatMap(Set::stream)
                    .sorted(Comparator.comparing(Network::tasks, Comparator.comparingLong(TaskSet::bits)))
                    .toList();
            why = lacking.why();
        } else if (point.outcome() instanceof MethodOutcome.Spread spread) {
            return of(point, spread.example().networks(), Optional.of(spread.example()), missing, why);
        }
        List<Served> networks = point.selection().map(Selection::networks).orElse(chosen);
        return of(point, networks, point.selection(), missing, why);
    }

    private static ShownGrouping of(
            MethodPoint point,
            List<Served> networks,
            Optional<Selection> selection,
            List<Network> missing,
            String why) {
        Cost cost = networks.stream().map(served -> served.network().cost()).reduce(Cost.ZERO, Cost::plus);
        return new ShownGrouping(Kind.METHOD, point.method(), 0, networks, cost, selection, missing, why);
    }

    /** An affinity that no joint run has measured. */
    static ShownGrouping unmeasured(String method) {
        return new ShownGrouping(Kind.METHOD, method, 0, List.of(), Cost.ZERO, Optional.empty(), List.of(), UNMEASURED);
    }

    /** Whether it is a grouping that is not among those made by hand. */
    public boolean isForTheBoard() {
        return kind != Kind.MINE && !networks.isEmpty();
    }

    /**
     * The same as a grouping made by hand.
     *
     * @param wanted its name; a number is added where one of those there has it already
     */
    Grouping forTheBoard(String wanted, List<Grouping> there) {
        List<String> taken = there.stream().map(Grouping::name).toList();
        String free = wanted;
        for (int next = 2; taken.contains(free); next++) {
            free = wanted + " (" + next + ")";
        }
        List<Grouping.Member> members = networks.stream()
                .map(served -> selection.isEmpty()
                        ? Grouping.Member.of(served.network())
                        : new Grouping.Member(served.network(), served.auxiliary()))
                .toList();
        return new Grouping(free, members);
    }

    /** Whether it takes a joint run with affinities before anything can be chosen. */
    boolean takesAffinities() {
        return why.equals(UNMEASURED);
    }
}
