package app.tandem.workbench.report;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The Report page: one button, and the list of what it wrote. */
public final class ReportPage extends StackPane {

    private final ReportModel model;
    private final Messages messages;
    private final Consumer<Path> openFolder;
    private final TextField folder = new TextField();
    private final Button write;
    private final Button open;
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Label result = Icons.label("", "card-title");
    private final ListView<Path> files = new ListView<>();

    /** @param openFolder shows a folder in the machine's file browser */
    public ReportPage(ReportModel model, Messages messages, Consumer<Path> openFolder, Watch watch) {
        this.model = model;
        this.messages = messages;
        this.openFolder = openFolder;
        this.write = Icons.button(
                BootstrapIcons.FILE_EARMARK_RICHTEXT,
                messages.text("report.write"),
                () -> model.write(messages.language().locale()));
        this.open = Icons.button(BootstrapIcons.FOLDER2_OPEN, messages.text("report.open"), this::openWritten);
        write.getStyleClass().add(Styles.SUCCESS);
        write.setId("write-report");
        write.setMinWidth(USE_PREF_SIZE);
        open.setId("open-report");
        getStyleClass().add("report-page");
        getStylesheets()
                .add(ReportPage.class
                        .getResource("/app/tandem/workbench/report.css")
                        .toExternalForm());
        VBox done = done();
        VBox.setVgrow(done, Priority.ALWAYS);
        VBox page = new VBox(14, header(), order(), done);
        page.getStyleClass().add("page-body");
        getChildren().setAll(page);
        watch.on(model.folderProperty(), path -> folder.setText(path.toString()));
        folder.setText(model.folderProperty().get().toString());
        busy.visibleProperty().bind(model.writingProperty());
        busy.managedProperty().bind(model.writingProperty());
        write.disableProperty().bind(model.writingProperty());
        watch.on(model.writtenProperty(), this::show);
        show(model.writtenProperty().get());
    }

    private HBox header() {
        HBox header = new HBox(10, Icons.label(messages.text("report.title"), "page-title"));
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(34);
        return header;
    }

    private VBox order() {
        Label what = Icons.label(messages.text("report.what"), "muted");
        what.setWrapText(true);
        folder.setEditable(false);
        folder.setId("report-folder");
        HBox.setHgrow(folder, Priority.ALWAYS);
        Label name = Icons.label(messages.text("report.folder"), "strong");
        name.setLabelFor(folder);
        name.setMinWidth(USE_PREF_SIZE);
        Button choose = new Button(messages.text("common.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> chooseFolder());
        busy.setMaxSize(20, 20);
        HBox line = new HBox(10, name, folder, choose, write, busy);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox order = new VBox(12, what, line);
        order.getStyleClass().add("card-box");
        return order;
    }

    private VBox done() {
        files.setCellFactory(list -> new FileCell());
        files.setId("report-files");
        files.getStyleClass().add("edge-to-edge");
        Label nothing = Icons.label(messages.text("report.nothing"), "muted");
        files.setPlaceholder(nothing);
        VBox.setVgrow(files, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(10, result, space, open);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox done = new VBox(8, line, files);
        done.getStyleClass().add("card-box");
        return done;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.text("report.folder"));
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model.folderProperty()::set);
    }

    private void openWritten() {
        model.writtenProperty().get().ifPresent(written -> openFolder.accept(written.folder()));
    }

    private void show(Optional<ReportModel.Written> written) {
        result.setText(
                written.map(w -> messages.text("report.written", w.files().size()))
                        .orElse(messages.text("report.notYet")));
        files.getItems().setAll(written.map(ReportModel.Written::files).orElse(java.util.List.of()));
        open.setDisable(written.isEmpty());
    }

    private final class FileCell extends ListCell<Path> {
        @Override
        protected void updateItem(@Nullable Path file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Path root = model.writtenProperty()
                    .get()
                    .map(ReportModel.Written::folder)
                    .orElse(file.toAbsolutePath().getRoot());
            setText(file.startsWith(root) ? root.relativize(file).toString() : file.toString());
            setGraphic(Icons.icon(icon(file), "muted-icon"));
        }
    }

    private static Ikon icon(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean picture = name.endsWith(".svg") || name.endsWith(".png") || name.endsWith(".pdf");
        return picture
                ? BootstrapIcons.IMAGE
                : name.endsWith(".csv") ? BootstrapIcons.TABLE : BootstrapIcons.FILE_EARMARK;
    }
}
