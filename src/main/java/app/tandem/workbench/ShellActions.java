package app.tandem.workbench;

import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.ReadOnly;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What can be done from every page, in one language; with a study open or without. */
final class ShellActions {

    /** What only the window itself can do. */
    interface Doer {

        void findAction();

        void showKeys();

        /** Asks for a folder of images and begins to design a study of it. */
        void newStudy();

        /** Asks where the study's dataset is now, and points the study to it. */
        void locateDataset();

        /** Shows the study's seeds, settings and tasks, to be changed. */
        void changeDesign();

        /** Shows how many runs are trained at a time and on what, to be chosen. */
        void chooseWorkers();

        /** Asks for a study's file, losses or a dataset, and opens it. */
        void openStudy();

        /** Lets go of the study. */
        void closeStudy();

        void switchFullScreen();

        /** As closing it by its frame. */
        void quit();
    }

    private final Messages messages;
    private final Map<Page, Action> pages = new EnumMap<>(Page.class);
    private final List<Action> study = new ArrayList<>();
    private final Optional<Action> takeOver;
    private final Optional<Action> locate;
    private final Optional<Action> design;
    private final Action find;
    private final Action keys;
    private final Action workers;
    private final Action make;
    private final Action open;
    private final Action theme;
    private final Action language;
    private final Action introduce;
    private final Action leaveIntroduction;
    private final Action fullScreen;
    private final Action quit;

    ShellActions(WorkbenchModel model, Messages messages, Doer doer) {
        this.messages = messages;
        Optional<OpenStudy> opened = model.studyProperty().get();
        this.find = action("find", doer::findAction).with(BootstrapIcons.SEARCH).on(shortcut(KeyCode.K));
        this.keys = action("keys", doer::showKeys).with(BootstrapIcons.KEYBOARD).on(new KeyCodeCombination(KeyCode.F1));
        this.workers = action("workers", doer::chooseWorkers).with(BootstrapIcons.CPU);
        this.open = action("open", doer::openStudy)
                .with(BootstrapIcons.FOLDER2_OPEN)
                .on(shortcut(KeyCode.O));
        this.make =
                action("new", doer::newStudy).with(BootstrapIcons.FOLDER_PLUS).on(shortcut(KeyCode.N));
        this.theme = theme(model);
        this.language = action("language", model::switchLanguage).with(BootstrapIcons.GLOBE);
        Introduction steps = model.introduction();
        this.introduce = action("introduce", steps::begin).with(BootstrapIcons.SIGNPOST);
        this.leaveIntroduction = action("leaveIntroduction", steps::end)
                .when(Bindings.createBooleanBinding(
                        () -> steps.stepProperty().get().isPresent(), steps.stepProperty()));
        this.fullScreen = action("fullScreen", doer::switchFullScreen)
                .with(BootstrapIcons.ARROWS_FULLSCREEN)
                .on(new KeyCodeCombination(KeyCode.F11));
        this.quit =
                action("quit", doer::quit).with(BootstrapIcons.BOX_ARROW_RIGHT).on(shortcut(KeyCode.Q));
        opened.ifPresent(shown -> addStudy(model, doer, shown));
        this.locate = opened.map(shown -> locate(doer, shown));
        this.design = opened.map(shown -> action("design", doer::changeDesign)
                .with(BootstrapIcons.SLIDERS)
                .on(shortcut(KeyCode.E)));
        this.takeOver = opened.filter(OpenStudy::isReadOnly).map(shown -> takeOver(model, shown));
    }

    private void addStudy(WorkbenchModel model, Doer doer, OpenStudy shown) {
        for (Page page : Page.values()) {
            String words = messages.text("palette.go", messages.text("page." + page.name()));
            Runnable go = () -> model.pageProperty().set(page);
            KeyCode digit = KeyCode.valueOf("DIGIT" + page.digit());
            pages.put(page, Action.of("shell.go" + page.digit(), words, go).on(shortcut(digit)));
        }
        study.add(action("undo", shown::undo)
                .with(BootstrapIcons.ARROW_COUNTERCLOCKWISE)
                .on(shortcut(KeyCode.Z))
                .when(shown.canUndoProperty()));
        study.add(action("redo", shown::redo)
                .with(BootstrapIcons.ARROW_CLOCKWISE)
                .on(shortcut(KeyCode.Y), shortcut(KeyCode.Z, KeyCombination.SHIFT_DOWN))
                .when(shown.canRedoProperty()));
        study.add(action("close", doer::closeStudy).with(BootstrapIcons.X).on(shortcut(KeyCode.W)));
    }

    private Action takeOver(WorkbenchModel model, OpenStudy shown) {
        ReadOnlyObjectProperty<Optional<ReadOnly>> other = shown.readOnlyProperty();
        return action("takeOver", model::takeOver)
                .with(BootstrapIcons.UNLOCK)
                .when(Bindings.createBooleanBinding(
                        () -> other.get().filter(ReadOnly::mayBeOver).isPresent(), other));
    }

    private Action locate(Doer doer, OpenStudy shown) {
        ReadOnlyObjectProperty<Optional<Path>> missing = shown.missingDatasetProperty();
        return action("locate", doer::locateDataset)
                .with(BootstrapIcons.FOLDER_SYMLINK)
                .when(Bindings.createBooleanBinding(
                        () -> !shown.isReadOnly() && missing.get().isPresent(), missing));
    }

    private Action theme(WorkbenchModel model) {
        return Action.of(
                        "shell.theme",
                        Bindings.createStringBinding(
                                () -> messages.text(
                                        model.themeProperty().get() == ColorTheme.DARK ? "shell.light" : "shell.dark"),
                                model.themeProperty()),
                        model::switchTheme)
                .with(BootstrapIcons.MOON);
    }

    private Action action(String name, Runnable run) {
        return Action.of("shell." + name, messages.text("shell." + name), run);
    }

    static KeyCombination shortcut(KeyCode code, Modifier... more) {
        Modifier[] modifiers = Arrays.copyOf(more, more.length + 1);
        modifiers[more.length] = KeyCombination.SHORTCUT_DOWN;
        return new KeyCodeCombination(code, modifiers);
    }

    /** Those that lead to the pages; none without a study. */
    Collection<Action> pages() {
        return pages.values();
    }

    /** Leads to a page of the study. */
    Optional<Action> page(Page page) {
        return Optional.ofNullable(pages.get(page));
    }

    /** Undo, redo and close; none without a study. */
    List<Action> study() {
        return List.copyOf(study);
    }

    /** Makes a study that can only be read here this window's; only where one is open. */
    Optional<Action> takeOver() {
        return takeOver;
    }

    /** Says where the study's dataset is now; only where a study is open. */
    Optional<Action> locate() {
        return locate;
    }

    Action find() {
        return find;
    }

    Action keys() {
        return keys;
    }

    Action theme() {
        return theme;
    }

    Action language() {
        return language;
    }

    /** The study's menu: what is open, what was edited, the window; each with a line after it. */
    List<List<Action>> menu() {
        List<Action> window = List.of(find, workers, keys, introduce, fullScreen, quit);
        return study.isEmpty()
                ? List.of(List.of(make, open), window)
                : List.of(List.of(make, open, study.get(2)), edits(), window);
    }

    private List<Action> edits() {
        List<Action> edits = new ArrayList<>(study.subList(0, 2));
        design.ifPresent(edits::add);
        return edits;
    }

    /** What holds for all networks of the study; how the window looks and speaks. */
    List<List<Action>> settings() {
        List<List<Action>> parts = new ArrayList<>();
        parts.add(design.map(shown -> List.of(shown, workers)).orElse(List.of(workers)));
        parts.add(List.of(theme, language));
        parts.add(List.of(keys, introduce));
        return parts;
    }

    /** All of them, the most used first. */
    List<Action> all() {
        List<Action> all = new ArrayList<>(pages.values());
        all.addAll(study);
        design.ifPresent(all::add);
        takeOver.ifPresent(all::add);
        locate.ifPresent(all::add);
        all.addAll(List.of(
                make, open, workers, theme, language, keys, introduce, leaveIntroduction, fullScreen, quit, find));
        return all;
    }
}
