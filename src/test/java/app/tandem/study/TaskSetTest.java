package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

class TaskSetTest {

    private static final TaskSet SOME = TaskSet.of(61, 0, 7);

    @Test
    void theTasksOfASetComeInAscendingOrderHoweverTheyAreAskedFor() {
        List<Integer> iterated = new ArrayList<>();
        SOME.forEach(iterated::add);

        assertThat(iterated).containsExactly(0, 7, 61);
        assertThat(SOME.stream()).containsExactly(0, 7, 61);
        assertThat(SOME.toArray()).containsExactly(0, 7, 61);
        assertThat(SOME).hasToString("{0,7,61}");
        assertThat(TaskSet.EMPTY.stream()).isEmpty();
    }

    @Test
    void aSetThatIsWalkedToItsEndHasNoMore() {
        PrimitiveIterator.OfInt tasks = TaskSet.of(3).iterator();

        assertThat(tasks.nextInt()).isEqualTo(3);
        assertThat(tasks.hasNext()).isFalse();
        assertThatThrownBy(tasks::nextInt).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theRankOfATaskCountsTheTasksBeforeIt() {
        assertThat(SOME.rank(0)).isZero();
        assertThat(SOME.rank(7)).isEqualTo(1);
        assertThat(SOME.rank(60)).isEqualTo(2);
        assertThat(SOME.rank(61)).isEqualTo(2);
    }

    @Test
    void idsAreJoinedInTheOrderOfTheTasks() {
        assertThat(TaskSet.of(2, 0).join(List.of("depth", "normal", "edges"))).isEqualTo("depth+edges");
        assertThat(TaskSet.EMPTY.join(List.of())).isEmpty();
    }
}
