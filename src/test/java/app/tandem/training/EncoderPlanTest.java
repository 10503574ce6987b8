package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.TaskKind;
import app.tandem.study.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderPlanTest {

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1",
        "LIGHT, 1/2",
        "LIGHT, 1/3",
        "LIGHT, 2/3",
        "LIGHT, 3/4",
        "STANDARD, 1",
        "STANDARD, 1/2",
        "STANDARD, 1/3",
        "STANDARD, 1/4",
        "STANDARD, 1/5",
        "STANDARD, 3/5"
    })
    void anEncoderNeverExceedsItsShareAndUsesAtLeast94PercentOfIt(EncoderDepth depth, String share) {
        EncoderSize size = EncoderSize.parse(share);
        long full = EncoderPlan.of(depth, EncoderSize.FULL, 64).multiplyAdds();

        EncoderPlan plan = EncoderPlan.of(depth, size, 64);

        Fraction allowed = size.share().times(Fraction.of(full));
        assertThat(Fraction.of(plan.multiplyAdds())).isLessThanOrEqualTo(allowed);
        assertThat(Fraction.of(plan.multiplyAdds())).isGreaterThanOrEqualTo(allowed.times(Fraction.of(94, 100)));
        assertThat(plan.multiplyAdds()).isEqualTo(widths(plan).multiplyAdds(64));
    }

    @Test
    void noPlanOfTheSameFamilyIsLargerAndStillFits() {
        EncoderPlan half = EncoderPlan.of(EncoderDepth.LIGHT, EncoderSize.HALF, 64);
        long most = EncoderPlan.of(EncoderDepth.LIGHT, EncoderSize.FULL, 64).multiplyAdds() / 2;

        for (int stage = 0; stage < 4; stage++) {
            assertThat(widen(half, stage).multiplyAdds(64)).isGreaterThan(most);
        }
    }

    @ParameterizedTest
    @EnumSource(EncoderDepth.class)
    void aShareThatCannotBeReachedIsRefusedWithTheSmallestPossible(EncoderDepth depth) {
        assertThatThrownBy(() -> EncoderPlan.of(depth, EncoderSize.parse("1/5000"), 64))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("1/5000")
                .hasMessageContaining("the smallest possible is 1/")
                .satisfies(refusal -> {
                    String message = String.valueOf(refusal.getMessage());
                    String smallest = message.substring(message.lastIndexOf("1/"), message.length() - 1);
                    assertThat(EncoderPlan.of(depth, EncoderSize.parse(smallest), 64)
                                    .multiplyAdds())
                            .isPositive();
                });
    }

    @Test
    void theLightEncoderTakesAbout15MillionMultiplyAddsAndAHeadAtMost3() {
        EncoderPlan plan = EncoderPlan.of(EncoderDepth.LIGHT, EncoderSize.FULL, 64);

        assertThat(plan.multiplyAdds()).isBetween(12_000_000L, 30_000_000L);
        for (TaskKind kind : new TaskKind[] {
            new TaskKind.Segmentation(18, 0), new TaskKind.Segmentation(100, -1), new TaskKind.RegressionMap(1),
            new TaskKind.RegressionMap(12), new TaskKind.NormalMap(), new TaskKind.Classification(100),
            new TaskKind.Regression(3)
        }) {
            assertThat(HeadPlan.of(kind, plan).multiplyAdds())
                    .as(kind.toString())
                    .isLessThanOrEqualTo(3_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 185", "STANDARD, 96"})
    void aHeadExceeds3MillionMultiplyAddsOnlyForMoreClassesThanThis(EncoderDepth depth, int classes) {
        EncoderPlan plan = EncoderPlan.of(depth, EncoderSize.FULL, 64);

        assertThat(HeadPlan.of(new TaskKind.Segmentation(classes, -1), plan).multiplyAdds())
                .isLessThanOrEqualTo(3_000_000);
        assertThat(HeadPlan.of(new TaskKind.Segmentation(classes + 1, -1), plan).multiplyAdds())
                .isGreaterThan(3_000_000);
    }

    @Test
    void aShareTakesTheSameWidthsAtEveryInputSize() {
        EncoderPlan small = EncoderPlan.of(EncoderDepth.STANDARD, EncoderSize.parse("1/4"), 64);
        EncoderPlan large = EncoderPlan.of(EncoderDepth.STANDARD, EncoderSize.parse("1/4"), 256);

        assertThat(widths(large)).isEqualTo(widths(small));
        assertThat(large.multiplyAdds()).isEqualTo(16 * small.multiplyAdds());
    }

    private static Widths widths(EncoderPlan plan) {
        return new Widths(
                plan.stemWidth(), plan.entryWidth(), plan.middleWidth(), plan.exitWidth(), plan.middleBlocks());
    }

    private static Widths widen(EncoderPlan plan, int stage) {
        return new Widths(
                plan.stemWidth() + (stage == 0 ? 8 : 0),
                plan.entryWidth() + (stage == 1 ? 8 : 0),
                plan.middleWidth() + (stage == 2 ? 8 : 0),
                plan.exitWidth() + (stage == 3 ? 8 : 0),
                plan.middleBlocks());
    }
}
