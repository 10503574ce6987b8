package app.tandem.workbench.report;

import app.tandem.report.FigureSize;
import app.tandem.report.ReportFormat;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The table or figure that is looked at, exactly as its file will be. */
final class PreviewPane extends VBox {

    private static final PseudoClass HANGUL = PseudoClass.getPseudoClass("hangul");

    private final ReportModel model;
    private final Messages messages;
    private final Exports exports;
    private final Label title = Icons.label("", "card-title");
    private final Segments<ReportFormat> formats;
    private final Segments<Zoom> zooms;
    private final SheetView sheet;
    private final TextArea text = new TextArea();
    private final Label nothing = Icons.label("", "muted");
    private final Label caption = Icons.label("", "muted", "note");
    private final Button copy;
    private final Button save;

    /** @param save asks where to write the piece that is shown */
    PreviewPane(ReportModel model, Messages messages, Exports exports, Threads threads, Runnable save, Watch watch) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.exports = exports;
        this.formats = new Segments<>(List.of(), ReportFormat::label, model::lookAtTablesAs);
        this.sheet = new SheetView(threads, exports::failed);
        this.zooms = new Segments<>(
                List.of(Zoom.values()), zoom -> messages.text("report.zoom." + zoom.name()), sheet::zoom);
        zooms.select(Zoom.FIT);
        this.copy = Icons.button(BootstrapIcons.CLIPBOARD, messages.text("report.copy"), this::copy);
        this.save = Icons.button(BootstrapIcons.DOWNLOAD, messages.text("report.exportOne"), save);
        copy.setId("copy-text");
        this.save.setId("export-one");
        getStyleClass().add("card-box");
        nothing.setWrapText(true);
        text.setEditable(false);
        text.setId("preview-text");
        text.getStyleClass().addAll("file-text", "edge-to-edge");
        caption.setId("preview-caption");
        caption.setWrapText(true);
        StackPane content = new StackPane(sheet, text, nothing);
        content.setMinSize(0, 0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().setAll(header(), content, caption);
        watch.on(model.previewProperty(), this::show);
        show(model.previewProperty().get());
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Region part : List.of(formats, zooms, copy)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        for (Button button : List.of(copy, save)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox header = new HBox(10, title, space, formats, zooms, copy, save);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(32);
        return header;
    }

    private void show(Optional<ReportPreview> preview) {
        boolean drawn = preview.filter(ReportPreview.Drawn.class::isInstance).isPresent();
        boolean written =
                preview.filter(ReportPreview.Written.class::isInstance).isPresent();
        title.setText(
                preview.map(now -> messages.text("report.piece." + now.piece().name()))
                        .orElse(""));
        sheet.setVisible(drawn);
        zooms.setVisible(drawn);
        text.setVisible(written);
        copy.setVisible(written);
        save.setDisable(!drawn && !written);
        nothing.setVisible(!drawn && !written);
        nothing.setText(preview.map(now -> messages.text(PieceRows.whyLacking(now.piece())))
                .orElseGet(() -> messages.text("report.loading")));
        formats.setVisible(written);
        caption.setText("");
        preview.ifPresent(now -> {
            if (now instanceof ReportPreview.Drawn figure) {
                showFigure(figure);
            } else if (now instanceof ReportPreview.Written table) {
                showTable(table);
            }
        });
    }

    private void showFigure(ReportPreview.Drawn figure) {
        sheet.show(Optional.of(figure), figure.figure().title());
        FigureSize size = figure.size();
        double dots = size.dotsPerInch() / 72;
        caption.setText(messages.text(
                "report.caption",
                inches(size.width()),
                inches(size.height()),
                points(size.textSize()),
                Long.toString((long) Math.ceil(size.width() * dots - 1e-6)),
                Long.toString((long) Math.ceil(size.height() * dots - 1e-6))));
    }

    private void showTable(ReportPreview.Written table) {
        formats.setValues(table.piece().formats());
        formats.select(table.format());
        formats.setVisible(table.piece().formats().size() > 1);
        if (!table.text().equals(text.getText())) {
            text.setText(table.text());
        }
        text.pseudoClassStateChanged(HANGUL, table.text().codePoints().anyMatch(PreviewPane::isHangul));
        caption.setText(
                table.moreLines() > 0
                        ? messages.text("report.moreLines", Long.toString(table.moreLines()))
                        : messages.text("report.asWritten"));
    }

    /** The machine's fixed-width font may have none, and the one that Tandem brings has no fixed width. */
    private static boolean isHangul(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HANGUL;
    }

    private static String inches(double points) {
        return String.format(Locale.ROOT, "%.2f", points / 72).replaceFirst("\\.?0+$", "");
    }

    private static String points(double size) {
        return String.format(Locale.ROOT, "%.1f", size).replaceFirst("\\.0$", "");
    }

    private void copy() {
        exports.copy(model::wholeText, messages.text("report.copied"));
    }
}
