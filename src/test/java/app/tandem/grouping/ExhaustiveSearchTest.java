package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.grouping.SearchCase.Candidate;
import app.tandem.grouping.SearchCase.Found;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The search against one that looks at every set of networks. Losses are few tenths, so that ties abound. */
class ExhaustiveSearchTest {

    private static final List<Fraction> COMMON_SIZES = List.of(Fraction.of(1), Fraction.of(1, 2));

    private static final List<Fraction> ODD_SIZES =
            List.of(Fraction.of(1), Fraction.of(1, 3), Fraction.of(2, 7), Fraction.of(1, 2));

    /** Their common unit is 1/9699690 SNT: costs are then kept in sorted lists instead of tables. */
    private static final List<Fraction> TINY_UNIT_SIZES =
            List.of(Fraction.of(1, 2), Fraction.of(10001, 30030), Fraction.of(16, 323), Fraction.of(1, 3));

    @Provide
    Arbitrary<SearchCase> cases() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(COMMON_SIZES, ODD_SIZES, TINY_UNIT_SIZES),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 3))
                .flatAs((tasks, sizes, largestLoss, absentInTen) -> {
                    Arbitrary<List<Integer>> weights =
                            Arbitraries.integers().between(1, 3).list().ofSize(tasks);
                    Arbitrary<List<Candidate>> candidates = candidate(tasks, sizes, largestLoss, absentInTen)
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(11);
                    return Combinators.combine(weights, candidates)
                            .as((w, c) -> new SearchCase(w, withoutRepetition(c)));
                });
    }

    private static Arbitrary<Candidate> candidate(int tasks, List<Fraction> sizes, int largestLoss, int absentInTen) {
        Arbitrary<Optional<Integer>> loss = Arbitraries.frequencyOf(
                Tuple.of(absentInTen, Arbitraries.just(Optional.<Integer>empty())),
                Tuple.of(
                        10 - absentInTen,
                        Arbitraries.integers().between(0, largestLoss).map(Optional::of)));
        return Combinators.combine(
                        Arbitraries.longs().between(1, (1L << tasks) - 1),
                        Arbitraries.of(sizes),
                        loss.list().ofSize(tasks))
                .as((bits, size, losses) -> new Candidate(new TaskSet(bits), size, losses));
    }

    private static List<Candidate> withoutRepetition(List<Candidate> candidates) {
        Map<Object, Candidate> first = new LinkedHashMap<>();
        candidates.forEach(candidate -> first.putIfAbsent(candidate.network(), candidate));
        return List.copyOf(first.values());
    }

    @Property(tries = 1500, seed = "2020")
    void theFrontierIsBestAtEveryBudget(@ForAll("cases") SearchCase searchCase, @ForAll boolean partition) {
        LossTable table = searchCase.table();
        SearchOptions options = partition ? SearchOptions.PARTITION : SearchOptions.COVER;

        Frontier frontier = GroupingSolver.frontier(table, options);

        assertThat(frontier.points().stream()
                        .map(point -> description(point.selection(), table))
                        .toList())
                .isEqualTo(frontierOf(searchCase.everyGrouping(partition)).stream()
                        .map(ExhaustiveSearchTest::description)
                        .toList());
    }

    @Property(tries = 700, seed = "2020")
    void theRunnerUpsAreTheNextBestGroupings(
            @ForAll("cases") SearchCase searchCase, @ForAll("budgets") Budget budget, @ForAll boolean partition) {
        LossTable table = searchCase.table();
        SearchOptions options = partition ? SearchOptions.PARTITION : SearchOptions.COVER;

        List<Selection> runnerUps = RunnerUps.at(table, options, budget, 3);

        assertThat(runnerUps.stream()
                        .map(selection -> description(selection, table))
                        .toList())
                .isEqualTo(searchCase.everyGrouping(partition).stream()
                        .filter(found -> found.cost().compareTo(budget.snt()) <= 0)
                        .skip(1)
                        .limit(3)
                        .map(ExhaustiveSearchTest::description)
                        .toList());
    }

    @Property(tries = 700, seed = "2020")
    void theBranchAndBoundFindsTheSameFrontier(@ForAll("cases") SearchCase searchCase, @ForAll boolean partition) {
        SearchInstance instance = instance(searchCase, partition);
        SetArchive archive = new SetArchive.OfEveryBudget();

        SetSearch.fill(archive, instance);

        assertThat(candidates(archive))
                .isEqualTo(frontierOf(searchCase.everyGrouping(partition)).stream()
                        .map(Found::candidates)
                        .toList());
    }

    @Property(tries = 500, seed = "2020")
    void theBranchAndBoundFindsTheSameBestSets(
            @ForAll("cases") SearchCase searchCase, @ForAll("budgets") Budget budget, @ForAll boolean partition) {
        SearchInstance instance = instance(searchCase, partition);
        SetArchive archive = new SetArchive.OfOneBudget(instance.unitsWithin(budget.snt()), 4);

        SetSearch.fill(archive, instance);

        assertThat(candidates(archive))
                .isEqualTo(searchCase.everyGrouping(partition).stream()
                        .filter(found -> found.cost().compareTo(budget.snt()) <= 0)
                        .limit(4)
                        .map(Found::candidates)
                        .toList());
    }

    private static SearchInstance instance(SearchCase searchCase, boolean partition) {
        return new SearchInstance(searchCase.table(), partition ? SearchOptions.PARTITION : SearchOptions.COVER);
    }

    private static List<List<Integer>> candidates(SetArchive archive) {
        return archive.sets().stream()
                .map(set -> Arrays.stream(set.networks()).boxed().toList())
                .toList();
    }

    @Property(tries = 300, seed = "2020")
    void anInfeasibleBudgetIsExplained(@ForAll("cases") SearchCase searchCase, @ForAll("budgets") Budget budget) {
        Frontier frontier = GroupingSolver.frontier(searchCase.table(), SearchOptions.COVER);

        assertThat(frontier.infeasibility(budget).isPresent())
                .isEqualTo(frontier.at(budget).isEmpty());
        assertThat(frontier.at(budget).isPresent())
                .isEqualTo(searchCase.everyGrouping(false).stream()
                        .anyMatch(found -> found.cost().compareTo(budget.snt()) <= 0));
    }

    @Provide
    Arbitrary<Budget> budgets() {
        return Arbitraries.of("0", "1/3", "1/2", "4/7", "1", "3/2", "2", "13/7", "3", "100")
                .map(Budget::parse);
    }

    private static List<Found> frontierOf(List<Found> bestFirst) {
        List<Found> frontier = new ArrayList<>();
        for (Found found : bestFirst) {
            if (frontier.isEmpty() || found.cost().compareTo(frontier.get(0).cost()) < 0) {
                frontier.add(0, found);
            }
        }
        return frontier;
    }

    private static String description(Selection selection, LossTable table) {
        List<Integer> networks = selection.networks().stream()
                .map(served -> table.indexOf(served.network()))
                .toList();
        List<Integer> servers = selection.tasks().stream()
                .map(task -> networks.get(task.server()))
                .toList();
        return networks + " for " + selection.cost().snt() + " SNT, served by " + servers + ", loss "
                + selection.validationLoss();
    }

    private static String description(Found found) {
        return found.candidates() + " for " + found.cost() + " SNT, served by " + found.servers() + ", loss "
                + found.loss() / 10.0;
    }
}
