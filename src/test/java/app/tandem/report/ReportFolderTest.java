package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.SearchOptions;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.Grouping;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFolderTest {

    private static final List<Grouping> MINE = List.of(
            new Grouping("All in one", List.of(Grouping.Member.of(Samples.full(0, 1, 2, 3, 4)))),
            new Grouping("Depth alone", List.of(Grouping.Member.of(Samples.full(1)))));

    /** Found out once, since the comparison of all methods takes seconds. */
    private static final StudyEvidence STUDY = StudyEvidence.of(List.of(Samples.published()));

    private static final int FILES = ReportChoice.EVERYTHING.files(STUDY);

    private static StudyReport study(String budget) {
        return new StudyReport(
                LossTableReport.of(Samples.published(), Samples.names(Samples.TASKS), Words.ENGLISH),
                Samples.frontier(),
                Budget.parse(budget),
                MINE,
                STUDY);
    }

    private static ReportFolder report(String budget) {
        return new ReportFolder(List.of(study(budget)), ReportChoice.EVERYTHING);
    }

    private List<Path> write(String budget, Path folder) {
        return report(budget).write(folder, ReportProgress.NONE);
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @Test
    void everythingIsWrittenInOneGo() throws IOException {
        Path folder = temporary.resolve("report");
        List<Path> written = write("2.5", folder);
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .contains(
                        "losses.csv",
                        "loss-table.tex",
                        "loss-table.md",
                        "frontier.csv",
                        "grouping.csv",
                        "grouping.svg",
                        "grouping.pdf",
                        "grouping.png",
                        "budget-curve.svg",
                        "budget-curve.pdf",
                        "budget-curve.png");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(LossTableCsv.read(folder.resolve("losses.csv")).get(0).contentHash())
                .isEqualTo(Samples.published().contentHash());
    }

    @Test
    void aFileThatCannotBeMadeIsNamedAsItWasAskedFor() {
        Path folder = Path.of("/proc");
        assumeTrue(Files.isDirectory(folder), "no file can be made in /proc, by whomever");
        assertThatThrownBy(() -> write("2.5", folder)).isInstanceOfSatisfying(UserException.class, fault -> {
            assertThat(fault.where()).startsWith("/proc/").doesNotContain(".part");
            assertThat(fault.what()).doesNotContain(".part");
        });
    }

    @Test
    void onlyWhatIsChosenIsWritten() {
        ReportChoice choice = new ReportChoice(
                EnumSet.of(ReportPiece.FRONTIER, ReportPiece.DIAGRAM, ReportPiece.EVERY_LOSS),
                EnumSet.of(ReportFormat.LATEX, ReportFormat.PDF),
                FigureStyle.USUAL);
        ReportFolder chosen = new ReportFolder(List.of(study("2.5")), choice);
        assertThat(chosen.names()).containsExactly("frontier.tex", "grouping.pdf");
        assertThat(choice.files(1)).isEqualTo(2);
        assertThat(chosen.write(temporary, ReportProgress.NONE))
                .containsExactly(temporary.resolve("frontier.tex"), temporary.resolve("grouping.pdf"));
        assertThatThrownBy(choice::requireFormats)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("can be written: losses");
    }

    @ParameterizedTest
    @EnumSource(FigurePreset.class)
    void aFigureIsAsWideAsItsPreset(FigurePreset preset) {
        FigureStyle style = new FigureStyle(preset, preset.textSize());
        for (ReportPiece piece : ReportPiece.all(true)) {
            FigureSize size = style.size(study("2.5").figure(piece));
            assertThat(size.width() / 72)
                    .isEqualTo(
                            switch (preset) {
                                case SINGLE_COLUMN -> 3.5;
                                case DOUBLE_COLUMN -> 7;
                                case SLIDE -> 960 / 72.0;
                            });
            assertThat(size.height()).isBetween(50.0, 600.0);
            assertThat(size.textSize()).isEqualTo(preset == FigurePreset.SLIDE ? 18 : 8);
        }
    }

    @Test
    void lettersThatSuitNoFigureAreRefused() {
        for (double points : new double[] {3.9, 48.1, -1, Double.NaN}) {
            assertThatThrownBy(() -> new FigureStyle(FigurePreset.SINGLE_COLUMN, points))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("4 to 48");
        }
    }

    @Test
    void groupingsMadeByHandAreInTheCurveWhereTheyAreMeasured() {
        BudgetCurve curve = (BudgetCurve) study("2.5").figure(ReportPiece.BUDGET_CURVE);
        assertThat(curve.mine()).extracting(BudgetCurve.Mark::name).containsExactly("All in one");
        assertThat(curve.mine().get(0).loss()).isEqualTo(0.50278);
    }

    @Test
    void severalSettingsHaveAFolderEachWhateverTheirNames() throws IOException {
        List<StudyReport> reports = new ArrayList<>();
        for (String name : List.of("../small", "..", "small", "Small", "큰 설정")) {
            reports.add(named(name));
        }
        ReportChoice choice =
                new ReportChoice(Set.of(ReportPiece.FRONTIER), Set.of(ReportFormat.CSV), FigureStyle.USUAL);
        ReportFolder folder = new ReportFolder(reports, choice);
        assertThat(folder.names())
                .containsExactly(
                        ".._small/frontier.csv",
                        "_/frontier.csv",
                        "small/frontier.csv",
                        "Small-2/frontier.csv",
                        "큰 설정/frontier.csv");
        Path inside = temporary.resolve("report");
        folder.write(inside, ReportProgress.NONE);
        try (var beside = Files.list(temporary)) {
            assertThat(beside).containsExactly(inside);
        }
    }

    private static StudyReport named(String setting) {
        LossTable.Builder table = LossTable.builder(setting, List.of("a"), List.of(1.0));
        table.network(Samples.full(0));
        LossTable losses = table.build();
        return new StudyReport(
                LossTableReport.of(losses, List.of("A"), Words.ENGLISH),
                GroupingSolver.frontier(losses, SearchOptions.COVER),
                Budget.parse("1"),
                List.of());
    }

    @Test
    void whatComparesSettingsIsThereOnceAndNotInEveryFolder() {
        ReportChoice choice = new ReportChoice(
                Set.of(ReportPiece.FRONTIER, ReportPiece.SETTINGS), Set.of(ReportFormat.MARKDOWN), FigureStyle.USUAL);
        ReportFolder folder = new ReportFolder(List.of(named("a"), named("b")), choice);
        assertThat(folder.names()).containsExactly("settings.md", "a/frontier.md", "b/frontier.md");
        assertThat(choice.files(2)).isEqualTo(3);
    }

    @Test
    void affinitiesOfAJointRunAreWrittenWhereTheyWereMeasured() {
        AffinityMatrix tag = new AffinityMatrix("tag", List.of("a"), new double[][] {{Double.NaN}});
        StudyReport with = named("a");
        StudyEvidence both = new StudyEvidence(
                List.of(
                        new SettingEvidence(with.losses().losses(), List.of(tag)),
                        new SettingEvidence(named("b").losses().losses(), List.of())),
                Optional.empty());
        ReportChoice choice = new ReportChoice(
                Set.of(ReportPiece.TAG_AFFINITY, ReportPiece.CS_AFFINITY, ReportPiece.TAG_HEATMAP),
                Set.of(ReportFormat.CSV, ReportFormat.SVG, ReportFormat.PAGE),
                FigureStyle.USUAL);

        ReportFolder folder =
                new ReportFolder(List.of(with.with(both), named("b").with(both)), choice);

        assertThat(folder.names()).containsExactly("a/tag-affinity.csv", "a/tag-heatmap.svg", "index.html");
        assertThat(choice.files(both)).isEqualTo(3);
        assertThat(choice.files(2)).as("at most").isEqualTo(7);
    }

    @Test
    void progressNamesEveryFileAndCountsThem() {
        List<String> heard = new ArrayList<>();
        report("2.5").write(temporary, (done, total, next) -> heard.add(done + "/" + total + " " + next));
        assertThat(heard).startsWith("0/" + FILES + " ranking.csv").endsWith(FILES + "/" + FILES + " ");
        assertThat(heard.stream().map(line -> line.substring(line.indexOf(' ') + 1)))
                .as("every file is named")
                .containsAll(report("2.5").names().stream()
                        .filter(name -> !name.equals("index.html"))
                        .toList());
        assertThat(heard.stream().map(line -> Integer.parseInt(line.substring(0, line.indexOf('/')))))
                .as("it never goes back")
                .isSorted();
    }

    @Test
    void aReportThatIsCancelledLeavesTheEarlierOneAsItWas() throws IOException {
        write("2.5", temporary);
        byte[] before = Files.readAllBytes(temporary.resolve("grouping.svg"));
        ReportProgress impatient = new ReportProgress() {
            private boolean cancelled;

            @Override
            public void at(int done, int total, String next) {
                cancelled |= next.equals("budget-curve.png");
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
        assertThatThrownBy(() -> report("0.5").write(temporary, impatient)).isInstanceOf(CancellationException.class);
        assertThat(temporary.resolve("grouping.svg")).hasBinaryContent(before);
        try (var files = Files.list(temporary)) {
            assertThat(files).hasSize(FILES);
        }
    }

    @Test
    void whatCannotBeWrittenWholeLeavesTheEarlierReportAsItWas() throws IOException {
        Files.writeString(temporary.resolve("b"), "a file where a setting's folder is needed");
        write("2.5", temporary.resolve("a"));
        byte[] before = Files.readAllBytes(temporary.resolve("a/grouping.svg"));
        ReportFolder folder = new ReportFolder(List.of(named("a"), named("b")), ReportChoice.EVERYTHING);
        assertThatThrownBy(() -> folder.write(temporary, ReportProgress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a file stands where a folder is needed");
        assertThat(temporary.resolve("a/grouping.svg")).hasBinaryContent(before);
        try (var files = Files.list(temporary.resolve("a"))) {
            assertThat(files).hasSize(FILES);
        }
    }

    @Test
    void onlyFilesOfOurNamesAreReplaced() throws IOException {
        Files.writeString(temporary.resolve("notes.txt"), "mine");
        write("2.5", temporary);
        write("0.5", temporary);
        assertThat(temporary.resolve("notes.txt")).hasContent("mine");
        assertThat(Files.readString(temporary.resolve("grouping.svg"))).contains("No grouping is known that 0.5 SNT");
        assertThat(temporary.resolve("grouping.csv")).hasContent("network");
    }

    @Test
    void aFileInPlaceOfTheFolderIsLeftAlone() throws IOException {
        Path file = Files.writeString(temporary.resolve("report"), "mine");
        assertThatThrownBy(() -> write("2.5", file)).isInstanceOf(UserException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void piecesAndFormatsAreReadByTheirNames() {
        assertThat(ReportPiece.parse("tables"))
                .contains(ReportPiece.EVERY_LOSS, ReportPiece.SETTINGS)
                .noneMatch(ReportPiece::isFigure);
        assertThat(ReportPiece.parse("Figures"))
                .contains(ReportPiece.DIAGRAM, ReportPiece.BUDGET_CURVE)
                .allMatch(ReportPiece::isFigure);
        assertThat(ReportPiece.parse("budget-curve")).containsExactly(ReportPiece.BUDGET_CURVE);
        assertThat(ReportFormat.parse("LaTeX")).isEqualTo(ReportFormat.parse("tex"));
        assertThatThrownBy(() -> ReportPiece.parse("curve")).hasMessageContaining("budget-curve");
        assertThatThrownBy(() -> ReportFormat.parse("bmp")).hasMessageContaining("csv, tex, md, svg, pdf, png, html");
        assertThatThrownBy(() -> FigurePreset.parse("poster")).hasMessageContaining("single, double, slide");
    }
}
