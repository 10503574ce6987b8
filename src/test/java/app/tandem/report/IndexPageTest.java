package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.SearchOptions;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.swing.text.MutableAttributeSet;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexPageTest {

    private static final Set<ReportPiece> FEW =
            EnumSet.of(ReportPiece.FRONTIER, ReportPiece.DIAGRAM, ReportPiece.SETTINGS, ReportPiece.EVERY_LOSS);
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** The published settings under names that an address or a page could take for signs of its own. */
    private static List<StudyReport> reports(Words words) {
        return reports(words, new DatasetReference(DatasetReference.TASKONOMY, "/data/rooms"));
    }

    private static List<StudyReport> reports(Words words, DatasetReference dataset) {
        List<String> names = List.of("small", "큰 설정 #2", "100 % <&>");
        Schedule schedule = new Schedule(10, 16, 0.1, Schedule.Decay.COSINE, 0.05, 0.9, 1e-4, 5);
        List<LossTable> tables = new ArrayList<>();
        List<LossTable> published =
                LossTableCsv.read(Path.of("src", "test", "resources", "standley2020", "losses.csv"));
        for (int i = 0; i < 3; i++) {
            tables.add(ReportTablesTest.renamed(published.get(i), names.get(i)));
        }
        Study study = new Study(
                "Rooms & <halls>",
                dataset,
                Samples.TASKS,
                names.stream()
                        .map(name -> new Setting(name, EncoderDepth.LIGHT, Fraction.ONE, 64, schedule))
                        .toList(),
                3,
                tables.get(0).networks(),
                List.of(),
                Budget.parse("2.5"));
        TreeMap<String, java.util.SortedSet<String>> versions = new TreeMap<>();
        versions.put("tandem", new TreeSet<>(List.of("1.0", "1.1")));
        StudyOrigin origin =
                new StudyOrigin(study, new TreeMap<>(), versions, new TreeSet<>(List.of("cpu")), Optional.empty());
        StudyEvidence evidence = new StudyEvidence(StudyEvidence.of(tables).settings(), Optional.of(origin));
        return tables.stream()
                .map(table -> new StudyReport(
                        LossTableReport.of(table, Samples.names(Samples.TASKS), words),
                        GroupingSolver.frontier(table, SearchOptions.COVER),
                        Budget.parse("2.5"),
                        List.of(),
                        evidence))
                .toList();
    }

    private String page(Words words, Set<ReportFormat> formats) throws IOException {
        new ReportFolder(reports(words), new ReportChoice(FEW, formats, FigureStyle.USUAL))
                .write(folder, ReportProgress.NONE);
        return Files.readString(folder.resolve("index.html"));
    }

    private static List<String> addresses(String page) {
        return ADDRESS.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void everythingItNamesLiesBesideItAndNothingIsFetched() throws IOException {
        String page = page(Words.ENGLISH, ReportFormat.all());

        List<Path> linked = new ArrayList<>();
        for (String address : addresses(page)) {
            if (address.startsWith("#")) {
                assertThat(page).contains("id=\"" + address.substring(1) + "\"");
            } else {
                URI uri = URI.create(address);
                assertThat(uri.isAbsolute()).as(address).isFalse();
                Path file = folder.resolve(uri.getPath());
                assertThat(file).isRegularFile();
                linked.add(file);
            }
        }
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).filter(file -> !file.endsWith("index.html")))
                    .as("every file is linked")
                    .allSatisfy(file -> assertThat(linked).contains(file));
        }
        assertThat(page).doesNotContain("http:", "https:", "<script", "@import", "url(");
    }

    @Test
    void itSaysWhereTheNumbersComeFrom() throws IOException {
        String page = page(Words.ENGLISH, ReportFormat.all());

        assertThat(page)
                .contains(
                        "<h1>Rooms &amp; &lt;halls&gt;</h1>",
                        "/data/rooms",
                        "3 (0–2)",
                        "1.0, 1.1",
                        "cpu",
                        "Semantic segmentation",
                        "100 % &lt;&amp;&gt;",
                        "weight-decay=0.0001,",
                        reports(Words.ENGLISH)
                                .get(0)
                                .losses()
                                .losses()
                                .contentHash()
                                .substring(0, 12))
                .doesNotContain("<halls>");
    }

    @Test
    void ofLossesThatWereMeasuredElsewhereItClaimsNoSchedule() throws IOException {
        List<StudyReport> elsewhere =
                reports(Words.ENGLISH, new DatasetReference(DatasetReference.LOSSES, "sample:standley2020"));
        ReportChoice choice = new ReportChoice(
                EnumSet.of(ReportPiece.FRONTIER, ReportPiece.TRAINING_CURVES), ReportFormat.all(), FigureStyle.USUAL);

        new ReportFolder(elsewhere, choice).write(folder, ReportProgress.NONE);

        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("sample:standley2020", "100 % &lt;&amp;&gt;")
                .doesNotContain("weight-decay", "<td>l1</td>", "64\u00A0px", "training-curves");
    }

    @Test
    void itIsReadInADarkRoomAndEveryPieceIsOneClickAway() throws IOException {
        assertThat(page(Words.ENGLISH, ReportFormat.all()))
                .contains(
                        "prefers-color-scheme:dark",
                        "<a href=\"#setting-1-diagram\">diagram</a>",
                        "<h3 id=\"setting-1-diagram\">",
                        "<a href=\"#all-settings\">settings</a>");
    }

    @Test
    void aBrowserReadsItWithoutAFault() throws IOException {
        String page = page(Words.in(Locale.KOREAN), ReportFormat.all());
        List<String> faults = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int[] pictures = {0};
        new ParserDelegator()
                .parse(
                        new StringReader(page),
                        new HTMLEditorKit.ParserCallback() {
                            @Override
                            public void handleStartTag(HTML.Tag tag, MutableAttributeSet attributes, int at) {
                                open.add(tag.toString());
                            }

                            @Override
                            public void handleEndTag(HTML.Tag tag, int at) {
                                if (!open.remove(open.size() - 1).equals(tag.toString())) {
                                    faults.add(tag + " is closed at " + at);
                                }
                            }

                            @Override
                            public void handleSimpleTag(HTML.Tag tag, MutableAttributeSet attributes, int at) {
                                pictures[0] += tag == HTML.Tag.IMG ? 1 : 0;
                            }
                        },
                        true);

        assertThat(faults).isEmpty();
        assertThat(open).isEmpty();
        assertThat(pictures[0]).as("the diagram of each setting").isEqualTo(3);
        assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"ko\">").contains("수치의 출처");
    }

    @Test
    void withoutSvgItShowsThePngAndWithoutBothItLinksTheFile() throws IOException {
        assertThat(page(Words.ENGLISH, Set.of(ReportFormat.PNG, ReportFormat.CSV, ReportFormat.PAGE)))
                .contains("<img src=\"small/grouping.png\"");
        assertThat(page(Words.ENGLISH, Set.of(ReportFormat.PDF, ReportFormat.CSV, ReportFormat.PAGE)))
                .contains("<a href=\"small/grouping.pdf\">PDF</a>")
                .doesNotContain("<img");
    }

    @Test
    void whoDoesNotChooseItGetsNone() {
        ReportChoice choice = new ReportChoice(FEW, Set.of(ReportFormat.CSV), FigureStyle.USUAL);
        ReportFolder report = new ReportFolder(reports(Words.ENGLISH), choice);

        assertThat(report.names()).noneMatch(name -> name.endsWith(".html"));
        assertThat(report.names()).hasSize(choice.files(3));
        assertThat(new ReportFolder(reports(Words.ENGLISH), choice.with(ReportFormat.PAGE, true)).names())
                .hasSize(choice.files(3) + 1)
                .contains("index.html");
    }
}
