package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TaskLossesTest {

    private static final TaskLosses SOME =
            TaskLosses.of(List.of("seg", "depth", "normal"), new double[] {Double.NaN, 0.5, 0.25});

    @Test
    void aTaskWithoutALossIsNotInTheMap() {
        Map<String, Double> expected = new LinkedHashMap<>();
        expected.put("depth", 0.5);
        expected.put("normal", 0.25);
        Map<String, Double> walked = new LinkedHashMap<>();
        SOME.forEach(walked::put);

        assertThat(SOME).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(2);
        assertThat(SOME.keySet()).containsExactly("depth", "normal");
        assertThat(walked).containsExactlyEntriesOf(expected);
        assertThat(SOME.get("seg")).isNull();
        assertThat(SOME.containsKey("seg")).isFalse();
        assertThat(SOME.get("room")).isNull();
        assertThat(SOME.get("depth")).isEqualTo(0.5);
    }

    @Test
    void nobodyCanChangeIt() {
        Map<String, Double> source = new HashMap<>(Map.of("depth", 0.5));
        TaskLosses copy = TaskLosses.copyOf(source);
        source.put("depth", 1.0);

        assertThat(copy).containsOnly(Map.entry("depth", 0.5));
        assertThat(TaskLosses.copyOf(copy)).isSameAs(copy);
        assertThatThrownBy(() -> copy.put("depth", 1.0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.remove("depth")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void lossesThatAreReadLaterAreReadOnceAndOnlyIfSomebodyAsks() {
        AtomicInteger readings = new AtomicInteger();
        TaskLosses later = TaskLosses.later(List.of("depth", "normal"), () -> {
            readings.incrementAndGet();
            return new double[] {0.5, 0.25};
        });
        assertThat(TaskLosses.copyOf(later)).isSameAs(later);
        assertThat(readings).hasValue(0);

        assertThat(later.get("normal")).isEqualTo(0.25);
        assertThat(later).containsExactly(Map.entry("depth", 0.5), Map.entry("normal", 0.25));
        assertThat(readings).hasValue(1);
    }

    @Test
    void whatIsNoLossIsRefusedByItsTask() {
        assertThatThrownBy(() -> TaskLosses.copyOf(Map.of("depth", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the loss of depth is NaN");
        assertThatThrownBy(() -> TaskLosses.of(List.of("depth"), new double[] {Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the loss of depth is Infinity");
        assertThatThrownBy(() -> TaskLosses.of(List.of("depth"), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 losses of 1 tasks");
    }
}
