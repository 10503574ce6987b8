package app.tandem.workbench.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FittedColumnsTest {

    private static final double[] PREFERRED = {160, 100, 80};
    private static final double[] LEAST = {100, 70, 60};

    @Test
    void columnsFillTheWidthWhetherTheTableGrowsOrShrinks() {
        for (double width : new double[] {900, 340, 339, 300, 231}) {
            assertThat(Arrays.stream(FittedColumns.widths(width, PREFERRED, LEAST))
                            .sum())
                    .as("at " + width)
                    .isEqualTo(width);
        }
    }

    @Test
    void noColumnIsNarrowerThanItCanBe() {
        assertThat(FittedColumns.widths(100, PREFERRED, LEAST)).isEqualTo(LEAST);
        assertThat(FittedColumns.widths(340, PREFERRED, LEAST)).isEqualTo(PREFERRED);
        double[] between = FittedColumns.widths(285, PREFERRED, LEAST);
        for (int i = 0; i < between.length; i++) {
            assertThat(between[i]).isBetween(LEAST[i], PREFERRED[i]);
        }
    }
}
