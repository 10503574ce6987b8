package app.tandem.workbench;

import app.tandem.grouping.Stability;
import app.tandem.workbench.board.BoardPage;
import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.FigureView;
import app.tandem.workbench.common.LongWork;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.SideWidth;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.grouping.GroupingPage;
import app.tandem.workbench.losses.LossesPage;
import app.tandem.workbench.queue.QueuePage;
import app.tandem.workbench.report.ReportPage;
import app.tandem.workbench.start.StartPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** Rail, top bar, bottom line, and the chosen page between them; in one language. */
final class Shell extends BorderPane {

    private final WorkbenchModel model;
    private final Messages messages;
    private final Threads threads;
    private final Notices notices;
    private final Consumer<Path> openFolder;
    private final ShellActions actions;
    private final ShellActions.Doer doer;
    private final Watch watch = new Watch();
    private Optional<WorksPanel> works = Optional.empty();
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);

    /** @param doer does what only the window can */
    Shell(
            WorkbenchModel model,
            Messages messages,
            Threads threads,
            Notices notices,
            Consumer<Path> openFolder,
            ShellActions.Doer doer) {
        this.model = model;
        this.messages = messages;
        this.threads = threads;
        this.notices = notices;
        this.openFolder = openFolder;
        this.doer = doer;
        this.actions = new ShellActions(model, messages, doer);
        getStyleClass().add("shell");
        VBox top = new VBox(new TopBar(model, actions, messages, watch));
        setTop(top);
        model.studyProperty().get().ifPresent(study -> {
            if (study.isReadOnly()) {
                top.getChildren().add(new ReadOnlyStrip(study, actions, messages, watch));
            }
            top.getChildren().add(new MissingDatasetStrip(study, actions, messages, watch));
        });
        model.studyProperty().get().ifPresentOrElse(this::showStudy, this::showStart);
        addShortcuts();
    }

    /** What lies above the shell in a corner of the window; empty without a study. */
    Optional<WorksPanel> works() {
        return works;
    }

    /** Stops listening, before another shell takes its place. */
    void end() {
        watch.end();
    }

    private void showStart() {
        setCenter(new StartPage(model.start(), messages, watch));
    }

    private void showStudy(OpenStudy study) {
        setLeft(new PageRail(model, actions, messages, watch));
        WorksPanel panel = new WorksPanel(study.works(), messages, watch);
        works = Optional.of(panel);
        WorkIndicator indicator = new WorkIndicator(study.works(), messages, panel::toggle, watch);
        setBottom(new StatusLine(study.queue(), indicator, messages, watch));
        watch.on(model.pageProperty(), page -> showPage(study, page));
        showPage(study, model.pageProperty().get());
        new EndNotice(study, messages, this, go(Page.GROUPING), watch);
    }

    private void showPage(OpenStudy study, Page page) {
        setCenter(pages.computeIfAbsent(page, wanted -> build(study, wanted)));
    }

    private Node build(OpenStudy study, Page page) {
        Exports exports = new Exports(threads, messages, notices::tell, notices::fault);
        return switch (page) {
            case BOARD ->
                new BoardPage(
                        study.board(),
                        study.grouping(),
                        messages,
                        go(Page.TRAIN),
                        words -> notices.tellEdit(words, study.canRedoProperty()),
                        watch);
            case TRAIN -> new QueuePage(study.queue(), messages, side("train"), watch);
            case LOSSES -> new LossesPage(study.losses(), messages, exports, watch);
            case GROUPING ->
                new GroupingPage(
                        study.grouping(),
                        messages,
                        exports,
                        threads,
                        fills -> new FigureView(threads, model.themeProperty(), fills, notices::fault, watch),
                        go(Page.TRAIN),
                        () -> addSeeds(study),
                        watch);
            case REPORT -> new ReportPage(study.report(), messages, exports, threads, openFolder, watch);
        };
    }

    /** Opens the sheet with as many seeds as a claim takes. */
    private void addSeeds(OpenStudy study) {
        study.design().proposeSeeds(Stability.LEAST_SEEDS);
        doer.changeDesign();
    }

    private SideWidth side(String name) {
        return new SideWidth() {
            @Override
            public OptionalDouble get() {
                return model.layout().side(name);
            }

            @Override
            public void keep(double pixels) {
                model.arrange(model.layout().withSide(name, pixels));
            }
        };
    }

    private Runnable go(Page page) {
        return () -> model.pageProperty().set(page);
    }

    /** What can be done: on this page, then from everywhere, then on the other pages. */
    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        Optional<OpenStudy> study = model.studyProperty().get();
        Page here = model.pageProperty().get();
        study.ifPresentOrElse(open -> all.addAll(actions(open, here)), () -> all.addAll(startActions()));
        all.addAll(actions.all());
        study.ifPresent(open -> open.works().underWay().forEach(work -> all.add(stop(work))));
        study.ifPresent(open ->
                Stream.of(Page.values()).filter(page -> page != here).forEach(page -> all.addAll(actions(open, page))));
        return all;
    }

    private List<Action> startActions() {
        return PageActions.of("start", messages.text("start.page"), getCenter());
    }

    private Action stop(LongWork work) {
        String words = messages.text("work.stop", work.words(messages));
        return Action.of("shell.stop." + words, words, work::cancel);
    }

    private List<Action> actions(OpenStudy study, Page page) {
        Node node = pages.computeIfAbsent(page, wanted -> build(study, wanted));
        String id = page.name().toLowerCase(Locale.ROOT);
        return PageActions.of(id, messages.text("page." + page.name()), node).stream()
                .map(action ->
                        new Action(action.id(), action.words(), action.icon(), action.keys(), action.enabled(), () -> {
                            model.pageProperty().set(page);
                            action.run().run();
                        }))
                .toList();
    }

    /** The actions that have shortcuts everywhere, whatever page is shown. */
    List<Action> withKeys() {
        return actions.all().stream().filter(action -> !action.keys().isEmpty()).toList();
    }

    /** While this shell is in the window; the next one has its own study. */
    private void addShortcuts() {
        Map<KeyCombination, Runnable> keys = new HashMap<>();
        withKeys().forEach(action -> action.keys().forEach(combination -> keys.put(combination, action::perform)));
        sceneProperty().addListener((property, before, scene) -> {
            if (before != null) {
                keys.forEach(before.getAccelerators()::remove);
            }
            if (scene != null) {
                scene.getAccelerators().putAll(keys);
            }
        });
    }
}
