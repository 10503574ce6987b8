package app.tandem.workbench;

import app.tandem.workbench.board.BoardPage;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.FigureView;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.grouping.GroupingPage;
import app.tandem.workbench.losses.LossesPage;
import app.tandem.workbench.queue.QueuePage;
import app.tandem.workbench.report.ReportPage;
import app.tandem.workbench.start.StartPage;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;

/** Rail, top bar, bottom line, and the chosen page between them; in one language. */
final class Shell extends BorderPane {

    private final WorkbenchModel model;
    private final Messages messages;
    private final Threads threads;
    private final Notices notices;
    private final Consumer<Path> openFolder;
    private final Watch watch = new Watch();
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);

    Shell(WorkbenchModel model, Messages messages, Threads threads, Notices notices, Consumer<Path> openFolder) {
        this.model = model;
        this.messages = messages;
        this.threads = threads;
        this.notices = notices;
        this.openFolder = openFolder;
        getStyleClass().add("shell");
        setTop(new TopBar(model, messages, watch));
        model.studyProperty().get().ifPresentOrElse(this::showStudy, this::showStart);
    }

    /** Stops listening, before another shell takes its place. */
    void end() {
        watch.end();
    }

    private void showStart() {
        setCenter(new StartPage(model.start(), messages, watch));
    }

    private void showStudy(OpenStudy study) {
        setLeft(new PageRail(model, messages, watch));
        setBottom(new StatusLine(study.queue(), messages, watch));
        watch.on(model.pageProperty(), page -> showPage(study, page));
        showPage(study, model.pageProperty().get());
        addShortcuts(study);
        new EndNotice(study, messages, this, go(Page.GROUPING), watch);
    }

    private void showPage(OpenStudy study, Page page) {
        setCenter(pages.computeIfAbsent(page, wanted -> build(study, wanted)));
    }

    private Node build(OpenStudy study, Page page) {
        Exports exports = new Exports(threads, messages, notices::tell, notices::fault);
        return switch (page) {
            case BOARD ->
                new BoardPage(study.board(), study.grouping(), messages, go(Page.TRAIN), notices::tell, watch);
            case TRAIN -> new QueuePage(study.queue(), messages, watch);
            case LOSSES -> new LossesPage(study.losses(), messages, exports, watch);
            case GROUPING ->
                new GroupingPage(
                        study.grouping(),
                        messages,
                        exports,
                        fills -> new FigureView(threads, model.themeProperty(), fills, notices::fault, watch),
                        watch);
            case REPORT -> new ReportPage(study.report(), messages, openFolder, watch);
        };
    }

    private Runnable go(Page page) {
        return () -> model.pageProperty().set(page);
    }

    /** While this shell is in the window; the next one has its own study. */
    private void addShortcuts(OpenStudy study) {
        Map<KeyCombination, Runnable> keys = shortcuts(study);
        sceneProperty().addListener((property, before, scene) -> {
            if (before != null) {
                keys.forEach(before.getAccelerators()::remove);
            }
            if (scene != null) {
                scene.getAccelerators().putAll(keys);
            }
        });
    }

    private Map<KeyCombination, Runnable> shortcuts(OpenStudy study) {
        Map<KeyCombination, Runnable> keys = new HashMap<>();
        keys.put(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), study::undo);
        keys.put(
                new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                study::redo);
        keys.put(new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN), study::redo);
        for (Page page : Page.values()) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + page.digit());
            keys.put(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN), go(page));
        }
        return keys;
    }
}
