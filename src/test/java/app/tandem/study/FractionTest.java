package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({"2.5,5/2", "5/2,5/2", "3,3", "0.5,1/2", ".25,1/4", "10/4,5/2", " 1 / 3 ,1/3", "2.,2", "-1.5,-3/2"})
    void decimalsAndRatiosAreReadExactly(String text, String expected) {
        assertThat(Fraction.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "1/0", "1e3", "NaN", "1/2/3", "--1", "1,5", "1.0000001"})
    void anythingElseIsRefusedWithARemedy(String text) {
        assertThatThrownBy(() -> Fraction.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("2.5")
                .hasMessageContaining("5/2");
    }

    @Test
    void threeThirdsAreExactlyOne() {
        Fraction third = Fraction.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
    }

    @Test
    void valuesBeyondLongAreRefusedRatherThanWrapped() {
        Fraction huge = Fraction.of(Long.MAX_VALUE);
        assertThatThrownBy(() -> huge.plus(Fraction.ONE)).isInstanceOf(ArithmeticException.class);
        assertThat(huge.compareTo(Fraction.of(1, Long.MAX_VALUE))).isPositive();
    }

    @Test
    void decimalsAreRoundedToFourPlaces() {
        assertThat(Fraction.of(1, 3).toDecimal()).isEqualTo("0.3333");
        assertThat(Fraction.of(10).toDecimal()).isEqualTo("10");
        assertThat(Fraction.ZERO.toDecimal()).isEqualTo("0");
    }

    @Property
    void orderAgreesWithTheDifference(
            @ForAll @IntRange(min = -50, max = 50) int a,
            @ForAll @IntRange(min = 1, max = 20) int b,
            @ForAll @IntRange(min = -50, max = 50) int c,
            @ForAll @IntRange(min = 1, max = 20) int d) {
        Fraction left = Fraction.of(a, b);
        Fraction right = Fraction.of(c, d);
        assertThat(Integer.signum(left.compareTo(right)))
                .isEqualTo(Integer.signum(left.minus(right).compareTo(Fraction.ZERO)));
        assertThat(left.minus(right).plus(right)).isEqualTo(left);
        assertThat(Fraction.parse(left.toString())).isEqualTo(left);
    }

    @Property
    void floorIsTheGreatestWholeNumberNotAbove(
            @ForAll @IntRange(min = -500, max = 500) int a, @ForAll @IntRange(min = 1, max = 20) int b) {
        assertThat(Fraction.of(a, b).floor()).isEqualTo((long) Math.floor((double) a / b));
    }
}
