package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PoolTest {

    @Test
    void fiveTasksMakeTheClassicThirtySixNetworks() {
        List<Network> pool = Pool.everySubsetWithHalfSizeSingles(5);

        assertThat(pool).hasSize(36).doesNotHaveDuplicates();
        assertThat(pool.subList(0, 5)).allSatisfy(network -> {
            assertThat(network.encoder()).isEqualTo(EncoderSize.HALF);
            assertThat(network.tasks().size()).isEqualTo(1);
        });
        assertThat(pool.get(35).tasks()).isEqualTo(TaskSet.all(5));
    }

    @Test
    void networksStandByNumberOfTasksThenByTheOrderOfTheTasks() {
        List<String> ids = List.of("a", "b", "c");
        assertThat(Pool.everySubsetWithHalfSizeSingles(3).stream().map(network -> network.key(ids)))
                .containsExactly("a@1/2", "b@1/2", "c@1/2", "a@1", "b@1", "c@1", "a+b@1", "a+c@1", "b+c@1", "a+b+c@1");
    }

    @Property
    void aPoolOfUpToKHasEverySubsetOfAtMostKTasksOnce(
            @ForAll @IntRange(min = 1, max = 9) int tasks, @ForAll @IntRange(min = 1, max = 9) int k) {
        List<Network> pool = Pool.upTo(tasks, k);

        long subsets = 0;
        for (long bits = 1; bits < 1L << tasks; bits++) {
            subsets += Long.bitCount(bits) <= k ? 1 : 0;
        }
        assertThat(new HashSet<>(pool)).hasSize(pool.size());
        assertThat((long) pool.size()).isEqualTo(subsets + tasks);
    }

    @Test
    void fourteenTasksStillMakeAPoolAndFifteenAreRefusedBeforeAnythingIsBuilt() {
        assertThat(Pool.everySubsetWithHalfSizeSingles(14)).hasSize(16_397);
        assertThatThrownBy(() -> Pool.everySubsetWithHalfSizeSingles(15))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("smaller pool");
        assertThat(Pool.pairs(20)).hasSize(20 + 20 + 190);
        assertThatThrownBy(() -> Pool.everySubsetWithHalfSizeSingles(62)).isInstanceOf(UserException.class);
    }

    @Test
    void poolsAreReadByName() {
        assertThat(Pool.parse("subsets", 4)).isEqualTo(Pool.upTo(4, 4));
        assertThat(Pool.parse("pairs", 4)).isEqualTo(Pool.upTo(4, 2));
        assertThat(Pool.parse("upto:3", 4)).isEqualTo(Pool.upTo(4, 3));
        assertThat(Pool.parse("equal-budget", 4)).isEqualTo(Pool.equalBudget(4));
        assertThatThrownBy(() -> Pool.parse("all", 4)).isInstanceOf(UserException.class);
        assertThatThrownBy(() -> Pool.parse("upto:0", 4)).isInstanceOf(UserException.class);
    }

    @Test
    void theEqualBudgetPoolHoldsASingleOfOneOverKForEveryK() {
        List<Network> pool = Pool.equalBudget(5);

        assertThat(pool).hasSize(31 + 5 * 4).doesNotHaveDuplicates();
        for (int k = 1; k <= 5; k++) {
            EncoderSize share = new EncoderSize(Fraction.of(1, k));
            assertThat(pool.stream()
                            .filter(network -> network.encoder().equals(share)
                                    && network.tasks().size() == 1))
                    .hasSize(5);
        }
        assertThat(Pool.equalBudget(1)).hasSize(1);
    }
}
