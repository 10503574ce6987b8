package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyTasksTest {

    @Test
    void twentyTasksWithAllTheirPairsAreSearchedExactly() {
        Frontier frontier = GroupingSolver.frontier(table(20, Pool.pairs(20)), SearchOptions.COVER);

        assertThat(frontier.smallestFeasible()).contains(Budget.parse("10"));
        assertThat(frontier.require(Budget.parse("10")).networks())
                .hasSizeBetween(10, 20)
                .allSatisfy(served -> assertThat(served.serves().isEmpty()).isFalse());
    }

    @Test
    void theTwoMethodsAgreeOnFifteenTasks() {
        List<Network> pool = handPicked(15, 16);
        LossTable table = table(15, pool);
        SetArchive archive = new SetArchive.OfEveryBudget();

        SetSearch.fill(archive, new SearchInstance(table, SearchOptions.COVER));
        Frontier frontier = GroupingSolver.frontier(table, SearchOptions.COVER);

        assertThat(frontier.points()).hasSizeGreaterThan(3);
        assertThat(archive.sets().stream()
                        .map(set ->
                                IntStream.of(set.networks()).mapToObj(pool::get).toList())
                        .toList())
                .isEqualTo(frontier.points().stream()
                        .map(point -> point.selection().networks().stream()
                                .map(Served::network)
                                .toList())
                        .toList());
    }

    @Test
    void sixtyTwoTasksWithFewNetworksAreSearchedExactly() {
        LossTable table = table(62, handPicked(62, 24));

        Frontier frontier = GroupingSolver.frontier(table, SearchOptions.COVER);
        List<Selection> runnerUps = RunnerUps.at(table, Budget.parse("3"), 3);

        assertThat(frontier.smallestFeasible()).contains(Budget.parse("1/2"));
        assertThat(frontier.points()).hasSizeGreaterThan(3);
        assertThat(runnerUps).hasSize(3);
        assertThat(runnerUps.get(0).validationLoss())
                .isGreaterThanOrEqualTo(frontier.require(Budget.parse("3")).validationLoss());
    }

    @Test
    void whatIsTooLargeIsRefusedAndNeverAnsweredByHalves() {
        SearchInstance instance = new SearchInstance(table(62, handPicked(62, 24)), SearchOptions.COVER);

        assertThatThrownBy(() -> new SetSearch(instance, new SetArchive.OfEveryBudget(), 1000).run())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("setting many")
                .hasMessageContaining("62 tasks by these 24 networks is too large to be searched exactly");
    }

    @Test
    void aSearchThatIsNotWantedAnyMoreEndsWithoutAResult() {
        int[] looks = {0};
        SearchWatch impatient = () -> {
            if (++looks[0] > 3) {
                throw new CancellationException("not wanted");
            }
        };
        for (LossTable table : List.of(table(62, handPicked(62, 24)), table(8, Pool.pairs(8)))) {
            looks[0] = 0;
            assertThatThrownBy(() -> GroupingSolver.frontier(table, SearchOptions.COVER, impatient))
                    .isInstanceOf(CancellationException.class);
            looks[0] = 0;
            assertThatThrownBy(() -> RunnerUps.at(table, SearchOptions.COVER, Budget.parse("4"), 3, impatient))
                    .isInstanceOf(CancellationException.class);
        }
    }

    /** All tasks together at both sizes, and random groups of some of them. */
    private static List<Network> handPicked(int tasks, int groups) {
        Random random = new Random(tasks);
        List<Network> pool = new ArrayList<>();
        pool.add(Network.of(TaskSet.all(tasks), EncoderSize.HALF));
        pool.add(Network.of(TaskSet.all(tasks), EncoderSize.FULL));
        while (pool.size() < groups) {
            TaskSet group = TaskSet.EMPTY;
            int size = 2 + random.nextInt(tasks / 3);
            while (group.size() < size) {
                group = group.with(random.nextInt(tasks));
            }
            pool.add(Network.of(group, EncoderSize.FULL));
        }
        return pool;
    }

    /** Random losses; the more tasks share a network, the worse. */
    private static LossTable table(int tasks, List<Network> pool) {
        Random random = new Random(2020);
        List<String> ids =
                IntStream.range(0, tasks).mapToObj(task -> "task" + task).toList();
        LossTable.Builder builder = LossTable.builder("many", ids, Collections.nCopies(tasks, 1.0));
        for (Network network : pool) {
            double crowd = 1 + network.tasks().size() / (4.0 * tasks);
            for (int task : network.tasks()) {
                double size = network.encoder().equals(EncoderSize.FULL) ? 1 : 1.2;
                builder.add(network, 1, Measure.VALIDATION, task, crowd * size * Math.exp(0.2 * random.nextGaussian()));
            }
        }
        return builder.build();
    }
}
