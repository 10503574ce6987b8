package app.tandem.workbench.report;

import app.tandem.study.UserException;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Where to, the button that writes everything chosen, how far that is, and how it ended. */
final class ExportBar extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final ReportModel model;
    private final Messages messages;
    private final TextField folder = new TextField();
    private final Button write;
    private final Button open;
    private final Button cancel;
    private final Button replace;
    private final Label fault = Icons.label("", "worse");
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = Icons.label("", "muted");
    private final HBox progress;
    private final Label result = Icons.label("");
    private final HBox ended;

    /** @param openFolder shows a folder in the machine's file browser */
    ExportBar(ReportModel model, Messages messages, Consumer<Path> openFolder, Watch watch) {
        super(10);
        this.model = model;
        this.messages = messages;
        this.write = Icons.button(BootstrapIcons.FILE_EARMARK_RICHTEXT, "", model::exportAll);
        this.open = Icons.button(
                BootstrapIcons.FOLDER2_OPEN,
                messages.text("report.open"),
                () -> openFolder.accept(written().orElse(model.folderProperty().get())));
        this.cancel = Icons.button(BootstrapIcons.X, messages.text("report.cancel"), model::cancel);
        this.progress = new HBox(10, bar, doing, space(), cancel);
        this.replace = Icons.button(BootstrapIcons.ARROW_REPEAT, messages.text("report.replace"), model::replaceAll);
        this.ended = new HBox(10, result, open, replace);
        getStyleClass().addAll("card-box", "export-bar");
        name();
        for (HBox row : new HBox[] {progress, ended}) {
            row.setAlignment(Pos.CENTER_LEFT);
            row.managedProperty().bind(row.visibleProperty());
        }
        setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(order(), fault, progress, ended);
        watch.on(model.folderProperty(), path -> folder.setText(path.toString()));
        watch.on(model.folderFaultProperty(), told -> showFault());
        watch.on(model.choiceProperty(), choice -> showWrite());
        watch.on(model.settingsProperty(), settings -> showWrite());
        watch.on(model.previewProperty(), preview -> showWrite());
        watch.on(model.exportProperty(), state -> showProgress());
        watch.on(model.outcomeProperty(), outcome -> showEnd());
        folder.setText(model.folderProperty().get().toString());
        showFault();
        showProgress();
        showEnd();
    }

    private void name() {
        write.getStyleClass().add(Styles.SUCCESS);
        write.setId("write-report");
        open.setId("open-report");
        cancel.setId("cancel-export");
        result.setId("export-result");
        doing.setId("export-progress");
        bar.getStyleClass().addAll("thin", "running");
        bar.setPrefWidth(220);
        bar.setMinWidth(120);
        replace.setId("replace-files");
        fault.setId("folder-fault");
        fault.managedProperty().bind(fault.visibleProperty());
        result.setWrapText(true);
        result.setMinHeight(USE_PREF_SIZE);
        result.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(result, Priority.ALWAYS);
        for (Button button : new Button[] {write, open, cancel, replace}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private HBox order() {
        folder.setId("report-folder");
        folder.setOnAction(event -> type());
        folder.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                type();
            }
        });
        HBox.setHgrow(folder, Priority.ALWAYS);
        Label words = Icons.whole(messages.text("report.folder"), "strong");
        words.setLabelFor(folder);
        Button choose = new Button(messages.text("common.choose"));
        choose.setId("choose-folder");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> chooseFolder());
        HBox line = new HBox(10, words, folder, choose, write);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.text("report.folder"));
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::chooseFolder);
    }

    private void type() {
        if (!folder.getText().equals(model.folderProperty().get().toString())
                || model.folderFaultProperty().get().isPresent()) {
            model.typeFolder(folder.getText());
            if (model.folderFaultProperty().get().isEmpty()) {
                folder.setText(model.folderProperty().get().toString());
            }
        }
    }

    private void showFault() {
        Optional<UserException> told = model.folderFaultProperty().get();
        fault.setVisible(told.isPresent());
        fault.setText(told.map(messages::fault).orElse(""));
        folder.pseudoClassStateChanged(WRONG, told.isPresent());
        showWrite();
    }

    private void showWrite() {
        write.setText(messages.text("report.exportAll", model.files()));
        write.setDisable(model.files() == 0
                || model.exportProperty().get().isPresent()
                || model.folderFaultProperty().get().isPresent());
    }

    private void showProgress() {
        Optional<ExportState> state = model.exportProperty().get();
        progress.setVisible(state.isPresent());
        state.ifPresent(now -> {
            boolean counted = now.total() > 0;
            bar.setProgress(counted ? now.done() / (double) now.total() : ProgressBar.INDETERMINATE_PROGRESS);
            String left = now.left()
                    .map(time -> messages.text("report.left", messages.duration(time)))
                    .orElse("");
            doing.setText(
                    switch (now.phase()) {
                        case READING -> messages.text("report.reading") + left;
                        case MAKING -> messages.text("report.making", now.next(), now.done(), now.total()) + left;
                        case STOPPING -> messages.text("report.stopping");
                    });
            cancel.setDisable(now.phase() == ExportState.Phase.STOPPING);
        });
        showWrite();
    }

    private Optional<Path> written() {
        return model.outcomeProperty()
                .get()
                .filter(ExportOutcome.Written.class::isInstance)
                .map(outcome -> ((ExportOutcome.Written) outcome).folder());
    }

    private void showEnd() {
        Optional<ExportOutcome> outcome = model.outcomeProperty().get();
        ended.setVisible(outcome.isPresent());
        open.setVisible(written().isPresent());
        replace.setVisible(
                outcome.filter(ExportOutcome.Occupied.class::isInstance).isPresent());
        result.getStyleClass().removeAll("better", "worse");
        outcome.ifPresent(now -> {
            if (now instanceof ExportOutcome.Written done) {
                result.setText(messages.text(
                        "report.written", done.files().size(), done.folder().toString()));
                result.setGraphic(Icons.icon(BootstrapIcons.CHECK_CIRCLE_FILL, "state-icon", "done"));
            } else if (now instanceof ExportOutcome.Occupied taken) {
                result.setText(messages.text(
                        "report.occupied",
                        taken.there(),
                        taken.all(),
                        taken.folder().toString()));
                result.setGraphic(Icons.icon(BootstrapIcons.EXCLAMATION_TRIANGLE, "state-icon", "paused"));
            } else if (now instanceof ExportOutcome.Failed failed) {
                result.setText(messages.text("report.failed", messages.fault(failed.fault())));
                result.setGraphic(Icons.icon(BootstrapIcons.EXCLAMATION_CIRCLE_FILL, "state-icon", "failed"));
                result.getStyleClass().add("worse");
            } else {
                result.setText(messages.text("report.cancelled"));
                result.setGraphic(Icons.icon(BootstrapIcons.DASH_CIRCLE, "state-icon", "calm"));
            }
        });
    }
}
