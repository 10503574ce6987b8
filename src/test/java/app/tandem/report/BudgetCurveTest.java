package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.SearchOptions;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.FigureExport.Format;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetCurveTest {

    private static String svg(BudgetCurve curve) {
        return new String(
                FigureExport.bytes(curve, Format.SVG, FigureSize.doubleColumn(curve)), StandardCharsets.UTF_8);
    }

    @Test
    void itNamesMethodsGroupingsAndHowTheyWereSelected() {
        assertThat(svg(Samples.curve(Words.ENGLISH)))
                .contains(
                        ">Optimal<",
                        ">HOA<",
                        ">my groupings<",
                        ">Semantic alone<",
                        ">0.4461<",
                        ">budget (SNT)<",
                        ">Selected on validation, reported on test<");
        assertThat(svg(Samples.curve(Words.in(Locale.KOREAN)))).contains(">예산 (SNT)<", ">검증으로 고르고 테스트로 보고<");
    }

    @Test
    void itIsDrawnFromAFrontier() {
        BudgetCurve curve = BudgetCurve.of(Samples.frontier(), Optional.of(Budget.parse("2.5")), Words.ENGLISH);
        assertThat(curve.series())
                .extracting(BudgetCurve.Series::name)
                .containsExactly("Optimal, test", "Optimal, validation");
        assertThat(curve.series().get(0).at(Fraction.parse("2.75"))).contains(0.44612);
        assertThat(curve.series().get(0).at(Fraction.parse("0.5"))).isEmpty();
        assertThat(svg(curve)).contains(">0.4461<");
    }

    /** Where all that is known costs 2.5 SNT, the last budget on the axis is wide and stands at the very end. */
    @ParameterizedTest
    @ValueSource(strings = {"2.5", "3", "4"})
    void nothingStandsBeyondTheFigure(String budget) {
        LossTable table = LossTable.builder("s", List.of("a", "b", "c"), List.of(1.0, 1.0, 1.0))
                .add(Network.of(TaskSet.of(0), EncoderSize.FULL), 0, Measure.VALIDATION, 0, 0.5)
                .add(Network.of(TaskSet.of(1), EncoderSize.FULL), 0, Measure.VALIDATION, 1, 0.4)
                .add(Samples.half(2), 0, Measure.VALIDATION, 2, 0.3)
                .build();
        BudgetCurve curve = BudgetCurve.of(
                GroupingSolver.frontier(table, SearchOptions.COVER), Optional.of(Budget.parse(budget)), Words.ENGLISH);
        for (int width = 300; width <= 800; width += 100) {
            BufferedImage image = new BufferedImage(width + 100, 400, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            curve.paint(graphics, width, 400, FigureTheme.light(11));
            graphics.dispose();
            for (int x = width + 1; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    assertThat(image.getRGB(x, y) >>> 24).as(x + ", " + y).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2})
    void everyPointIsFoundWhereItIsPainted(double scale) {
        BudgetCurve curve = Samples.curve(Words.ENGLISH);
        double width = 600 * scale;
        double height = 400 * scale;
        BufferedImage image = FigureExport.image(curve, FigureSize.pixels(width, height, 11), FigureTheme.light(11));
        List<BudgetCurve.Spot> spots = curve.spots(width, height, 11);

        assertThat(spots).filteredOn(spot -> spot.series() == -1).hasSameSizeAs(curve.mine());
        assertThat(spots).filteredOn(spot -> spot.series() == -1).allSatisfy(spot -> assertThat(
                        image.getRGB((int) spot.x(), (int) spot.y()))
                .isEqualTo(FigureTheme.light(11).text().getRGB()));
        assertThat(spots)
                .filteredOn(spot -> spot.series() == 0)
                .hasSameSizeAs(curve.series().get(0).steps())
                .isSortedAccordingTo(Comparator.comparingDouble(BudgetCurve.Spot::x));

        BudgetCurve.Area area = curve.area(width, height, 11);
        assertThat(spots).allSatisfy(spot -> {
            double budget = spot.series() < 0
                    ? curve.mine().get(spot.index()).cost().toDouble()
                    : curve.series()
                            .get(spot.series())
                            .steps()
                            .get(spot.index())
                            .budget()
                            .toDouble();
            assertThat(area.budget(spot.x(), spot.y())).hasValueCloseTo(budget, within(1e-9));
        });
        assertThat(area.budget(area.left() - 1, area.top() + 1)).isEmpty();
        assertThat(area.budget(area.left() + 1, area.bottom() + 1)).isEmpty();
    }

    @Test
    void whereATestLossIsMissingTheCurveIsBroken() {
        Network joint = Samples.half(0, 1);
        Network first = Samples.half(0);
        Network second = Samples.half(1);
        LossTable table = LossTable.builder("s", List.of("a", "b"), List.of(1.0, 1.0))
                .add(joint, 0, Measure.VALIDATION, 0, 0.5)
                .add(joint, 0, Measure.VALIDATION, 1, 0.5)
                .add(joint, 0, Measure.TEST, 0, 0.6)
                .add(joint, 0, Measure.TEST, 1, 0.6)
                .add(first, 0, Measure.VALIDATION, 0, 0.4)
                .add(second, 0, Measure.VALIDATION, 1, 0.3)
                .add(second, 0, Measure.TEST, 1, 0.35)
                .build();

        BudgetCurve curve = BudgetCurve.of(
                GroupingSolver.frontier(table, SearchOptions.COVER), Optional.of(Budget.parse("1.5")), Words.ENGLISH);

        BudgetCurve.Series test = curve.series().get(0);
        assertThat(test.measure()).isEqualTo(Measure.TEST);
        assertThat(test.at(Fraction.parse("0.5"))).contains(1.2);
        assertThat(test.at(Fraction.ONE)).isEmpty();
        assertThat(test.at(Fraction.parse("1.5"))).isEmpty();
        assertThat(svg(curve)).doesNotContain("NaN");
    }

    @Test
    void aBrokenCurveIsNotDrawnAcrossItsGap() {
        BudgetCurve.Series series = Samples.series("One", 0, 0.9, 0.5, Double.NaN, 0.4);
        BudgetCurve broken = new BudgetCurve("t", List.of(series), List.of(), Optional.empty(), Words.ENGLISH);

        assertThat(series.at(Fraction.parse("1.5"))).contains(0.5);
        assertThat(series.at(Fraction.parse("2.25"))).isEmpty();
        assertThat(series.at(Fraction.parse("2.5"))).contains(0.4);
        assertThat(svg(broken)).doesNotContain("NaN").containsPattern("M[\\d. ]+L[\\d. ]+L[\\d. ]+L[\\d. ]+M[\\d. ]+L");
    }

    @Test
    void aNameIsNeverLostWhereGroupingsCrowd() {
        List<BudgetCurve.Mark> crowd = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> new BudgetCurve.Mark("Grouping number " + i, Fraction.of(2), 0.4652))
                .toList();
        String svg = svg(Samples.curve(Words.ENGLISH).withMine(crowd));
        assertThat(crowd).allSatisfy(mark -> assertThat(svg).contains(">" + mark.name() + "<"));
    }

    @Test
    void withoutAnyGroupingItSaysSo() {
        BudgetCurve empty = new BudgetCurve("t", List.of(), List.of(), Optional.empty(), Words.ENGLISH);
        assertThat(svg(empty)).contains("No grouping is known yet");
    }

    @Test
    void aSingleFlatStepIsDrawn() {
        BudgetCurve flat = new BudgetCurve(
                "t", List.of(Samples.series("One", 0, 0.5)), List.of(), Optional.empty(), Words.ENGLISH);
        assertThat(svg(flat)).contains(">One<").doesNotContain("NaN");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameCurveGivesTheSameBytes(Format format) {
        BudgetCurve curve = Samples.curve(Words.in(Locale.KOREAN));
        FigureSize size = FigureSize.singleColumn(curve);
        assertThat(FigureExport.bytes(curve, format, size)).isEqualTo(FigureExport.bytes(curve, format, size));
    }

    @Test
    void itSurvivesAWindowWithoutRoom() {
        assertThatCode(() -> FigureExport.image(
                        Samples.curve(Words.ENGLISH), FigureSize.pixels(3, 2, 12), FigureTheme.dark(12)))
                .doesNotThrowAnyException();
    }
}
