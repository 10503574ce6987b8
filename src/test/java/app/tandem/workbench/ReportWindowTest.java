package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.report.FigurePreset;
import app.tandem.report.ReportPiece;
import app.tandem.workbench.report.ReportModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The report chosen, looked at and exported with a real pointer and real keys. */
@OnDisplay
class ReportWindowTest extends RoomsWindowTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void goToTheReport() {
        window.go(Page.REPORT);
        window.act(() -> model().chooseFolder(folder.resolve("report")));
    }

    private ReportModel model() {
        return window.model().studyProperty().get().orElseThrow().report();
    }

    private void click(FxRobot robot, String query) {
        robot.clickOn(query);
        window.background.awaitQuiet();
    }

    private static String label(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static String caption(FxRobot robot) {
        return label(robot, "#preview-caption");
    }

    private List<String> exported() throws IOException {
        try (var files = Files.list(folder.resolve("report"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void onlyWhatIsTickedIsExportedAndItsFolderOpened(FxRobot robot) throws IOException {
        click(robot, "#all-tables");
        click(robot, "#all-figures");
        click(robot, "#choose-diagram");
        click(robot, "#choose-loss-table");
        click(robot, "#format-svg");
        click(robot, "#format-png");
        click(robot, "#format-csv");
        click(robot, "#format-html");
        assertThat(robot.lookup("#all-tables").queryAs(CheckBox.class).isIndeterminate())
                .isTrue();
        Button export = robot.lookup("#write-report").queryButton();
        assertThat(export.getText()).isEqualTo("Export 3 files");

        click(robot, "#write-report");

        assertThat(exported()).containsExactly("grouping.pdf", "loss-table.md", "loss-table.tex");
        assertThat(label(robot, "#export-result")).startsWith("3 files written to ");
        click(robot, "#open-report");
        assertThat(window.openedFolders).containsExactly(folder.resolve("report"));

        // What the export says takes room from the rows: the last ones that were seen are below the edge now.
        click(robot, "#all-tables");
        assertThat(model().choiceProperty().get().pieces()).containsAll(ReportPiece.all(false));
        click(robot, "#all-tables");
        click(robot, "#choose-diagram");
        assertThat(export.getText()).isEqualTo("Nothing chosen");
        assertThat(export.isDisabled()).isTrue();
    }

    @Test
    void theSheetHasTheSizeOfItsPresetAndTheLettersThatAreTyped(FxRobot robot) {
        click(robot, "#show-budget-curve");
        assertThat(caption(robot)).startsWith("7 × ").contains("font size 8 pt");
        click(robot, "Slide");
        assertThat(caption(robot)).startsWith("13.33 × 7.5 in, font size 18 pt").contains("1920 × 1080");
        window.screenshot("report-slide");
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        window.background.awaitQuiet();
        assertThat(caption(robot)).startsWith("3.5 × ");

        robot.doubleClickOn("#font-size").write("9.5").type(KeyCode.TAB);
        window.background.awaitQuiet();
        assertThat(caption(robot)).contains("font size 9.5 pt");
        robot.doubleClickOn("#font-size")
                .press(KeyCode.CONTROL)
                .type(KeyCode.A)
                .release(KeyCode.CONTROL)
                .write("large")
                .type(KeyCode.ENTER);
        window.background.awaitQuiet();
        assertThat(caption(robot)).contains("font size 9.5 pt");
        assertThat(robot.lookup("#font-size .text-field")
                        .queryAs(TextField.class)
                        .getText())
                .isEqualTo("9.5");
        click(robot, "100 %");
        window.screenshot("report-column");
        assertThat(model().choiceProperty().get().style().preset()).isEqualTo(FigurePreset.SINGLE_COLUMN);
    }

    @Test
    void aTableIsReadAsItsFileAndCopied(FxRobot robot) {
        click(robot, "#show-loss-table");
        TextArea text = robot.lookup("#preview-text").queryAs(TextArea.class);
        assertThat(text.getText()).contains("\\toprule");
        window.screenshot("report-latex");
        click(robot, segment(robot, "Markdown"));
        assertThat(text.getText()).contains("| ---: |");
        click(robot, "#copy-text");
        String[] copied = new String[1];
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo(text.getText());
    }

    /** The format's segment above the preview, not the box of the same name at the left. */
    private static String segment(FxRobot robot, String words) {
        Node segment = robot.lookup(".segments .toggle-button").queryAll().stream()
                .filter(node ->
                        node instanceof ToggleButton button && button.getText().equals(words))
                .findFirst()
                .orElseThrow();
        segment.setId("the-segment");
        return "#the-segment";
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInPlaceAndAnotherOneIsTaken(FxRobot robot) throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "mine");
        window.act(() -> model().chooseFolder(file));
        click(robot, "#write-report");
        assertThat(label(robot, "#export-result"))
                .contains("A file stands where", "Name a folder", "is as it was, and so is the study");
        assertThat(robot.lookup("#open-report").queryButton().isVisible()).isFalse();
        assertThat(file).hasContent("mine");
        Label told = robot.lookup("#export-result").queryAs(Label.class);
        assertThat(told.lookupAll(".text")).as("nothing of it is cut off").allSatisfy(text -> assertThat(
                        ((Text) text).getText().replace("\n", " "))
                .isEqualTo(told.getText()));
        window.screenshot("report-failed");

        window.act(() -> model().chooseFolder(folder.resolve("report")));
        click(robot, "#write-report");
        assertThat(exported()).hasSize(model().files());
    }

    @Test
    void theFolderIsTypedFilesThereAreAskedAboutAndWhatTheStudyLacksCannotBeTicked(FxRobot robot) throws IOException {
        CheckBox lacking = robot.lookup("#choose-tag-heatmap").queryAs(CheckBox.class);
        assertThat(lacking.isDisabled()).isTrue();
        assertThat(lacking.isSelected()).isFalse();
        assertThat(robot.lookup("#all-figures").queryAs(CheckBox.class).isSelected())
                .isTrue();
        click(robot, "#show-tag-heatmap");
        assertThat(robot.lookup("#export-one").queryButton().isDisabled()).isTrue();
        assertThat(caption(robot)).isEmpty();
        window.screenshot("report-lacking");

        Path other = Files.createDirectories(folder.resolve("other"));
        Path old = Files.writeString(other.resolve("frontier.csv"), "mine");
        robot.doubleClickOn("#report-folder")
                .press(KeyCode.CONTROL)
                .type(KeyCode.A)
                .release(KeyCode.CONTROL)
                .write(other.toString());
        click(robot, "#write-report");
        assertThat(label(robot, "#export-result")).startsWith("1 file of the ").contains("is in " + other);
        window.screenshot("report-occupied");
        assertThat(old).hasContent("mine");
        click(robot, "#replace-files");
        assertThat(old).content().contains("budget");
        assertThat(label(robot, "#export-result")).contains("written to " + other);
    }

    @Test
    void theKeyboardAloneIsEnough(FxRobot robot) throws IOException {
        tabTo(robot, "all-figures");
        robot.type(KeyCode.SPACE);
        tabTo(robot, "show-diagram");
        List<ReportPiece> rows = new ArrayList<>(ReportPiece.all(true));
        rows.addAll(ReportPiece.all(false));
        for (int row = rows.indexOf(ReportPiece.DIAGRAM); row < rows.indexOf(ReportPiece.FRONTIER); row++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(focused()).isEqualTo("show-frontier");
        window.background.awaitQuiet();
        assertThat(robot.lookup("#preview-text").queryAs(TextArea.class).getText())
                .contains("The best grouping at each budget");
        tabTo(robot, "write-report");
        robot.type(KeyCode.SPACE);
        window.background.awaitQuiet();
        assertThat(exported())
                .hasSize(model().files())
                .contains("frontier.csv")
                .noneMatch(name -> name.endsWith(".pdf"));
    }

    /** Goes from stop to stop of the focus until it is on a node. */
    private void tabTo(FxRobot robot, String id) {
        for (int stop = 0; stop < 80 && !focused().equals(id); stop++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    private String focused() {
        window.background.awaitQuiet();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> String.valueOf(window.stage.getScene().getFocusOwner().getId()));
    }
}
