package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTextTest {

    private static final List<String> TASKS = List.of("seg", "depth", "normal");

    @Test
    void everyLossIsReadAsItWasWrittenToTheLastBit() {
        Random random = new Random(11);
        for (int trial = 0; trial < 10_000; trial++) {
            double loss = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(loss)) {
                double[] read = LossText.read(TASKS, LossText.write(TASKS, Map.of("depth", loss, "seg", 0.1)));
                assertThat(read).containsExactly(0.1, loss, Double.NaN);
            }
        }
    }

    @Test
    void lossesStandInTheOrderOfTheTasksAndAreNullWhereThereIsNone() {
        Map<String, Double> losses = new LinkedHashMap<>();
        losses.put("normal", 2.0);
        losses.put("seg", 1e-7);

        assertThat(LossText.write(TASKS, losses)).isEqualTo("[1.0E-7,null,2.0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[1,2]", "[1,2,3,4]", "[1,2,3", "[1,2,3] 4", "{\"a\":1}", "[1,true,3]", "[1,2,x]"})
    void whatIsNoListOfSoManyLossesIsRefused(String text) {
        assertThatThrownBy(() -> LossText.read(TASKS, text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLossOfAnotherTaskIsRefusedByItsName() {
        assertThatThrownBy(() -> LossText.write(TASKS, Map.of("room", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("room");
    }
}
