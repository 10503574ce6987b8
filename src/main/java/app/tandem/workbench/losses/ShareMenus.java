package app.tandem.workbench.losses;

import app.tandem.data.LossTableCsv;
import app.tandem.report.CsvTable;
import app.tandem.report.LatexTable;
import app.tandem.report.MarkdownTable;
import app.tandem.report.Table;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Copies and exports what is shown, or everything. */
final class ShareMenus {

    static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LossesModel model;
    private final LossesTable table;
    private final Messages messages;
    private final Exports exports;
    private final MenuButton copy;
    private final MenuButton export;

    ShareMenus(LossesModel model, LossesTable table, Messages messages, Exports exports) {
        this.model = model;
        this.table = table;
        this.messages = messages;
        this.exports = exports;
        this.copy = copyMenu();
        this.export = exportMenu();
    }

    MenuButton copyButton() {
        return copy;
    }

    MenuButton exportButton() {
        return export;
    }

    /** Nothing is copied or exported before something is measured. */
    void setMeasured(boolean measured) {
        copy.setDisable(!measured);
        export.setDisable(!measured);
    }

    /** The selected rows, or all that are shown, for a spreadsheet. */
    void copy() {
        List<LossRow> selected = table.selectedRows();
        List<LossRow> rows = selected.isEmpty() ? model.rows() : selected;
        copy(rows, CsvTable::tabbed, messages.text("losses.copiedRows", rows.size()));
    }

    private void copy(List<LossRow> rows, Function<Table, String> format, String told) {
        LossExport shown = shown(rows);
        exports.copy(() -> format.apply(shown.table()), told);
    }

    private MenuButton copyMenu() {
        MenuButton menu = new MenuButton(messages.text("losses.copy"), Icons.icon(BootstrapIcons.CLIPBOARD));
        menu.setId("copy-losses");
        MenuItem cells = new MenuItem(messages.text("losses.copyCells"));
        cells.setAccelerator(COPY);
        cells.setOnAction(event -> copy());
        menu.getItems()
                .setAll(
                        cells,
                        copyItem("CSV", CsvTable::format),
                        copyItem("LaTeX", LatexTable::format),
                        copyItem("Markdown", MarkdownTable::format));
        return menu;
    }

    private MenuItem copyItem(String name, Function<Table, String> format) {
        MenuItem item = new MenuItem(messages.text("losses.copyAs", name));
        item.setOnAction(event -> copy(model.rows(), format, messages.text("losses.copied", name)));
        return item;
    }

    private MenuButton exportMenu() {
        MenuButton menu = new MenuButton(messages.text("common.export"), Icons.icon(BootstrapIcons.DOWNLOAD));
        menu.setId("export-losses");
        MenuItem everything = new MenuItem(messages.text("losses.saveEverything"));
        everything.setId("export-everything");
        everything.setOnAction(event -> save("csv", "CSV", this::everything));
        menu.getItems()
                .setAll(
                        exportItem("CSV", "csv", CsvTable::format),
                        exportItem("LaTeX", "tex", LatexTable::format),
                        exportItem("Markdown", "md", MarkdownTable::format),
                        new SeparatorMenuItem(),
                        everything);
        return menu;
    }

    private MenuItem exportItem(String name, String ending, Function<Table, String> format) {
        MenuItem item = new MenuItem(messages.text("losses.saveAs", name));
        item.setOnAction(event -> {
            LossExport shown = shown(model.rows());
            save(ending, name, () -> format.apply(shown.table()));
        });
        return item;
    }

    private void save(String ending, String name, Supplier<String> content) {
        exports.text(export.getScene().getWindow(), "losses." + ending, name, content);
    }

    private String everything() {
        StringWriter text = new StringWriter();
        LossTableCsv.write(model.everything(), text);
        return text.toString();
    }

    private LossExport shown(List<LossRow> rows) {
        String split = messages.text("split." + model.measureProperty().get().name());
        String settings = String.join(", ", model.settingsProperty().get());
        List<LossColumn> columns = model.places().stream()
                .filter(ColumnLayout.Place::shown)
                .map(ColumnLayout.Place::column)
                .toList();
        return new LossExport(
                messages.text("losses.tableTitle", settings, split),
                columns,
                List.copyOf(model.marks()),
                rows,
                model.shownProperty().get() == LossesModel.Shown.GAIN,
                messages);
    }
}
