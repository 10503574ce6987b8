package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingSolverTest {

    private static final List<String> IDS = List.of("a", "b", "c");

    /** One row for each network: its key, then a loss for each of its tasks, ‘-’ where there is none. */
    private static LossTable table(String... rows) {
        LossTable.Builder builder = LossTable.builder("only", IDS, List.of(1.0, 1.0, 1.0));
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            Network network = Network.parse(cells[0], IDS);
            builder.network(network);
            int column = 1;
            for (int task : network.tasks()) {
                if (!cells[column].equals("-")) {
                    builder.add(network, 1, Measure.VALIDATION, task, Double.parseDouble(cells[column]));
                }
                column++;
            }
        }
        return builder.build();
    }

    private static List<String> best(LossTable table, SearchOptions options, String budget) {
        return GroupingSolver.frontier(table, options).require(Budget.parse(budget)).networks().stream()
                .map(served ->
                        served.network().key(IDS) + " serves " + served.serves().join(IDS))
                .toList();
    }

    @Test
    void aTaskIsServedByItsBestNetwork() {
        LossTable table = table("a+b .3 .1", "b+c .2 .1", "a .1");

        assertThat(best(table, SearchOptions.COVER, "3"))
                .containsExactly("a+b@1 serves b", "b+c@1 serves c", "a@1 serves a");
    }

    @Test
    void equalLossesAreServedByTheCheaperNetwork() {
        LossTable table = table("a+b .1 .1", "b+c@1/2 .1 .1");

        assertThat(best(table, SearchOptions.COVER, "2")).containsExactly("a+b@1 serves a", "b+c@1/2 serves b+c");
    }

    @Test
    void lossesThatTieOnPaperTie() {
        // In doubles .3 + .2 + .1 is below .1 + .2 + .3.
        LossTable table = table("a .3", "b .2", "c .1", "a+b+c .1 .2 .3");

        List<Frontier.Point> points =
                GroupingSolver.frontier(table, SearchOptions.PARTITION).points();

        assertThat(points).hasSize(1);
        assertThat(points.get(0).selection().cost()).isEqualTo(new Cost(Fraction.ONE));
    }

    @Test
    void aStrictPartitionTrainsNoTaskTwice() {
        LossTable table = table("a+b .1 .1", "b+c .1 .1", "a+b+c .5 .5 .5", "c .4");

        assertThat(best(table, SearchOptions.COVER, "2")).hasSize(2).first().isEqualTo("a+b@1 serves a+b");
        assertThat(best(table, SearchOptions.PARTITION, "2")).containsExactly("a+b@1 serves a+b", "c@1 serves c");
        assertThat(best(table, SearchOptions.PARTITION, "1")).containsExactly("a+b+c@1 serves a+b+c");
    }

    @Test
    void tasksThatNobodyServesAreNamed() {
        Frontier frontier = GroupingSolver.frontier(table("a+b .1 -", "c .1"), SearchOptions.COVER);

        assertThat(frontier.at(Budget.parse("100"))).isEmpty();
        assertThat(frontier.smallestFeasible()).isEmpty();
        assertThat(frontier.infeasibility(Budget.parse("1"))).contains(new Infeasibility.NobodyServes(TaskSet.of(1)));
        assertThatThrownBy(() -> frontier.require(Budget.parse("1")))
                .isInstanceOf(UserException.class)
                .hasMessage("setting only: No network has a loss for b. Train networks with these tasks.");
    }

    @Test
    void aBudgetThatIsTooSmallNamesTheCheapestGrouping() {
        Frontier frontier = GroupingSolver.frontier(table("a+b .1 .2", "c@1/3 .1", "c .05"), SearchOptions.COVER);

        assertThat(frontier.smallestFeasible()).contains(Budget.parse("4/3"));
        assertThat(frontier.infeasibility(Budget.parse("1.3333")))
                .contains(new Infeasibility.BudgetTooSmall(Budget.parse("1.3333"), new Cost(Fraction.of(4, 3))));
        assertThat(frontier.at(Budget.parse("4/3"))).isPresent();
        assertThatThrownBy(() -> frontier.require(Budget.parse("1"))).hasMessageContaining("at least 4/3 SNT");
    }

    @Test
    void networksThatOnlyOverlapMakeNoPartition() {
        Frontier frontier = GroupingSolver.frontier(table("a+b .1 .2", "b+c .1 .2"), SearchOptions.PARTITION);

        assertThat(frontier.infeasibility(Budget.parse("9"))).contains(new Infeasibility.NoPartition());
    }

    @Test
    void inAPartitionOnlyTasksWithoutAnyLossAreSaidToHaveNone() {
        LossTable table = table("a+b .1 -", "c .1");

        assertThat(GroupingSolver.frontier(table, SearchOptions.PARTITION).infeasibility(Budget.parse("9")))
                .contains(new Infeasibility.NobodyServes(TaskSet.of(1)));
    }

    @Test
    void measuredTasksThatNoWholeNetworkTrainsMakeNoPartition() {
        LossTable table = table("a+b .1 -", "b+c .1 .1", "c .1");

        assertThat(GroupingSolver.frontier(table, SearchOptions.PARTITION).infeasibility(Budget.parse("9")))
                .contains(new Infeasibility.NoPartition());
        assertThat(RunnerUps.at(table, SearchOptions.PARTITION, Budget.parse("9"), 3))
                .isEmpty();
    }

    @Test
    void costsAddUpExactly() {
        LossTable table = table("a@1/3 .1", "b@1/3 .1", "c@1/3 .1", "a+b+c .2 .2 .2");

        assertThat(best(table, SearchOptions.COVER, "1")).hasSize(3);
    }

    @Test
    void negativeLossesAreSearchedLikeOthers() {
        LossTable table = table("a+b+c -1.5 .2 -.3", "a -2", "b@1/2 -.1", "c -.2");

        assertThat(best(table, SearchOptions.COVER, "1.5")).containsExactly("a+b+c@1 serves a+c", "b@1/2 serves b");
    }

    @Test
    void aHugeLossDoesNotBlurTheOthers() {
        LossTable table = table("a+b+c 1e9 .1000001 .1", "a+b+c@1/2 1e9 .1000002 .1", "a .1");

        assertThat(GroupingSolver.frontier(table, SearchOptions.COVER).points()).hasSize(4);
    }

    @Test
    void lossesTooLargeToAddAreRefused() {
        assertThatThrownBy(() -> GroupingSolver.frontier(table("a+b+c 1e300 1 1"), SearchOptions.COVER))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("too large to compare");
    }

    @Test
    void encoderSizesWithoutACommonUnitAreRefused() {
        String[] rows = IntStream.of(999_983, 999_979, 999_961, 999_959)
                .mapToObj(denominator -> String.format(Locale.ROOT, "a+b+c@1/%d 1 1 1", denominator))
                .toArray(String[]::new);

        assertThatThrownBy(() -> GroupingSolver.frontier(table(rows), SearchOptions.COVER))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no common unit");
    }

    @Test
    void testLossesNeverSelect() {
        assertThatThrownBy(() -> new SearchOptions(Measure.TEST, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
