package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.report.FigureExport;
import app.tandem.report.FigurePreset;
import app.tandem.report.FigureTheme;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFormat;
import app.tandem.report.ReportPiece;
import app.tandem.report.StudyReport;
import app.tandem.study.Budget;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.report.ExportOutcome;
import app.tandem.workbench.report.ReportModel;
import app.tandem.workbench.report.ReportPreview;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StudyInMemory session = RoomsStudy.inTraining();
    private final MemoryInMemory memory = new MemoryInMemory();
    private final List<RuntimeException> faults = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ReportModel model;

    @BeforeEach
    void load() {
        model = model(session, new Threads(Runnable::run, Runnable::run));
    }

    private ReportModel model(StudyInMemory of, Threads threads) {
        ReportModel made = new ReportModel(of, memory, threads, folder.resolve("report"), faults::add);
        of.addListener(made::changed);
        made.seen(true);
        made.changed(Change.STUDY);
        return made;
    }

    private ReportPreview.Drawn drawn() {
        return (ReportPreview.Drawn) model.previewProperty().get().orElseThrow();
    }

    private ReportPreview.Written written() {
        return (ReportPreview.Written) model.previewProperty().get().orElseThrow();
    }

    private List<Path> files(Path of) throws IOException {
        try (var all = Files.walk(of)) {
            return all.filter(Files::isRegularFile).map(of::relativize).sorted().toList();
        }
    }

    /** No joint run was trained here, so that a report has nothing of its affinities. */
    private List<ReportPiece> held(boolean figures) {
        StudyReport report = session.report(session.study().settings().get(0).name(), Locale.ENGLISH);
        List<ReportPiece> held =
                ReportPiece.all(figures).stream().filter(report::holds).toList();
        assertThat(held).hasSize(ReportPiece.all(figures).size() - 3);
        return held;
    }

    @Test
    void thePreviewIsTheFigureThatIsExportedToTheLastPixel() throws IOException {
        for (FigurePreset preset : FigurePreset.values()) {
            model.choose(preset);
            model.chooseTextSize(preset.textSize() + 1);
            model.exportAll();
            for (ReportPiece piece : held(true)) {
                model.lookAt(piece);
                ReportPreview.Drawn seen = drawn();
                BufferedImage shown = FigureExport.image(
                        seen.figure(),
                        seen.size(),
                        FigureTheme.light(seen.size().textSize()));
                BufferedImage file = ImageIO.read(
                        folder.resolve("report/" + piece.fileName() + ".png").toFile());
                assertThat(pixels(file)).as(preset + " " + piece).isEqualTo(pixels(shown));
            }
        }
    }

    private static int[] pixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }

    @Test
    void thePreviewOfATableIsItsFile() throws IOException {
        model.exportAll();
        for (ReportPiece piece : held(false)) {
            for (ReportFormat format : piece.formats()) {
                model.lookAt(piece);
                model.lookAtTablesAs(format);
                String file = Files.readString(folder.resolve("report/" + piece.fileName() + "." + format.ending()));
                assertThat(written().text()).as(piece + " " + format).isEqualTo(file);
                assertThat(written().moreLines()).isZero();
            }
        }
        assertThat(written().piece().formats()).contains(written().format());
    }

    @Test
    void everyLossIsACsvWhateverTablesAreLookedAtAs() {
        model.lookAt(ReportPiece.EVERY_LOSS);
        model.lookAtTablesAs(ReportFormat.MARKDOWN);
        assertThat(written().format()).isEqualTo(ReportFormat.CSV);
        assertThat(model.formatsOfShown()).containsExactly(ReportFormat.CSV);
    }

    @Test
    void ofALongTableTheBeginningIsShown() throws IOException {
        ReportModel large = model(RoomsStudy.severalSettings(), new Threads(Runnable::run, Runnable::run));
        large.lookAt(ReportPiece.EVERY_LOSS);
        ReportPreview.Written shown =
                (ReportPreview.Written) large.previewProperty().get().orElseThrow();
        large.exportAll();
        List<String> file = Files.readAllLines(folder.resolve("report/setting1/losses.csv"));
        assertThat(file).hasSizeGreaterThan(0);
        assertThat(shown.text().lines().count() + shown.moreLines()).isEqualTo(file.size());
        assertThat(shown.text().lines().toList())
                .isEqualTo(file.subList(0, (int) shown.text().lines().count()));
    }

    @Test
    void onlyWhatIsChosenIsExported() throws IOException {
        for (ReportPiece piece : ReportPiece.values()) {
            model.choose(piece, piece == ReportPiece.FRONTIER || piece == ReportPiece.DIAGRAM);
        }
        model.choose(ReportFormat.CSV, false);
        model.choose(ReportFormat.PNG, false);
        assertThat(model.files()).as("with the page").isEqualTo(5);
        model.choose(ReportFormat.PAGE, false);
        assertThat(model.files()).isEqualTo(4);
        model.exportAll();
        assertThat(files(folder.resolve("report")))
                .extracting(Path::toString)
                .containsExactly("frontier.md", "frontier.tex", "grouping.pdf", "grouping.svg");
        assertThat(model.outcomeProperty().get())
                .hasValueSatisfying(outcome ->
                        assertThat(((ExportOutcome.Written) outcome).files()).hasSize(4));
    }

    @Test
    void aPresetBringsTheLettersThatSuitIt() {
        model.choose(FigurePreset.SLIDE);
        assertThat(drawn().size().textSize()).isEqualTo(18);
        model.chooseTextSize(22);
        assertThat(drawn().size().textSize()).isEqualTo(22);
        model.chooseTextSize(300);
        assertThat(drawn().size().textSize()).isEqualTo(48);
        model.choose(FigurePreset.SINGLE_COLUMN);
        assertThat(drawn().size().textSize()).isEqualTo(8);
        assertThat(drawn().size().width()).isEqualTo(252);
    }

    @Test
    void choicesAreRememberedPerStudy() {
        model.choose(FigurePreset.SINGLE_COLUMN);
        model.chooseTextSize(7.5);
        model.choose(ReportFormat.MARKDOWN, false);
        model.choose(ReportPiece.EVERY_LOSS, false);
        model.lookAt(ReportPiece.BUDGET_CURVE);
        model.chooseFolder(folder.resolve("elsewhere"));
        ReportModel later = model(RoomsStudy.inTraining(), new Threads(Runnable::run, Runnable::run));
        assertThat(later.choiceProperty().get())
                .isEqualTo(model.choiceProperty().get());
        assertThat(later.pieceProperty().get()).isEqualTo(ReportPiece.BUDGET_CURVE);
        assertThat(later.folderProperty().get()).isEqualTo(folder.resolve("elsewhere"));
        assertThat(later.previewProperty().get())
                .hasValueSatisfying(preview -> assertThat(preview.piece()).isEqualTo(ReportPiece.BUDGET_CURVE));
    }

    @Test
    void whatIsRememberedWronglyIsForgotten() {
        memory.save(java.util.Map.of(
                "pieces", "DIAGRAM,NOTHING", "preset", "POSTER", "font-size", "huge", "piece", "", "folder", "\0"));
        ReportModel later = model(RoomsStudy.inTraining(), new Threads(Runnable::run, Runnable::run));
        assertThat(later.choiceProperty().get().pieces()).containsExactly(ReportPiece.DIAGRAM);
        assertThat(later.choiceProperty().get().style().preset()).isEqualTo(FigurePreset.DOUBLE_COLUMN);
        assertThat(later.folderProperty().get()).isEqualTo(folder.resolve("report"));
        assertThat(faults).isEmpty();
    }

    @Test
    void everySettingIsExportedAndOneIsLookedAt() throws IOException {
        StudyInMemory study = RoomsStudy.severalSettings();
        ReportModel several = model(study, new Threads(Runnable::run, Runnable::run));
        several.lookAt(ReportPiece.FRONTIER);
        several.chooseSetting("setting2");
        assertThat(several.settingsProperty().get().shown()).isEqualTo("setting2");
        assertThat(((ReportPreview.Written) several.previewProperty().get().orElseThrow()).text())
                .contains("setting2");
        assertThat(several.files())
                .isEqualTo(ReportChoice.EVERYTHING.files(
                        study.report("setting2", Locale.ENGLISH).study()));
        for (ReportPiece piece : ReportPiece.values()) {
            several.choose(piece, piece == ReportPiece.FRONTIER || piece == ReportPiece.SETTINGS);
        }
        several.exportAll();
        assertThat(files(folder.resolve("report")))
                .as("a folder for each setting, and beside them what compares them")
                .hasSize(3 * 3 + 3 + 1)
                .contains(Path.of("setting3", "frontier.csv"), Path.of("settings.csv"));
    }

    @Test
    void theLanguageIsTheOneOfTheWindow() {
        model.lookAt(ReportPiece.FRONTIER);
        model.speak(Locale.KOREAN);
        assertThat(written().text()).contains("예산");
    }

    @Test
    void anEditOfTheStudyIsSeenAtOnce() {
        model.lookAt(ReportPiece.GROUPING);
        session.edit(new StudyEdit.SetBudget(Budget.parse("1")));
        assertThat(written().text()).contains("Grouping of 1 SNT");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndNothingIsLost() throws IOException {
        model.exportAll();
        List<Path> before = files(folder);
        Path file = Files.writeString(folder.resolve("file"), "mine");
        model.chooseFolder(file.resolve("report"));
        model.exportAll();
        assertThat(model.outcomeProperty().get())
                .hasValueSatisfying(outcome -> assertThat(((ExportOutcome.Failed) outcome).fault())
                        .isInstanceOf(UserException.class)
                        .hasMessageContaining("file"));
        assertThat(file).hasContent("mine");
        assertThat(files(folder)).hasSize(before.size() + 1);
        assertThat(model.exportProperty().get()).isEmpty();
        assertThat(faults).as("it is told on the page").isEmpty();

        model.chooseFolder(folder.resolve("report"));
        model.exportAll();
        assertThat(model.outcomeProperty().get()).containsInstanceOf(ExportOutcome.Written.class);
    }

    @Test
    void filesThatWereNotWrittenFromHereAreReplacedOnlyOnceTheUserSaysSo() throws IOException {
        Path report = Files.createDirectories(folder.resolve("report"));
        Path old = Files.writeString(report.resolve("frontier.csv"), "mine");
        model.exportAll();
        assertThat(model.outcomeProperty().get()).contains(new ExportOutcome.Occupied(report, 1, model.files()));
        assertThat(files(report)).hasSize(1);
        assertThat(old).hasContent("mine");

        model.chooseFolder(folder.resolve("other"));
        assertThat(model.outcomeProperty().get())
                .as("it was asked of another folder")
                .isEmpty();
        model.chooseFolder(report);
        model.replaceAll();
        assertThat(files(report)).hasSize(model.files());
        assertThat(old).content().contains("budget");
        model.exportAll();
        assertThat(model.outcomeProperty().get())
                .as("those are written from here")
                .containsInstanceOf(ExportOutcome.Written.class);

        Files.writeString(old, "mine again");
        model.exportAll();
        assertThat(old).hasContent("mine again");
        ReportModel later = model(RoomsStudy.inTraining(), new Threads(Runnable::run, Runnable::run));
        later.exportAll();
        assertThat(later.outcomeProperty().get())
                .as("another day")
                .contains(new ExportOutcome.Occupied(report, model.files(), model.files()));
    }

    @Test
    void aFolderIsTypedAndWhatIsNoneIsTold() {
        model.typeFolder(" " + folder.resolve("typed") + " ");
        assertThat(model.folderProperty().get()).isEqualTo(folder.resolve("typed"));
        model.typeFolder("beside/it");
        assertThat(model.folderProperty().get()).isEqualTo(folder.resolve("beside/it"));
        model.typeFolder("~/report");
        assertThat(model.folderProperty().get()).isEqualTo(Path.of(System.getProperty("user.home"), "report"));
        for (String none : List.of("", "  ", "a\0b")) {
            model.typeFolder(none);
            assertThat(model.folderFaultProperty().get()).as(none).isPresent();
            assertThat(model.folderProperty().get()).isEqualTo(Path.of(System.getProperty("user.home"), "report"));
        }
        model.typeFolder("good");
        assertThat(model.folderFaultProperty().get()).isEmpty();
    }

    @Test
    void whatTheStudyLacksIsNotShownAsAFileThatIsExported() {
        for (ReportPiece piece : ReportPiece.values()) {
            model.lookAt(piece);
            boolean held = held(piece.isFigure()).contains(piece);
            assertThat(model.lacks(piece)).as(piece.id()).isEqualTo(!held);
            assertThat(model.previewProperty().get().orElseThrow() instanceof ReportPreview.Lacking)
                    .as(piece.id())
                    .isEqualTo(!held);
        }
    }

    @Test
    void onePieceIsExportedUnderANameOfTheUsersChoice() {
        model.lookAt(ReportPiece.BUDGET_CURVE);
        model.choose(ReportPiece.BUDGET_CURVE, false);
        model.exportOne(folder.resolve("figure 3.PDF"));
        assertThat(folder.resolve("figure 3.PDF")).isNotEmptyFile();
        model.exportOne(folder.resolve("figure 3"));
        assertThat(model.outcomeProperty().get())
                .hasValueSatisfying(outcome ->
                        assertThat(((ExportOutcome.Failed) outcome).fault()).hasMessageContaining(".svg, .pdf, .png"));
        model.lookAt(ReportPiece.FRONTIER);
        model.exportOne(folder.resolve("table 2.tex"));
        assertThat(folder.resolve("table 2.tex")).content().contains("toprule");
    }

    @Test
    void anExportTellsWhichFileItMakesAndIsCancelledWithoutATrace() {
        Deque<Runnable> background = new ArrayDeque<>();
        List<String> told = new ArrayList<>();
        ReportModel slow = model(session, new Threads(background::add, Runnable::run));
        while (!background.isEmpty()) {
            background.remove().run();
        }
        slow.exportProperty()
                .addListener((property, before, state) -> state.ifPresent(now -> {
                    told.add(now.next());
                    if (now.next().equals("grouping.svg")) {
                        slow.cancel();
                    }
                }));
        slow.exportAll();
        assertThat(slow.exportProperty().get()).isPresent();
        slow.exportAll();
        assertThat(background).as("one export at a time").hasSize(1);
        background.remove().run();
        assertThat(told)
                .contains("losses.csv", "loss-table.tex", "grouping.svg")
                .doesNotContain("budget-curve.png");
        assertThat(slow.outcomeProperty().get()).containsInstanceOf(ExportOutcome.Cancelled.class);
        assertThat(slow.exportProperty().get()).isEmpty();
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void whatWaitsForAnExportIsDoneOnceItsFilesAreWritten() {
        Deque<Runnable> later = new ArrayDeque<>();
        ReportModel slow = model(session, new Threads(later::add, Runnable::run));
        while (!later.isEmpty()) {
            later.remove().run();
        }
        List<String> done = new ArrayList<>();
        slow.afterExport(() -> done.add("nothing to wait for"));
        slow.exportAll();
        slow.afterExport(() ->
                done.add(slow.outcomeProperty().get().orElseThrow().getClass().getSimpleName()));
        assertThat(done).containsExactly("nothing to wait for");

        while (!later.isEmpty()) {
            later.remove().run();
        }
        assertThat(done).containsExactly("nothing to wait for", "Written");
    }

    @Test
    void anExportThatBreaksEndsAndCanBeTriedAgain() {
        session.breakReports(new StackOverflowError("too deep"));
        model.exportAll();
        assertThat(model.exportProperty().get()).isEmpty();
        assertThat(model.outcomeProperty().get()).containsInstanceOf(ExportOutcome.Failed.class);
        assertThat(faults).singleElement().satisfies(told -> assertThat(told).hasRootCauseMessage("too deep"));

        session.breakReports(null);
        model.exportAll();
        assertThat(model.outcomeProperty().get()).containsInstanceOf(ExportOutcome.Written.class);
    }
}
