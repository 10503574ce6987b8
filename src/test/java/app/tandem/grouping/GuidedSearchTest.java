package app.tandem.grouping;

import static app.tandem.grouping.SmallTable.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.UserException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidedSearchTest {

    private static final Budget TWO = Budget.parse("2");

    private static LossTable untrained(int tasks, List<Network> pool) {
        List<String> ids =
                IntStream.range(0, tasks).mapToObj(task -> "t" + task).toList();
        LossTable.Builder table = LossTable.builder("s", ids, Collections.nCopies(tasks, 1.0));
        pool.forEach(table::network);
        return table.build();
    }

    private static double mean(List<MethodPoint> points, String method, boolean training) {
        return points.stream()
                .filter(point -> point.method().equals(method))
                .mapToDouble(point -> (training ? point.trainingSnt() : point.excessPercent()).orElseThrow())
                .average()
                .orElseThrow();
    }

    /** A smaller excess than HOA for less training, in every published setting. */
    @ParameterizedTest
    @ValueSource(strings = {"setting1", "setting2", "setting3"})
    void itComesNearerToTheOptimumThanHoaForLessTraining(String setting) {
        LossTable table = PublishedLosses.setting(setting);

        List<MethodPoint> points = MethodComparison.of(
                        table,
                        List.of(GuidedSearch.USUAL, new HigherOrderEstimate()),
                        MethodComparison.usualBudgets(table.taskCount()))
                .points();

        assertThat(mean(points, "guided", false)).isLessThan(mean(points, "hoa", false));
        assertThat(mean(points, "guided", true)).isLessThan(15).isLessThan(mean(points, "hoa", true));
    }

    @Test
    void aReplayTrainsNothingTwiceAndWithinItsLimit() {
        LossTable table = PublishedLosses.setting("setting3");

        GuidedReplay replay = GuidedSearch.USUAL.replay(table, TWO);

        List<Network> trained =
                replay.steps().stream().flatMap(step -> step.train().stream()).toList();
        assertThat(trained).doesNotHaveDuplicates().isNotEmpty();
        MethodOutcome.Chosen chosen = (MethodOutcome.Chosen) replay.outcome();
        assertThat(chosen.bill().whole()).containsExactlyInAnyOrderElementsOf(trained);
        assertThat(chosen.bill().total().snt().toDouble()).isLessThanOrEqualTo(17.5);
        assertThat(chosen.bill().total()).isEqualTo(replay.last().spent());
        assertThat(chosen.selection().testLoss()).isPresent();
        assertThat(replay.last().stops()).isTrue();
    }

    @Test
    void theSameLossesGiveTheSameAdvice() {
        LossTable table = PublishedLosses.setting("setting1");

        assertThat(GuidedSearch.USUAL.replay(table, TWO)).isEqualTo(GuidedSearch.USUAL.replay(table, TWO));
    }

    /** For 1 SNT the classic pool has one cover, the network with all tasks. */
    @Test
    void whereOneNetworkIsTheOnlyCoverNoOtherIsTrained() {
        GuidedReplay replay = GuidedSearch.USUAL.replay(PublishedLosses.setting("setting1"), Budget.parse("1"));

        assertThat(replay.last().spent()).isEqualTo(new Cost(Fraction.ONE));
        assertThat(replay.last().chance()).isZero();
        assertThat(replay.last().state()).isEqualTo(GuidedAdvice.State.SETTLED);
    }

    @Test
    void moreMayBeSpentThanHoaDoes() {
        LossTable table = PublishedLosses.setting("setting1");
        GuidedRule thorough = new GuidedRule(0, 0, GuidedRule.USUAL.limit(), 20, 0);
        GuidedSearch everything = new GuidedSearch(GuidedPrior.STANDLEY, thorough.withLimit(new Cost(Fraction.of(34))));

        GuidedReplay replay = everything.replay(table, TWO);

        Selection best = ((MethodOutcome.Chosen) replay.outcome()).selection();
        Selection optimum = GroupingSolver.frontier(table, SearchOptions.COVER).require(TWO);
        assertThat(best.validationLoss()).isCloseTo(optimum.validationLoss(), within(1e-6));
        assertThat(replay.last().spent().snt().toDouble()).isBetween(17.5, 33.5);
    }

    @Test
    void itGoesOnFromWhateverWasTrained() {
        LossTable table = SmallTable.of("a", "b", "c")
                .trained("a+b@1", 0.2, 0.2)
                .trained("a+b+c@1", 0.3, 0.3, 0.3)
                .untrained("a+c@1")
                .untrained("b+c@1")
                .untrained("c@1")
                .build();

        GuidedAdvice advice = GuidedSearch.USUAL.ask(table, TWO, 1);

        assertThat(advice.state()).isEqualTo(GuidedAdvice.State.OPENING);
        assertThat(keys(table, advice.train())).containsExactly("a+c@1", "b+c@1");
        assertThat(advice.best().orElseThrow().validationLoss()).isCloseTo(0.7, within(1e-9));
        assertThat(advice.spent().snt().toDouble()).isEqualTo(2);
    }

    @Test
    void severalNetworksAreNamedForSeveralWorkers() {
        LossTable table = SmallTable.of("a", "b", "c")
                .trained("a+b@1", 0.2, 0.2)
                .trained("a+c@1", 0.2, 0.3)
                .trained("b+c@1", 0.3, 0.3)
                .untrained("a@1")
                .untrained("b@1")
                .untrained("c@1")
                .untrained("a+b+c@1")
                .build();

        GuidedAdvice one = GuidedSearch.USUAL.ask(table, TWO, 1);
        GuidedAdvice three = GuidedSearch.USUAL.ask(table, TWO, 3);

        assertThat(one.state()).isEqualTo(GuidedAdvice.State.SEARCHING);
        assertThat(one.train()).hasSize(1);
        assertThat(three.train()).hasSize(3).startsWith(one.train().get(0));
        assertThat(three.chance()).isEqualTo(one.chance()).isBetween(0.05, 1.0);
    }

    @Test
    void aNetworkWithAHoleIsAskedForAndNeverPartOfTheGrouping() {
        LossTable.Builder table = LossTable.builder("s", List.of("a", "b"), List.of(1.0, 1.0));
        Network both = Network.parse("a+b@1", List.of("a", "b"));
        table.add(both, 0, Measure.VALIDATION, 0, 0.1);

        GuidedAdvice advice = GuidedSearch.USUAL.ask(table.build(), TWO, 1);

        assertThat(advice.best()).isEmpty();
        assertThat(advice.train()).containsExactly(both);
    }

    @Test
    void whereEverythingIsTrainedItHasTheOptimum() {
        LossTable table =
                SmallTable.of("a").trained("a@1", 0.3).trained("a@1/2", 0.5).build();

        GuidedAdvice advice = GuidedSearch.USUAL.ask(table, Budget.parse("1"), 4);

        assertThat(advice.state()).isEqualTo(GuidedAdvice.State.EXHAUSTED);
        assertThat(advice.chance()).isZero();
        assertThat(advice.best().orElseThrow().validationLoss()).isCloseTo(0.3, within(1e-9));
    }

    /** Asked again and again with nothing measured in between, it asks for the same. */
    @Test
    void advisingChangesNothing() {
        LossTable table = untrained(5, Pool.everySubsetWithHalfSizeSingles(5));

        assertThat(GuidedSearch.USUAL.ask(table, TWO, 1)).isEqualTo(GuidedSearch.USUAL.ask(table, TWO, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "12, 2"})
    void fromOneTaskToTwelveItHasAnOpening(int tasks, int most) {
        LossTable table = untrained(tasks, Pool.upTo(tasks, most));

        GuidedAdvice advice = GuidedSearch.USUAL.ask(table, Budget.parse(Integer.toString(tasks)), 1);

        assertThat(advice.state()).isEqualTo(GuidedAdvice.State.OPENING);
        Set<Integer> seen = new HashSet<>();
        advice.train().forEach(network -> network.tasks().forEach(seen::add));
        assertThat(seen).hasSize(tasks);
    }

    @Test
    void twentyTasksAreTooManyAndSaidToBe() {
        LossTable table = untrained(20, Pool.upTo(20, 2));

        assertThatThrownBy(() -> GuidedSearch.USUAL.ask(table, Budget.parse("20"), 1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("at most 12 tasks, not for 20");
    }

    @Test
    void aBudgetThatPaysForNoCandidatesIsSaid() {
        LossTable table = untrained(3, Pool.upTo(3, 1));

        assertThatThrownBy(() -> GuidedSearch.USUAL.ask(table, Budget.parse("1"), 1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("within the budget");
    }
}
