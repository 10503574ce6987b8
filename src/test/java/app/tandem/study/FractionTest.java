package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({
        "2.5,5/2",
        "5/2,5/2",
        "3,3",
        "0.5,1/2",
        ".25,1/4",
        "10/4,5/2",
        " 1 / 3 ,1/3",
        "2.,2",
        "-1.5,-3/2",
        "0.3333333333333333,3333333333333333/10000000000000000",
        "1.0000000000000000000,1",
        "0,0",
        "0.00,0"
    })
    void decimalsAndRatiosAreReadExactly(String text, String expected) {
        assertThat(Fraction.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "1/0", "1e3", "NaN", "1/2/3", "--1", "1,5", ".", "/"})
    void anythingElseIsRefusedWithARemedy(String text) {
        assertThatThrownBy(() -> Fraction.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("2.5")
                .hasMessageContaining("5/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1234567890123456789",
                "10.123456789012345678",
                "1234567890123456789012",
                "1/99999999999999999999"
            })
    void moreDigitsThanCanBeHeldAreSaidToBeTooMany(String text) {
        assertThatThrownBy(() -> Fraction.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("at most 18");
    }

    @ParameterizedTest
    @CsvSource({"5/2,2.5", "1/3,1/3", "3,3", "-1/8,-0.125", "100,100", "0,0"})
    void theExactTextIsADecimalWhereThereIsOne(String value, String text) {
        assertThat(Fraction.parse(value).toExact()).isEqualTo(text);
    }

    @Property
    void theExactTextIsReadBack(@ForAll long numerator, @ForAll @LongRange(min = 1) long denominator) {
        Fraction value = Fraction.of(numerator, denominator);
        assertThat(Fraction.parse(value.toExact())).isEqualTo(value);
    }

    @Test
    void costsThatCannotBeAddedExactlyAreRefusedWithARemedy() {
        Cost cost = new Cost(Fraction.of(1, 999_999_999_999_999_989L));
        assertThatThrownBy(() -> cost.plus(new Cost(Fraction.of(1, 1_000_003))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("small denominators");
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
