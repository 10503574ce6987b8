package app.tandem.workbench;

import app.tandem.run.WorkerChoice;
import app.tandem.study.Study;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.start.StartModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The window's state: its study, page, theme and language. Lives on the JavaFX thread; holds no controls. */
public final class WorkbenchModel {

    private final Threads threads;
    private final Consumer<WindowChoices> save;
    private final StudyMemory memory;
    private final Consumer<RuntimeException> fail;
    private final StartModel start;
    private final Object saving = new Object();
    private volatile WindowChoices choices;

    private final ReadOnlyObjectWrapper<Optional<OpenStudy>> study = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.BOARD);
    private final StudyPages pages;
    private final Introduction introduction =
            new Introduction(study.getReadOnlyProperty(), page, () -> choose(this.choices.withIntroduced()));
    private final ReadOnlyObjectWrapper<ColorTheme> theme;
    private final ReadOnlyObjectWrapper<Language> language;

    /**
     * @param save keeps the choices; called in the background
     * @param memory what is remembered of each study
     * @param fail tells the user what went wrong; called on the JavaFX thread
     */
    WorkbenchModel(
            StudyOpener opener,
            Threads threads,
            WindowChoices choices,
            Consumer<WindowChoices> save,
            StudyMemory memory,
            Consumer<RuntimeException> fail) {
        this.threads = threads;
        this.choices = choices;
        this.save = save;
        this.memory = memory;
        this.fail = fail;
        this.theme = new ReadOnlyObjectWrapper<>(choices.theme());
        this.language = new ReadOnlyObjectWrapper<>(choices.language());
        this.pages = new StudyPages(memory, threads.background());
        page.addListener((property, before, now) -> study.get().ifPresent(open -> pages.keep(open.file(), now)));
        this.start = new StartModel(opener, threads, choices.recent(), session -> opened(session, Page.BOARD), fail);
    }

    /** Shows the first steps to someone who has neither seen them nor opened a study before. */
    void introduce() {
        if (!choices.introduced() && choices.recent().isEmpty()) {
            introduction.begin();
        }
    }

    /** The first steps of a first study. */
    public Introduction introduction() {
        return introduction;
    }

    /** Shows a study that is open already, as it is at work. */
    public void show(StudySession session) {
        opened(session, Page.TRAIN);
    }

    /** @param first the page of a study that was never looked at here */
    private void opened(StudySession session, Page first) {
        threads.run(
                () -> {
                    Study now = read(session);
                    Path file = session.file();
                    Path folder = session.reportFolder();
                    Page shown = pages.last(file).orElse(first);
                    threads.window().execute(() -> {
                        close();
                        choose(choices.opened(file));
                        start.recent().setAll(choices.recent());
                        page.set(shown);
                        study.set(Optional.of(new OpenStudy(session, now, memory, folder, threads, fail)));
                    });
                },
                fail);
    }

    /** What cannot be shown must not stay open, where nobody could close it. */
    private static Study read(StudySession session) {
        try {
            return session.study();
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    /** Closes the study, if one is open, and begins to design another of a folder or a file of a dataset. */
    public void newStudy(Path place) {
        close();
        start.newStudy(place);
    }

    /** Opens a study or losses, or begins to design a study of a dataset; what is none of these leaves the study open. */
    public void take(Path place) {
        start.take(place, this::newStudy);
    }

    /** Opens the study that can only be read here anew, to work on it: what stood in the way may be over. */
    public void takeOver() {
        study.get().filter(OpenStudy::isReadOnly).ifPresent(open -> start.open(open.file()));
    }

    /** Goes back to the page without a study. */
    public void close() {
        study.get().ifPresent(OpenStudy::close);
        study.set(Optional.empty());
    }

    public void switchTheme() {
        choose(choices.withTheme(theme.get().other()));
        theme.set(choices.theme());
    }

    public void switchLanguage() {
        choose(choices.withLanguage(language.get().other()));
        language.set(choices.language());
    }

    /** Remembers what this machine's workers are. */
    void keepWorkers(WorkerChoice chosen) {
        choose(choices.withWorkers(chosen));
    }

    private void choose(WindowChoices next) {
        choices = next;
        threads.background().execute(this::save);
    }

    /** Always the latest: two that are saved at once must not leave the earlier one behind. */
    private void save() {
        synchronized (saving) {
            save.accept(choices);
        }
    }

    /** How the window is arranged. */
    public WindowLayout layout() {
        return choices.layout();
    }

    /** Remembers how the window is arranged now. */
    public void arrange(WindowLayout now) {
        if (!now.equals(layout())) {
            choose(choices.withLayout(now));
        }
    }

    public StartModel start() {
        return start;
    }

    public ReadOnlyObjectProperty<Optional<OpenStudy>> studyProperty() {
        return study.getReadOnlyProperty();
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public ReadOnlyObjectProperty<ColorTheme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }
}
