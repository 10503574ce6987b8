package app.tandem.workbench;

import app.tandem.workbench.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/** What can be done from every page. */
final class ShellActions {

    private ShellActions() {}

    /** Of the window with a study or without one, in one language. */
    static List<Action> of(WorkbenchModel model, Messages messages) {
        List<Action> actions = new ArrayList<>();
        model.studyProperty().get().ifPresent(study -> addStudy(actions, model, study, messages));
        actions.add(Action.of(messages.text("top.theme"), () -> true, model::switchTheme));
        actions.add(Action.of(messages.text("top.language"), () -> true, model::switchLanguage));
        return List.copyOf(actions);
    }

    private static void addStudy(List<Action> actions, WorkbenchModel model, OpenStudy study, Messages messages) {
        for (Page page : Page.values()) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + page.digit());
            String words = messages.text("palette.go", messages.text("page." + page.name()));
            actions.add(new Action(
                    words, keys(digit), () -> true, () -> model.pageProperty().set(page)));
        }
        actions.add(new Action(
                messages.text("palette.undo"),
                keys(KeyCode.Z),
                () -> study.canUndoProperty().get(),
                study::undo));
        actions.add(new Action(
                messages.text("palette.redo"),
                keys(KeyCode.Y),
                () -> study.canRedoProperty().get(),
                study::redo));
        actions.add(new Action(
                messages.text("top.closeStudy"),
                keys(KeyCode.W),
                () -> study.queue().summaryProperty().get().running() == 0,
                model::close));
    }

    static Optional<KeyCombination> keys(KeyCode code, Modifier... more) {
        Modifier[] modifiers = java.util.Arrays.copyOf(more, more.length + 1);
        modifiers[more.length] = KeyCombination.SHORTCUT_DOWN;
        return Optional.of(new KeyCodeCombination(code, modifiers));
    }
}
