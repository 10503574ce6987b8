package app.tandem.workbench.losses;

import app.tandem.loss.Measure;
import app.tandem.report.CsvTable;
import app.tandem.report.LatexTable;
import app.tandem.report.MarkdownTable;
import app.tandem.report.Table;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The Losses page. */
public final class LossesPage extends StackPane {

    private final LossesModel model;
    private final Messages messages;
    private final Exports exports;
    private final Label progress = Icons.whole("", "badge", "outlined");
    private final Segments<String> settings;
    private final Segments<Measure> splits;
    private final Segments<LossesModel.Shown> shown;
    private final MenuButton copy;
    private final MenuButton export;

    public LossesPage(LossesModel model, Messages messages, Exports exports, Watch watch) {
        this.model = model;
        this.messages = messages;
        this.exports = exports;
        this.settings = new Segments<>(List.of(), Function.identity(), model::chooseSetting);
        this.splits = new Segments<>(
                List.of(Measure.VALIDATION, Measure.TEST),
                measure -> messages.text("split." + measure.name()),
                model::chooseMeasure);
        this.shown = new Segments<>(
                List.of(LossesModel.Shown.values()),
                value -> messages.text("losses.show." + value.name()),
                value -> model.shownProperty().set(value));
        this.copy = copyMenu();
        this.export = exportMenu();
        getStyleClass().add("losses-page");
        getStylesheets()
                .add(LossesPage.class
                        .getResource("/app/tandem/workbench/losses.css")
                        .toExternalForm());
        LossesTable table = new LossesTable(model, messages, watch);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(new VBox(header(), table, footer()));
        watch.on(model.settings(), this::showSettings);
        watch.on(model.settingProperty(), settings::select);
        watch.on(model.measureProperty(), splits::select);
        watch.on(model.progressProperty(), this::showProgress);
        watch.on(model.shownProperty(), shown::select);
        splits.select(model.measureProperty().get());
        shown.select(model.shownProperty().get());
        showSettings();
        showProgress(model.progressProperty().get());
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(
                8,
                Icons.label(messages.text("losses.title"), "page-title"),
                progress,
                settings,
                space,
                splits,
                shown,
                copy,
                export);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        return header;
    }

    private HBox footer() {
        HBox scale = new HBox(2);
        scale.setAlignment(Pos.CENTER);
        for (int step = GainColor.STEPS; step >= 1; step--) {
            scale.getChildren().add(swatch("worse-" + step));
        }
        scale.getChildren().add(swatch("zero"));
        for (int step = 1; step <= GainColor.STEPS; step++) {
            scale.getChildren().add(swatch("better-" + step));
        }
        Label note = Icons.label(messages.text("losses.scaleNote"), "muted", "scale-note");
        note.setWrapText(true);
        HBox footer = new HBox(
                8,
                Icons.whole(messages.text("losses.worse"), "muted"),
                scale,
                Icons.whole(messages.text("losses.better"), "muted"),
                note);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("page-footer");
        return footer;
    }

    private static Region swatch(String styleClass) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", styleClass);
        return swatch;
    }

    private MenuButton copyMenu() {
        MenuButton menu = new MenuButton(messages.text("losses.copy"), Icons.icon(BootstrapIcons.CLIPBOARD));
        menu.getItems()
                .setAll(
                        copyItem("CSV", CsvTable::format),
                        copyItem("LaTeX", LatexTable::format),
                        copyItem("Markdown", MarkdownTable::format));
        return menu;
    }

    private MenuItem copyItem(String name, Function<Table, String> format) {
        MenuItem item = new MenuItem(messages.text("losses.copyAs", name));
        item.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(format.apply(table()));
            Clipboard.getSystemClipboard().setContent(content);
            exports.told(messages.text("losses.copied", name));
        });
        return item;
    }

    private MenuButton exportMenu() {
        MenuButton menu = new MenuButton(messages.text("common.export"), Icons.icon(BootstrapIcons.DOWNLOAD));
        menu.setId("export-losses");
        menu.getItems()
                .setAll(
                        exportItem("CSV", "csv", CsvTable::format),
                        exportItem("LaTeX", "tex", LatexTable::format),
                        exportItem("Markdown", "md", MarkdownTable::format));
        return menu;
    }

    private MenuItem exportItem(String name, String ending, Function<Table, String> format) {
        MenuItem item = new MenuItem(messages.text("losses.saveAs", name));
        item.setOnAction(event -> {
            Table table = table();
            exports.text(getScene().getWindow(), "losses." + ending, name, () -> format.apply(table));
        });
        return item;
    }

    private Table table() {
        String split = messages.text("split." + model.measureProperty().get().name());
        String title =
                messages.text("losses.tableTitle", model.settingProperty().get(), split);
        return LossExport.table(
                title, messages.text("losses.constant"), List.copyOf(model.marks()), List.copyOf(model.rows()));
    }

    private void showSettings() {
        settings.setValues(model.settings());
        settings.select(model.settingProperty().get());
        boolean choice = model.settings().size() > 1;
        settings.setVisible(choice);
        settings.setManaged(choice);
    }

    private void showProgress(LossesModel.Progress now) {
        progress.setText(messages.text("losses.progress", now.measured(), now.networks()));
        progress.setVisible(now.networks() > 0);
        copy.setDisable(now.measured() == 0);
        export.setDisable(now.measured() == 0);
    }
}
