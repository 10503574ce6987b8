package app.tandem.workbench;

import app.tandem.study.UserException;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.design.WorkersModel;
import app.tandem.workbench.start.DatasetChoosers;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The window: puts the shell on a stage, and rebuilds it where the language changes. The view models stay. */
public final class WorkbenchWindow {

    private static final List<String> FONTS =
            List.of("Inter-Regular", "Inter-SemiBold", "Inter-Bold", "TandemHangul-Regular", "TandemHangul-Bold");
    private static final PseudoClass KOREAN = PseudoClass.getPseudoClass("korean");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private static final System.Logger LOG = System.getLogger(WorkbenchWindow.class.getName());

    private final Stage stage;
    private final WorkbenchContext context;
    private final Threads threads;
    private final Consumer<Optional<StudySession>> closed;
    private final WorkbenchModel model;
    private final WindowSize size;
    private final Notices notices;
    private final StackPane root = new StackPane();
    private final Watch introductionWatch = new Watch();
    private final Overlay overlay = new Overlay(root);
    private Optional<Shell> shell = Optional.empty();

    /**
     * @param choices as they were saved last
     * @param save keeps them; called in the background
     * @param closed hears on the JavaFX thread that the window is closed, and which study trains on
     */
    public WorkbenchWindow(
            Stage stage,
            WorkbenchContext context,
            Threads threads,
            WindowChoices choices,
            Consumer<WindowChoices> save,
            Consumer<Optional<StudySession>> closed) {
        this.stage = stage;
        this.context = context;
        this.threads = threads;
        this.closed = closed;
        this.notices = new Notices(threads, context.cache());
        StudyMemory memory = new StudyMemory(context.choices().resolveSibling("studies"));
        this.model = new WorkbenchModel(context.opener(), threads, choices, save, memory, this::tell);
        loadFonts();
        stage.setScene(scene());
        stage.setMinWidth(WindowLayout.MIN_WIDTH);
        stage.setMinHeight(WindowLayout.MIN_HEIGHT);
        this.size = new WindowSize(stage, model);
        stage.setOnCloseRequest(this::closeRequested);
        // A disk is plugged in while another window is looked at.
        stage.focusedProperty()
                .addListener((property, before, focused) ->
                        model.studyProperty().get().filter(study -> focused).ifPresent(OpenStudy::lookForDataset));
        model.themeProperty().addListener((property, before, after) -> showTheme(after));
        model.languageProperty().addListener((property, before, after) -> build());
        model.studyProperty().addListener((property, before, after) -> {
            // What was told is of the study before.
            notices.clear();
            build();
        });
        showTheme(model.themeProperty().get());
        build();
    }

    /** Shows it, and opens what the context asks for. */
    public void show() {
        tellFirstFrame();
        stage.show();
        root.requestFocus();
        context.session().ifPresent(model::show);
        context.file().ifPresent(model.start()::open);
        if (context.session().isEmpty() && context.file().isEmpty()) {
            model.introduce();
        }
    }

    /** Says in the log when the window is drawn for the first time, which the benchmark of the start waits for. */
    private void tellFirstFrame() {
        Scene scene = stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                // The frame is handed to the renderer at the end of this pulse, before anything that is queued now.
                Platform.runLater(() -> LOG.log(System.Logger.Level.DEBUG, "first frame"));
            }
        });
    }

    public WorkbenchModel model() {
        return model;
    }

    private Scene scene() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        WindowLayout layout = model.layout().on(screen.getWidth(), screen.getHeight());
        Scene scene = new Scene(root, layout.width(), layout.height());
        scene.getStylesheets()
                .add(WorkbenchWindow.class
                        .getResource("/app/tandem/workbench/workbench.css")
                        .toExternalForm());
        return scene;
    }

    private static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream stream = WorkbenchWindow.class.getResourceAsStream("/app/tandem/fonts/" + font + ".ttf")) {
                if (stream == null) {
                    throw new IllegalStateException("the build lacks the font " + font);
                }
                Font.loadFont(stream, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void showTheme(ColorTheme theme) {
        boolean dark = theme == ColorTheme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        root.pseudoClassStateChanged(DARK, dark);
    }

    /** The views are made anew in the chosen language; what they show lives on in the view models. */
    private void build() {
        Messages messages = messages();
        root.pseudoClassStateChanged(
                KOREAN, model.languageProperty().get() == app.tandem.workbench.common.Language.KOREAN);
        notices.speak(messages);
        Consumer<Path> openFolder =
                folder -> threads.run(() -> context.openFolder().accept(folder), this::tell);
        shell.ifPresent(Shell::end);
        Shell next = new Shell(model, messages, threads, notices, openFolder, doer());
        shell = Optional.of(next);
        overlay.close();
        root.getChildren().setAll(next);
        next.works().ifPresent(root.getChildren()::add);
        introductionWatch.end();
        root.getChildren().addAll(new IntroductionPane(model.introduction(), messages, introductionWatch), notices);
        stage.titleProperty().unbind();
        model.studyProperty()
                .get()
                .ifPresentOrElse(
                        study -> stage.titleProperty().bind(WindowTitle.of(study, messages)),
                        () -> stage.setTitle("Tandem"));
    }

    private ShellActions.Doer doer() {
        return new ShellActions.Doer() {
            @Override
            public void findAction() {
                shell.ifPresent(shown -> overlay.toggle(
                        new CommandPalette(new PaletteModel(shown.actions()), messages(), overlay::close)));
            }

            @Override
            public void showKeys() {
                shell.ifPresent(shown -> overlay.toggle(new KeysSheet(shown.withKeys(), messages(), overlay::close)));
            }

            @Override
            public void newStudy() {
                new DatasetChoosers(() -> stage, messages(), place -> leave(() -> model.newStudy(place))).folder();
            }

            @Override
            public void locateDataset() {
                model.studyProperty().get().ifPresent(open -> {
                    DatasetChoosers choosers =
                            new DatasetChoosers(() -> stage, messages(), place -> locate(open, place));
                    if (open.isDatasetOfFiles()) {
                        choosers.file();
                    } else {
                        choosers.folder();
                    }
                });
            }

            @Override
            public void changeDesign() {
                model.studyProperty()
                        .get()
                        .ifPresent(open -> overlay.toggle(
                                new DesignSheet(open.design(), messages(), overlay::close, () -> model.pageProperty()
                                        .set(Page.TRAIN))));
            }

            @Override
            public void chooseWorkers() {
                overlay.toggle(new WorkersSheet(
                        new WorkersModel(context.workers(), threads, model::keepWorkers, WorkbenchWindow.this::tell),
                        messages(),
                        overlay::close));
            }

            @Override
            public void openStudy() {
                new DatasetChoosers(() -> stage, messages(), place -> leave(() -> model.take(place))).anything();
            }

            @Override
            public void closeStudy() {
                leave(model::close);
            }

            @Override
            public void switchFullScreen() {
                stage.setFullScreen(!stage.isFullScreen());
            }

            @Override
            public void quit() {
                stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            }
        };
    }

    /** Points a study to its dataset's new place, and says what that means for its results. */
    void locate(OpenStudy study, Path place) {
        study.locateDataset(place, otherData -> notices.tell(messages().text("dataset.located", otherData)));
    }

    private Messages messages() {
        return Messages.in(model.languageProperty().get());
    }

    /** Tells what went wrong. */
    void tell(RuntimeException fault) {
        notices.fault(fault);
    }

    /** Whether nothing that is not saved keeps the user from letting go of the study. */
    private boolean mayLose(Optional<OpenStudy> study) {
        Messages messages = messages();
        Optional<UserException> unsaved =
                study.flatMap(open -> open.savedProperty().get().fault());
        return unsaved.isEmpty() || CloseQuestion.mayLose(stage, messages, messages.fault(unsaved.get()));
    }

    /** Goes on to what lets go of the study, once the user agrees where it trains or is not saved. */
    private void leave(Runnable go) {
        Optional<OpenStudy> study = model.studyProperty().get();
        boolean trains = study.filter(OpenStudy::isTraining).isPresent();
        if (mayLose(study) && (!trains || CloseQuestion.mayPause(stage, messages()))) {
            go.run();
        }
    }

    private void closeRequested(WindowEvent event) {
        event.consume();
        Optional<OpenStudy> study = model.studyProperty().get();
        if (!mayLose(study)) {
            stage.toFront();
            return;
        }
        if (study.filter(OpenStudy::isTraining).isEmpty()) {
            close(study, false);
            return;
        }
        switch (CloseQuestion.ask(stage, messages())) {
            case KEEP_TRAINING -> close(study, true);
            case PAUSE -> close(study, false);
            case STAY -> stage.toFront();
        }
    }

    /** Closes it without a question; nothing trains. */
    void close() {
        close(model.studyProperty().get(), false);
    }

    private void close(Optional<OpenStudy> study, boolean keepTraining) {
        size.keep();
        stage.hide();
        // Whatever goes wrong: a program without a window must not stay behind.
        study.ifPresentOrElse(open -> open.letGo(keepTraining, closed), () -> closed.accept(Optional.empty()));
    }
}
