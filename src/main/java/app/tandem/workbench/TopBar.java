package app.tandem.workbench;

import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Logo;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.Watch;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The study's name and whether it is saved; undo and redo; language and theme. */
final class TopBar extends HBox {

    private final WorkbenchModel model;
    private final Messages messages;
    private final Button theme;

    TopBar(WorkbenchModel model, Messages messages, Runnable openPalette, Watch watch) {
        this.model = model;
        this.messages = messages;
        this.theme = Icons.iconButton(BootstrapIcons.MOON, messages.text("top.dark"), model::switchTheme);
        theme.setId("switch-theme");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Optional<OpenStudy> study = model.studyProperty().get();
        getChildren().add(Logo.small());
        study.ifPresentOrElse(
                open -> addStudy(open, watch), () -> getChildren().add(Icons.label("Tandem", "study-name")));
        getChildren().add(space);
        study.ifPresent(this::addUndo);
        Button palette = Icons.iconButton(BootstrapIcons.SEARCH, messages.text("palette.open"), openPalette);
        palette.setId("open-palette");
        getChildren().addAll(palette, language(), theme);
        watch.on(model.themeProperty(), this::showTheme);
        showTheme(model.themeProperty().get());
    }

    private void addStudy(OpenStudy study, Watch watch) {
        Label name = Icons.label("", "study-name");
        name.textProperty().bind(study.nameProperty());
        Label saved = Icons.label("", "saved");
        saved.setId("saved-state");
        watch.on(study.savedProperty(), state -> show(saved, state));
        show(saved, study.savedProperty().get());
        Button close = Icons.iconButton(BootstrapIcons.X, messages.text("top.closeStudy"), model::close);
        close.getStyleClass().add("flat");
        close.setId("close-study");
        watch.on(study.queue().summaryProperty(), queue -> close.setDisable(queue.running() > 0));
        close.setDisable(study.queue().summaryProperty().get().running() > 0);
        getChildren().addAll(name, saved, close);
    }

    private void addUndo(OpenStudy study) {
        Button undo = Icons.iconButton(BootstrapIcons.ARROW_COUNTERCLOCKWISE, messages.text("top.undo"), study::undo);
        Button redo = Icons.iconButton(BootstrapIcons.ARROW_CLOCKWISE, messages.text("top.redo"), study::redo);
        undo.setId("undo");
        redo.setId("redo");
        undo.disableProperty().bind(study.canUndoProperty().not());
        redo.disableProperty().bind(study.canRedoProperty().not());
        getChildren().addAll(undo, redo);
    }

    private Button language() {
        Language other = messages.language().other();
        Button button = new Button(other.ownName(), Icons.icon(BootstrapIcons.GLOBE));
        button.setId("switch-language");
        button.getStyleClass().addAll("hangul");
        button.setTooltip(new Tooltip(messages.text("top.language")));
        button.setOnAction(event -> model.switchLanguage());
        return button;
    }

    private void showTheme(ColorTheme now) {
        boolean dark = now == ColorTheme.DARK;
        theme.setGraphic(Icons.icon(dark ? BootstrapIcons.SUN : BootstrapIcons.MOON));
        String words = messages.text(dark ? "top.light" : "top.dark");
        theme.getTooltip().setText(words);
        theme.setAccessibleText(words);
    }

    private void show(Label label, SavedState state) {
        label.setText(messages.text("saved." + state.kind().name()));
        label.setGraphic(Icons.icon(icon(state), "state-icon", styleClass(state)));
        label.setTooltip(state.reason().isEmpty() ? null : new Tooltip(state.reason()));
    }

    private static Ikon icon(SavedState state) {
        return switch (state.kind()) {
            case SAVED -> BootstrapIcons.CHECK2_CIRCLE;
            case SAVING -> BootstrapIcons.ARROW_REPEAT;
            case FAILED -> BootstrapIcons.EXCLAMATION_TRIANGLE;
            case READ_ONLY -> BootstrapIcons.INFO_CIRCLE;
        };
    }

    private static String styleClass(SavedState state) {
        return switch (state.kind()) {
            case SAVED -> "done";
            case SAVING, READ_ONLY -> "calm";
            case FAILED -> "failed";
        };
    }
}
