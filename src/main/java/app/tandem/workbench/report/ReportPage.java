package app.tandem.workbench.report;

import app.tandem.report.ReportFormat;
import app.tandem.report.ReportPiece;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.Watch;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The Report page: what is written at the left, what it looks like at the right, where to below. */
public final class ReportPage extends StackPane {

    private final ReportModel model;
    private final Messages messages;
    private final Segments<String> settings;

    /** @param openFolder shows a folder in the machine's file browser */
    public ReportPage(
            ReportModel model,
            Messages messages,
            Exports exports,
            Threads threads,
            Consumer<Path> openFolder,
            Watch watch) {
        this.model = model;
        this.messages = messages;
        this.settings = new Segments<>(List.of(), Function.identity(), model::chooseSetting);
        getStyleClass().add("report-page");
        getStylesheets()
                .add(ReportPage.class
                        .getResource("/app/tandem/workbench/report.css")
                        .toExternalForm());
        model.speak(messages.language().locale());
        PreviewPane preview = new PreviewPane(model, messages, exports, threads, this::saveOne, watch);
        HBox.setHgrow(preview, Priority.ALWAYS);
        HBox middle = new HBox(14, choices(watch), preview);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox page = new VBox(14, header(), middle, new ExportBar(model, messages, openFolder, watch));
        page.getStyleClass().add("page-body");
        getChildren().setAll(page);
        watch.on(model.settingsProperty(), this::showSettings);
        sceneProperty().addListener((property, before, scene) -> model.seen(scene != null));
        showSettings(model.settingsProperty().get());
    }

    private HBox header() {
        HBox header = new HBox(10, Icons.label(messages.text("report.title"), "page-title"), settings);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(34);
        return header;
    }

    /** The pieces scroll; how they are made stays in sight below them. */
    private VBox choices(Watch watch) {
        ScrollPane scroll = new ScrollPane();
        VBox pieces = new PieceRows(model, messages, row -> reveal(scroll, row), watch);
        VBox style = new StyleRows(model, messages, watch);
        pieces.getStyleClass().add("choices");
        style.getStyleClass().addAll("choices", "style-rows");
        style.setMinHeight(USE_PREF_SIZE);
        scroll.setContent(pieces);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "choices-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox choices = new VBox(scroll, style);
        choices.getStyleClass().addAll("card-box", "choices-box");
        choices.setMinWidth(296);
        choices.setPrefWidth(296);
        choices.setMaxWidth(296);
        return choices;
    }

    /** Scrolls no further than needed, so that who goes through the rows by keyboard sees where she is. */
    private static void reveal(ScrollPane scroll, Node row) {
        Node content = scroll.getContent();
        double view = scroll.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(row.localToScene(row.getBoundsInLocal()));
        double top = scroll.getVvalue() * hidden;
        if (place.getMinY() < top) {
            scroll.setVvalue(place.getMinY() / hidden);
        } else if (place.getMaxY() > top + view) {
            scroll.setVvalue((place.getMaxY() - view) / hidden);
        }
    }

    private void showSettings(ReportModel.Settings now) {
        settings.setValues(now.names());
        settings.select(now.shown());
        settings.setVisible(now.names().size() > 1);
        settings.setManaged(now.names().size() > 1);
    }

    private void saveOne() {
        ReportPiece piece = model.pieceProperty().get();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("report.exportOne"));
        List<ReportFormat> formats = model.formatsOfShown();
        chooser.setInitialFileName(piece.fileName() + "." + formats.get(0).ending());
        formats.forEach(format -> chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(format.label(), "*." + format.ending())));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::exportOne);
    }
}
