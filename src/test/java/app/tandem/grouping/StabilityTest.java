package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {

    private static final Budget TWO = Budget.parse("2");

    /** Apart a and b lose 0.5 each, together 0.5 + gap, with a spread over seeds. */
    private static LossTable table(int seeds, double gap, double spread) {
        List<String> tasks = List.of("a", "b");
        LossTable.Builder table = LossTable.builder("s", tasks, List.of(1.0, 1.0));
        for (String key : List.of("a@1", "b@1", "a+b@1")) {
            Network network = Network.parse(key, tasks);
            for (int task : network.tasks()) {
                double mean = 0.5 + (network.tasks().size() > 1 ? gap : 0);
                for (int seed = 0; seed < seeds; seed++) {
                    // In pairs above and below, so that the mean is the same for any spread.
                    double side = seed == seeds - 1 && seeds % 2 == 1 ? 0 : seed % 2 == 0 ? 1 : -1;
                    table.add(network, seed, Measure.VALIDATION, task, mean + side * spread);
                }
            }
        }
        return table.build();
    }

    private static Optional<Stability> stability(LossTable table) {
        Selection best = GroupingSolver.frontier(table, SearchOptions.COVER).require(TWO);
        List<Selection> rivals = RunnerUps.at(table, TWO, 3);
        return Stability.of(new Stability.Suggested(table, SearchOptions.COVER, TWO, best, rivals), 400, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 12})
    void aClearWinnerAlwaysWins(int seeds) {
        assertThat(stability(table(seeds, 0.1, 0.001)).orElseThrow().wins()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 12})
    void aWinnerByLessThanTheNoiseWinsNowAndThen(int seeds) {
        assertThat(stability(table(seeds, 0.001, 0.1)).orElseThrow().wins()).isBetween(0.05, 0.8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void underThreeSeedsNothingIsClaimed(int seeds) {
        assertThat(stability(table(seeds, 0.1, 0.001))).isEmpty();
    }

    @Test
    void itSaysFromHowManySeedsItSpeaks() {
        Stability stability = stability(table(5, 0.1, 0.001)).orElseThrow();

        assertThat(stability.seeds()).isEqualTo(5);
        assertThat(stability.resamples()).isEqualTo(400);
    }

    @Test
    void theSameSeedGivesTheSameShare() {
        LossTable table = table(4, 0.01, 0.1);

        assertThat(stability(table)).isEqualTo(stability(table));
    }

    @Test
    void noResamplesAreRefused() {
        LossTable table = table(3, 0.1, 0.001);
        Selection best = GroupingSolver.frontier(table, SearchOptions.COVER).require(TWO);

        Stability.Suggested suggested = new Stability.Suggested(table, SearchOptions.COVER, TWO, best, List.of());
        assertThatThrownBy(() -> Stability.of(suggested, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void theDifferenceToARivalHasAnIntervalAroundIt(int seeds) {
        Stability clear = stability(table(seeds, 0.1, 0.001)).orElseThrow();
        Stability.Rival rival = together(clear);
        // Together a and b lose 1.2, apart 1.0.
        assertThat(rival.difference()).isCloseTo(0.2, within(1e-9));
        assertThat(rival.low()).isBetween(0.19, 0.2);
        assertThat(rival.high()).isBetween(0.2, 0.21);
        assertThat(rival.wins()).isZero();
        assertThat(clear.isWithinNoise()).isFalse();

        Stability vague = stability(table(seeds, 0.001, 0.1)).orElseThrow();
        assertThat(vague.rivals().get(0).low()).isNegative();
        assertThat(vague.rivals().get(0).high()).isPositive();
        assertThat(vague.isWithinNoise()).isTrue();
        assertThat(vague.wins()
                        + vague.rivals().stream()
                                .mapToDouble(Stability.Rival::wins)
                                .sum())
                .as("nothing else can win")
                .isCloseTo(1, within(1e-9));
    }

    /** The one network of both tasks, the last of the runner-ups. */
    private static Stability.Rival together(Stability stability) {
        Stability.Rival last = stability.rivals().get(2);
        assertThat(last.selection().networks()).hasSize(1);
        return last;
    }

    /** With losses ± s around the mean, a pooled mean of n seeds has sd s · √(n / (n − 1)) / √n. */
    @Test
    void theIntervalIsAsWideAsTheSpreadOfTheMeansSays() {
        double spread = 0.02;
        int seeds = 4;
        Stability.Rival rival = together(stability(table(seeds, 0.1, spread)).orElseThrow());
        double ofOne = spread * Math.sqrt(seeds / (seeds - 1.0)) / Math.sqrt(seeds);
        double expected = 2 * 1.96 * ofOne * Math.sqrt(4);
        assertThat(rival.high() - rival.low()).isCloseTo(expected, withinPercentage(20));
    }

    @Test
    void withManyTasksTheLimitIsSaidBeforeAnythingIsSearched() {
        List<String> tasks = IntStream.rangeClosed(0, Stability.MOST_TASKS)
                .mapToObj(i -> "t" + i)
                .toList();
        LossTable.Builder builder = LossTable.builder("s", tasks, Collections.nCopies(tasks.size(), 1.0));
        for (int task = 0; task < tasks.size(); task++) {
            for (int seed = 0; seed < 3; seed++) {
                builder.add(Network.of(TaskSet.of(task), EncoderSize.FULL), seed, Measure.VALIDATION, task, 1 + seed);
            }
        }
        LossTable table = builder.build();
        Budget budget = Budget.parse("20");
        Selection best = GroupingSolver.frontier(table, SearchOptions.COVER).require(budget);
        int[] done = {0};
        assertThatThrownBy(() -> Stability.of(
                        new Stability.Suggested(table, SearchOptions.COVER, budget, best, List.of()),
                        100,
                        0,
                        SearchWatch.NONE,
                        now -> done[0] = now))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("up to 12 tasks, and here are 13");
        assertThat(done[0]).isZero();
    }

    @Test
    void itCanBeEndedAndTellsHowFarItIs() {
        LossTable table = table(3, 0.1, 0.001);
        Selection best = GroupingSolver.frontier(table, SearchOptions.COVER).require(TWO);
        Stability.Suggested suggested = new Stability.Suggested(table, SearchOptions.COVER, TWO, best, List.of());
        List<Integer> done = new ArrayList<>();
        Stability.of(suggested, 50, 0, SearchWatch.NONE, done::add);
        assertThat(done).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
        SearchWatch impatient = () -> {
            throw new CancellationException("not wanted");
        };
        assertThatThrownBy(() -> Stability.of(suggested, 50, 0, impatient, now -> {}))
                .isInstanceOf(CancellationException.class);
    }
}
