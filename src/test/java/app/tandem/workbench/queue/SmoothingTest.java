package app.tandem.workbench.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    @Test
    void noneLeavesACurveAsItIs() {
        assertThat(new Smoothing(0).of(List.of(3.0, 1.0, 2.0))).containsExactly(3.0, 1.0, 2.0);
    }

    @Test
    void aConstantCurveStaysWhereItIsFromItsFirstValueOn() {
        assertThat(new Smoothing(0.5).of(List.of(4.0, 4.0, 4.0))).containsExactly(4.0, 4.0, 4.0);
    }

    @Test
    void earlierValuesCountLess() {
        assertThat(new Smoothing(0.5).of(List.of(3.0, 0.0, 7.0))).containsExactly(3.0, 1.0, 7.75 / 1.75);
    }

    @Test
    void aShareOfOneIsRefused() {
        assertThatThrownBy(() -> new Smoothing(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
