package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tandem.data.LossTableCsv;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.TaskSet;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a report on the published losses of Standley et al. (2020): all three settings. */
class ReportTablesTest {

    private static final List<LossTable> SETTINGS =
            LossTableCsv.read(Path.of("src", "test", "resources", "standley2020", "losses.csv"));
    private static final StudyEvidence STUDY = StudyEvidence.of(SETTINGS);
    private static final List<Grouping> MINE =
            List.of(new Grouping("All in one", List.of(Grouping.Member.of(Samples.full(0, 1, 2, 3, 4)))));

    private static StudyReport report(int setting, Words words) {
        return new StudyReport(
                LossTableReport.of(SETTINGS.get(setting), Samples.names(Samples.TASKS), words),
                STUDY.settings().get(setting).frontier(),
                Budget.parse("2.5"),
                MINE,
                STUDY);
    }

    private static Table table(ReportPiece piece) {
        return report(0, Words.ENGLISH).table(piece);
    }

    private static double number(Table table, int row, int column) {
        Cell cell = table.rows().get(row).cells().get(column);
        return cell instanceof Cell.Mean mean ? mean.mean() : ((Cell.Amount) cell).value();
    }

    private static String words(Table table, int row, int column) {
        return ((Cell.Text) table.rows().get(row).cells().get(column)).shown();
    }

    @Test
    void multiTaskAgainstSingleTaskIsTheFirstRowOfTable1AndWhatTheDataHoldOfTheSecond() {
        Table table = table(ReportPiece.SHARING);

        double[] same = {0, -7.56, -7.23, -10.69, -19.00};
        for (int k = 1; k <= 5; k++) {
            assertThat(number(table, k - 1, 1)).isCloseTo(same[k - 1], within(0.005));
        }
        assertThat(number(table, 0, 3)).isZero();
        assertThat(number(table, 1, 3)).isCloseTo(-1.15, within(0.005));
        assertThat(table.rows().get(2).cells().get(3)).isEqualTo(Cell.ABSENT);
        assertThat(table.notes()).last().asString().contains("1/3, 1/4, 1/5").contains("equal-budget");
    }

    @Test
    void withTheEqualBudgetPoolEveryKHasItsBaseline() {
        LossTable.Builder losses = LossTable.builder("s", List.of("a", "b", "c"), List.of(1.0, 1.0, 1.0));
        for (Network network : Pool.equalBudget(3)) {
            // A smaller encoder is worse, and each task more in a network makes it a tenth worse.
            double loss = 1 / network.encoder().share().toDouble()
                    + 0.1 * (network.tasks().size() - 1);
            network.tasks().forEach(task -> losses.add(network, 0, Measure.TEST, task, loss));
        }

        Table table = new SharingReport(losses.build(), List.of("A", "B", "C"), Measure.TEST, Words.ENGLISH).sharing();

        assertThat(number(table, 1, 1)).isCloseTo(-10, within(1e-9));
        assertThat(number(table, 1, 3)).isCloseTo(100 * (2 - 1.1) / 2, within(1e-9));
        assertThat(number(table, 2, 3)).isCloseTo(100 * (3 - 1.2) / 3, within(1e-9));
        assertThat(table.notes()).hasSize(1);
    }

    @Test
    void pairsGainWhatThePublishedTableOfSetting1Says() {
        Table table = table(ReportPiece.PAIRWISE);

        assertThat(table.title()).contains("1/2").contains("setting1");
        assertThat(number(table, 0, 3)).isCloseTo(8.50, within(0.015));
        assertThat(number(table, 2, 1)).isCloseTo(-11.29, within(0.015));
        assertThat(table.rows().get(1).cells().get(2)).isEqualTo(Cell.ABSENT);
        assertThat(table.rows()).hasSize(6);
    }

    @Test
    void affinityIsTheSameInBothDirections() {
        Table table = table(ReportPiece.AFFINITY);

        assertThat(number(table, 0, 3))
                .isCloseTo((8.50 - 11.29) / 2, within(0.015))
                .isEqualTo(number(table, 2, 1));
    }

    @Test
    void withoutHalfSizeNetworksPairsAreComparedAtTheSameSizeAndTheTitleSaysSo() {
        LossTable table = LossTable.builder("s", List.of("a", "b"), List.of(1.0, 1.0))
                .add(Network.of(TaskSet.of(0), EncoderSize.FULL), 0, Measure.TEST, 0, 2)
                .add(Network.of(TaskSet.of(0, 1), EncoderSize.FULL), 0, Measure.TEST, 0, 1.5)
                .build();

        Table pairs = new SharingReport(table, List.of("A", "B"), Measure.TEST, Words.ENGLISH).pairwise();

        assertThat(pairs.title()).contains("of size 1:");
        assertThat(number(pairs, 0, 2)).isEqualTo(25);
        assertThat(pairs.rows().get(1).cells().get(1)).isEqualTo(Cell.ABSENT);
    }

    @Test
    void deltaIsTheMeanOfTheTasksGains() {
        Table table = table(ReportPiece.GROUPING_GAINS);

        assertThat(words(table, 0, 0)).isEqualTo("All in one");
        double mean = 0;
        for (int task = 0; task < 5; task++) {
            mean += number(table, 0, 2 + task) / 5;
        }
        assertThat(number(table, 0, 7)).isCloseTo(mean, within(1e-9)).isCloseTo(-19.00, within(0.005));
    }

    @Test
    void methodsAreRankedByTheirPublishedExcess() {
        Table table = table(ReportPiece.METHODS);
        List<String> methods = table.rows().stream()
                .map(row -> ((Cell.Text) row.cells().get(1)).full())
                .toList();

        assertThat(number(table, methods.indexOf("hoa"), 2)).isCloseTo(1.05, within(0.005));
        assertThat(number(table, methods.indexOf("esa"), 2)).isCloseTo(3.02, within(0.005));
        assertThat(number(table, 0, 0)).isEqualTo(1);
        assertThat(words(table, 0, 1)).isEqualTo("Optimal");
        // It stands at two of the nine budgets only, so that its mean is no rank.
        int independent = methods.indexOf("independent");
        assertThat(table.rows().get(independent).cells().get(0)).isEqualTo(Cell.ABSENT);
        assertThat(number(table, independent, 4)).isEqualTo(2);
    }

    @Test
    void theRankingOfAllSettingsIsByTheMeanOverThem() {
        Table table = table(ReportPiece.RANKING);
        List<String> methods = table.rows().stream()
                .map(row -> ((Cell.Text) row.cells().get(1)).full())
                .toList();

        assertThat(methods).containsExactly("optimal", "guided", "hoa", "esa", "random");
        int hoa = methods.indexOf("hoa");
        assertThat(number(table, hoa, 2)).isCloseTo(1.05, within(0.005));
        assertThat(number(table, hoa, 3)).isCloseTo(0.35, within(0.005));
        assertThat(number(table, hoa, 4)).isCloseTo(1.01, within(0.005));
        assertThat(number(table, hoa, 5)).isCloseTo((1.05 + 0.35 + 1.01) / 3, within(0.005));
    }

    @Test
    void settingsStandSideBySideWithTheWinnerPerTaskAndOnAverage() {
        Table table = table(ReportPiece.SETTINGS);
        int sum = 5;

        assertThat(number(table, sum, 1)).isCloseTo(.44612, within(0.000005));
        assertThat(number(table, sum, 2)).isCloseTo(.31450, within(0.000005));
        assertThat(number(table, sum, 3)).isCloseTo(.38776, within(0.000005));
        assertThat(words(table, sum, 4)).isEqualTo("setting2");
        for (int task = 0; task < 5; task++) {
            double[] losses = {number(table, task, 1), number(table, task, 2), number(table, task, 3)};
            int winner = Integer.parseInt(words(table, task, 4).substring("setting".length())) - 1;
            assertThat(losses[winner]).isLessThanOrEqualTo(Math.min(losses[0], Math.min(losses[1], losses[2])));
        }
    }

    @Test
    void theBestNetworkOfEachTaskIsChosenOnValidation() {
        Table table = table(ReportPiece.WINNERS);
        LossTable losses = SETTINGS.get(1);
        Cell.Text keypoints = (Cell.Text) table.rows().get(3).cells().get(2);

        int best = losses.indexOf(Network.parse(keypoints.full(), losses.taskIds()));
        assertThat(keypoints.full()).isEqualTo("normal+keypoints2d@1");
        for (int row = 0; row < losses.networks().size(); row++) {
            if (losses.cell(row, 3, Measure.VALIDATION).isPresent()) {
                assertThat(losses.cell(best, 3, Measure.VALIDATION).mean())
                        .isLessThanOrEqualTo(
                                losses.cell(row, 3, Measure.VALIDATION).mean());
            }
        }
    }

    @Test
    void everyTableIsMadeInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            StudyReport report = report(2, Words.in(language));
            for (ReportPiece piece : ReportPiece.all(false)) {
                for (ReportFormat format : piece.formats()) {
                    assertThat(report.text(piece, format)).isNotBlank();
                }
                if (piece != ReportPiece.EVERY_LOSS) {
                    Table table = report.table(piece);
                    assertThat(table.title()).isNotBlank();
                    assertThat(table.rows().isEmpty()).as(piece.id()).isEqualTo(!report.holds(piece));
                }
            }
        }
    }

    @Test
    void whereNothingIsMeasuredEveryTableIsThereAndSaysSo() {
        LossTable nothing = LossTable.builder("s", List.of("a", "b"), List.of(1.0, 1.0))
                .network(Network.of(TaskSet.of(0, 1), EncoderSize.FULL))
                .build();
        StudyEvidence study = StudyEvidence.of(List.of(nothing));
        StudyReport report = new StudyReport(
                LossTableReport.of(nothing, List.of("A", "B"), Words.ENGLISH),
                study.settings().get(0).frontier(),
                Budget.parse("1"),
                List.of(),
                study);

        for (ReportPiece piece : ReportPiece.all(false)) {
            for (ReportFormat format : piece.formats()) {
                assertThat(report.text(piece, format)).isNotBlank();
            }
        }
        assertThat(report.table(ReportPiece.METHODS).title()).contains("No validation losses");
    }

    @Test
    void everyTableOfAReportCompilesInARealLatex(@TempDir Path folder) throws Exception {
        Path latex = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "pdflatex"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("pdflatex"));
        assumeTrue(Files.isRegularFile(latex), "there is no LaTeX on this machine");
        for (StudyReport report : List.of(report(0, Words.ENGLISH), tenTasks())) {
            StringBuilder text =
                    new StringBuilder("\\documentclass{article}\n\\usepackage{booktabs}\n\\begin{document}\n");
            for (ReportPiece piece : ReportPiece.all(false)) {
                // To compare all methods on ten tasks takes long, and gives tables as for five.
                boolean slow = report.losses().names().size() > 5
                        && (piece == ReportPiece.METHODS || piece == ReportPiece.RANKING);
                if (piece.formats().contains(ReportFormat.LATEX) && !slow) {
                    text.append(report.text(piece, ReportFormat.LATEX)).append("\\clearpage\n");
                }
            }
            Files.writeString(folder.resolve("t.tex"), text.append("\\end{document}\n"));

            Process process = new ProcessBuilder(
                            latex.toString(), "-halt-on-error", "-interaction=nonstopmode", "t.tex")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(log).isZero();
            assertThat(log).doesNotContain("Overfull \\hbox", "Float too large");
        }
    }

    /** All of ten tasks, in pairs, alone, and together, with names as datasets have them, three seeds each. */
    private static StudyReport tenTasks() {
        List<String> names = List.of(
                "Semantic segmentation of the scene",
                "depth_euclidean_of_every_pixel",
                "Surface normals",
                "keypoints_2d",
                "Texture edges",
                "occlusion_edges",
                "Principal curvature",
                "reshading",
                "Room layout",
                "object_classification");
        List<String> ids = names.stream().map(name -> name.replace(' ', '_')).toList();
        List<Network> networks = new ArrayList<>(List.of(Samples.full(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
        for (int a = 0; a < 10; a++) {
            networks.add(Samples.half(a));
            for (int b = a; b < 10; b++) {
                networks.add(a == b ? Samples.full(a) : Samples.full(a, b));
            }
        }
        LossTable.Builder losses = LossTable.builder(
                "little data", ids, ids.stream().map(id -> 1.0).toList());
        Random random = new Random(4);
        for (Network network : networks) {
            for (int seed = 0; seed < 3; seed++) {
                for (int task : network.tasks()) {
                    for (Measure measure : List.of(Measure.VALIDATION, Measure.TEST)) {
                        losses.add(network, seed, measure, task, 1 + 0.1 * task + 0.05 * random.nextGaussian());
                    }
                }
            }
        }
        StudyEvidence study = StudyEvidence.of(List.of(losses.build()));
        return new StudyReport(
                LossTableReport.of(study.settings().get(0).losses(), names, Words.ENGLISH),
                study.settings().get(0).frontier(),
                Budget.parse("5"),
                List.of(),
                study);
    }

    /** The same losses under another name of their setting. */
    static LossTable renamed(LossTable table, String setting) {
        LossTable.Builder losses = LossTable.builder(setting, table.taskIds(), table.weights());
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            losses.network(network);
            for (int task : network.tasks()) {
                for (Measure measure : Measure.values()) {
                    int of = task;
                    table.values(row, task, measure)
                            .forEach((seed, loss) -> losses.add(network, seed, measure, of, loss));
                }
            }
        }
        return losses.build();
    }
}
