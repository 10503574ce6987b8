package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.Selection;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.FigureExport.Format;
import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The figures of a report on the published losses of Standley et al. (2020). */
class ReportFiguresTest {

    private static final LossTable LOSSES = LossTableCsv.read(
                    Path.of("src", "test", "resources", "standley2020", "losses.csv"))
            .get(0);
    private static final StudyEvidence STUDY =
            new StudyEvidence(List.of(new SettingEvidence(LOSSES, affinities())), Optional.empty());

    /** Steps on the first task lower the loss of the second by 0.5 %, the other way round they raise it by 0.02 %. */
    private static List<AffinityMatrix> affinities() {
        double[][] shares = new double[5][5];
        double[][] cosines = new double[5][5];
        for (int task = 0; task < 5; task++) {
            Arrays.fill(shares[task], Double.NaN);
            Arrays.fill(cosines[task], 0.25);
        }
        shares[0][1] = 0.005;
        shares[1][0] = -0.0002;
        return List.of(
                new AffinityMatrix("tag", LOSSES.taskIds(), shares),
                new AffinityMatrix("cs", LOSSES.taskIds(), cosines));
    }

    /** Three seeds of every task alone and of all together, whose losses fall as 1 over the epoch. */
    private static List<TrainingCourse> courses() {
        List<TrainingCourse> courses = new ArrayList<>();
        List<Network> networks = List.of(
                Samples.full(0, 1, 2, 3, 4),
                Samples.full(0),
                Samples.full(1),
                Samples.full(2),
                Samples.full(3),
                Samples.full(4),
                Samples.full(0, 1, 2),
                Samples.full(2, 3, 4),
                Samples.half(2));
        for (Network network : networks) {
            for (int seed = 0; seed < 3; seed++) {
                List<EpochLosses> epochs = new ArrayList<>();
                for (int epoch = 1; epoch <= 20; epoch++) {
                    double loss = 0.1 * network.tasks().size() + 0.02 * seed + 1.0 / epoch;
                    Map<String, Double> losses = new LinkedHashMap<>();
                    network.taskIds(LOSSES.taskIds()).forEach(id -> losses.put(id, loss));
                    epochs.add(new EpochLosses(epoch, losses, losses));
                }
                courses.add(new TrainingCourse(network, seed, epochs));
            }
        }
        return courses;
    }

    @Test
    void trainingCurvesAreTheMeanOverSeedsAloneAndTogether() {
        TrainingCurves curves = (TrainingCurves) figure(ReportPiece.TRAINING_CURVES);

        assertThat(curves.panels()).hasSize(5).allSatisfy(panel -> assertThat(panel.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.points()).hasSize(20)));
        TrainingCurves.Point last =
                curves.panels().get(1).lines().get(1).points().get(19);
        assertThat(last.epoch()).isEqualTo(20);
        assertThat(last.loss()).isCloseTo(0.5 + 0.02 + 0.05, within(1e-12));
        assertThat(last.spread()).isCloseTo(0.02, within(1e-12));
        assertThat(svg(curves, FigurePreset.SINGLE_COLUMN)).contains(">Depth<", ">all together<");
    }

    @Test
    void withoutEpochsTheTrainingCurvesSayWhatIsMissing() {
        StudyReport none = report(Samples.TASKS, Words.ENGLISH).with(List.<TrainingCourse>of());

        assertThat(svg(none.figure(ReportPiece.TRAINING_CURVES), FigurePreset.DOUBLE_COLUMN))
                .contains("Neither a full-size network");
        assertThat(svg(none.figure(ReportPiece.GROUPING_CURVES), FigurePreset.DOUBLE_COLUMN))
                .contains("None of the networks of the best grouping");
    }

    /** The best at 2.5 SNT: semantic, depth and normals, normals, keypoints and edges, and normals once more at half size. */
    @Test
    void trainingCurvesOfTheBestGroupingTellWhoServes() {
        TrainingCurves curves = (TrainingCurves) figure(ReportPiece.GROUPING_CURVES);

        assertThat(curves.networks())
                .extracting(TrainingCurves.Key::name)
                .containsExactly("A  SDN", "B  NKT", "C  ½ N");
        assertThat(curves.panels()).extracting(TrainingCurves.Panel::name).contains("N  Surface normals");
        List<TrainingCurves.Line> normals = curves.panels().get(2).lines();
        assertThat(normals).extracting(TrainingCurves.Line::network).containsExactly(0, 1, 2);
        assertThat(normals).extracting(TrainingCurves.Line::auxiliary).containsExactly(true, true, false);
        assertThat(curves.panels().get(0).lines()).hasSize(1);
        assertThat(curves.panels().get(0).lines().get(0).points().get(19).loss())
                .isCloseTo(0.3 + 0.02 + 0.05, within(1e-12));
        assertThat(svg(curves, FigurePreset.SINGLE_COLUMN)).contains(">B  NKT<", "Dashed: learned there");
    }

    @Test
    void aBudgetThatBuysNothingHasNoCurves() {
        StudyReport report = report(Samples.TASKS, Words.ENGLISH);
        StudyReport poor = new StudyReport(
                report.losses(), report.frontier(), Budget.parse("0.5"), List.of(), STUDY, report.courses());

        assertThat(svg(poor.figure(ReportPiece.GROUPING_CURVES), FigurePreset.SINGLE_COLUMN))
                .contains("No grouping is known");
    }

    @Test
    void affinitiesOfAJointRunAreShownAsPercentOfALossOrAsCosines() {
        StudyReport report = report(Samples.TASKS, Words.ENGLISH);

        assertThat(report.text(ReportPiece.TAG_AFFINITY, ReportFormat.CSV)).contains("segment_semantic,,0.5,", "-0.02");
        assertThat(report.text(ReportPiece.TAG_AFFINITY, ReportFormat.MARKDOWN)).contains("**0.500**", "-0.020");
        assertThat(report.text(ReportPiece.CS_AFFINITY, ReportFormat.LATEX)).contains("0.250", "Gradient of");
        assertThat(svg(report.figure(ReportPiece.TAG_HEATMAP), FigurePreset.SINGLE_COLUMN))
                .contains(">+0.50<", ">−0.02<", "blue helps");
        assertThat(report.holds(ReportPiece.ETAP_AFFINITY)).isFalse();
        assertThat(report.text(ReportPiece.ETAP_AFFINITY, ReportFormat.MARKDOWN))
                .contains("No affinities were measured");
        assertThat(svg(report.figure(ReportPiece.ETAP_HEATMAP), FigurePreset.DOUBLE_COLUMN))
                .contains("No affinities were measured");
    }

    @Test
    void smallAffinitiesKeepTheirDigits() {
        double[][] shares = {{Double.NaN, 0.00052}, {0.000011, Double.NaN}};
        LossTable two =
                LossTable.builder("s", List.of("a", "b"), List.of(1.0, 1.0)).build();
        SettingEvidence setting =
                new SettingEvidence(two, List.of(new AffinityMatrix("etap", List.of("a", "b"), shares)));
        JointAffinityReport joint = new JointAffinityReport("etap", setting, List.of("A", "B"), Words.ENGLISH);

        assertThat(MarkdownTable.format(joint.table())).contains("0.0520", "0.0011");
        assertThat(svg(joint.heatmap(), FigurePreset.SINGLE_COLUMN)).contains(">+0.052<", ">+0.001<");
    }

    private static StudyReport report(List<app.tandem.study.Task> tasks, Words words) {
        return new StudyReport(
                LossTableReport.of(LOSSES, Samples.names(tasks), words),
                STUDY.settings().get(0).frontier(),
                Budget.parse("2.5"),
                List.of(),
                STUDY,
                courses());
    }

    private static Figure figure(ReportPiece piece) {
        return report(Samples.TASKS, Words.ENGLISH).figure(piece);
    }

    private static String svg(Figure figure, FigurePreset preset) {
        FigureStyle style = new FigureStyle(preset, preset.textSize());
        return new String(FigureExport.bytes(figure, Format.SVG, style.size(figure)), StandardCharsets.UTF_8);
    }

    @Test
    void everyMethodHasItsCurveAndThoseOfSingleBudgetsArePoints() {
        BudgetCurve curve = (BudgetCurve) figure(ReportPiece.METHOD_CURVES);

        assertThat(curve.series())
                .extracting(BudgetCurve.Series::name)
                .containsExactlyInAnyOrder(
                        "Optimal",
                        "HOA",
                        "ESA",
                        "Guided search",
                        "Random, mean",
                        "All in one",
                        "Independent",
                        "TAG",
                        "Gradient cosine");
        assertThat(curve.series())
                .filteredOn(BudgetCurve.Series::points)
                .extracting(BudgetCurve.Series::name)
                .containsExactlyInAnyOrder("All in one", "Independent");
        BudgetCurve.Series hoa = curve.series().stream()
                .filter(series -> series.name().equals("HOA"))
                .findFirst()
                .orElseThrow();
        assertThat(hoa.at(Fraction.parse("4.5"))).contains(0.44552);
        assertThat(curve.hasBands()).as("one seed has no spread").isFalse();
    }

    /** Two networks, of tasks a and b and of c; each seed's losses are 1 and what is added to those of its runs. */
    private static LossTable twoNetworks(Map<Integer, Double> pair, Map<Integer, Double> single) {
        Network both = Samples.full(0, 1);
        Network one = Samples.full(2);
        LossTable.Builder losses = LossTable.builder("s", List.of("a", "b", "c"), List.of(1.0, 1.0, 2.0));
        for (Measure measure : List.of(Measure.VALIDATION, Measure.TEST)) {
            pair.forEach((seed, more) ->
                    losses.add(both, seed, measure, 0, 1 + more).add(both, seed, measure, 1, 1 + 2 * more));
            single.forEach((seed, more) -> losses.add(one, seed, measure, 2, 1 + more));
        }
        return losses.build();
    }

    private static double spread(LossTable losses) {
        Selection best = new SettingEvidence(losses, List.of()).frontier().require(Budget.parse("2"));
        return SeedSpread.of(losses, best, Measure.TEST);
    }

    @Test
    void theBandIsTheSpreadOfTheGroupingsTotalsSeedBySeed() {
        // With the weights the pair adds 0.3 in the second seed, the single task 0.4.
        LossTable together = twoNetworks(Map.of(0, 0.0, 1, 0.1), Map.of(0, 0.0, 1, 0.2));

        assertThat(spread(together)).isCloseTo(0.7 / Math.sqrt(2), within(1e-12));
        BudgetCurve curve = MethodCurves.of(new SettingEvidence(together, List.of()), Words.ENGLISH);
        assertThat(curve.hasBands()).isTrue();
        assertThat(svg(curve, FigurePreset.DOUBLE_COLUMN)).contains("Band: one standard deviation over seeds");
    }

    @Test
    void networksThatVaryAgainstEachOtherMakeASteadyTotal() {
        assertThat(spread(twoNetworks(Map.of(0, 0.2, 1, 0.0, 2, 0.1), Map.of(0, 0.0, 1, 0.3, 2, 0.15))))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void onlySeedsOfAllItsNetworksTellTheSpreadOfAGrouping() {
        // Seeds 1 and 2 are common; what one network did in another seed says nothing of the total.
        assertThat(spread(twoNetworks(Map.of(0, 9.0, 1, 0.0, 2, 0.1), Map.of(1, 0.0, 2, 0.0, 3, 7.0))))
                .isCloseTo(0.3 / Math.sqrt(2), within(1e-12));
        assertThat(spread(twoNetworks(Map.of(0, 0.0, 1, 0.1), Map.of(1, 0.0, 2, 0.1))))
                .as("one common seed has no spread")
                .isNaN();
    }

    @Test
    void heatmapsHoldTheValuesOfTheirTables() {
        String pairs = svg(figure(ReportPiece.PAIRWISE_HEATMAP), FigurePreset.DOUBLE_COLUMN);
        String affinity = svg(figure(ReportPiece.AFFINITY_HEATMAP), FigurePreset.DOUBLE_COLUMN);

        assertThat(pairs).contains(">+8.5<", ">−11.3<", ">trained with<", ">gain of<");
        assertThat(affinity).contains(">−1.4<").doesNotContain(">trained with<");
    }

    @Test
    void whereNamesDoNotFitOverTheColumnsOfAHeatmapTheirLettersDo() {
        assertThat(svg(figure(ReportPiece.PAIRWISE_HEATMAP), FigurePreset.DOUBLE_COLUMN))
                .contains(">Surface normals<")
                .doesNotContain(">N<");
        assertThat(svg(figure(ReportPiece.PAIRWISE_HEATMAP), FigurePreset.SINGLE_COLUMN))
                .contains(">N  Surface normals<", ">N<");
    }

    @Test
    void theArchitecturesBearTheStudysOwnNumbers() {
        ComparisonDiagram size = (ComparisonDiagram) figure(ReportPiece.SAME_SIZE);
        ComparisonDiagram budget = (ComparisonDiagram) figure(ReportPiece.SAME_BUDGET);

        assertThat(size.sides().get(0).encoders()).hasSize(5);
        assertThat(size.sides().get(0).numbers()).isEqualTo("5 SNT · total test loss 0.4477");
        assertThat(size.sides().get(1).numbers()).isEqualTo("1 SNT · total test loss 0.5028 · Δ −19.0\u00A0%");
        assertThat(size.sides().get(1).encoders().get(0).heads()).hasSize(5).allSatisfy(head -> assertThat(head.label())
                .matches(".* 0\\.\\d{4} \\([+−]\\d+\\.\\d\u00A0%\\)"));
        assertThat(budget.sides().get(0).encoders())
                .allSatisfy(encoder -> assertThat(encoder.share()).isEqualTo(Fraction.of(1, 5)));
        assertThat(budget.sides().get(0).numbers()).isEqualTo("1 SNT · not all measured");
    }

    @Test
    void everyFigureFitsEveryPresetInBothLanguages() throws IOException {
        for (FigurePreset preset : FigurePreset.values()) {
            for (Words words : List.of(Words.ENGLISH, Words.in(Locale.KOREAN))) {
                StudyReport report = report(words == Words.ENGLISH ? Samples.TASKS : Samples.KOREAN, words);
                for (ReportPiece piece : ReportPiece.all(true)) {
                    FigureSize size = new FigureStyle(preset, preset.textSize()).size(report.figure(piece));
                    InkBounds ink = new InkBounds(size);
                    assertThat(ink.of(report.figure(piece)))
                            .as(piece + " " + preset)
                            .satisfies(box -> {
                                assertThat(box.getMinX()).isGreaterThan(-0.5);
                                assertThat(box.getMinY()).isGreaterThan(-0.5);
                                assertThat(box.getMaxX()).isLessThan(size.width() + 0.5);
                                assertThat(box.getMaxY()).isLessThan(size.height() + 0.5);
                            });
                }
            }
        }
    }

    @Test
    void textInAPdfStaysText() throws IOException {
        for (ReportPiece piece : ReportPiece.all(true)) {
            Figure figure = report(Samples.KOREAN, Words.in(Locale.KOREAN)).figure(piece);
            byte[] pdf = FigureExport.bytes(figure, Format.PDF, FigureSize.doubleColumn(figure));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document);
                assertThat(text).as(piece.id()).containsAnyOf("표면 법선", "예산", "손실");
            }
        }
    }
}
