package app.tandem.workbench.start;

import app.tandem.data.SplitRule;
import app.tandem.study.Study;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Opening a study. Lives on the JavaFX thread; holds no controls. */
public final class StartModel {

    private final StudyOpener opener;
    private final Threads threads;
    private final BiConsumer<StudySession, Optional<Path>> opened;
    private final Consumer<RuntimeException> fail;
    private final ObservableList<Path> recent;
    private final ReadOnlyObjectWrapper<Optional<NewStudyModel>> making = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> opening = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param recent files of studies, latest first
     * @param opened takes over an opened study, and its file where it was opened by one
     */
    public StartModel(
            StudyOpener opener,
            Threads threads,
            List<Path> recent,
            BiConsumer<StudySession, Optional<Path>> opened,
            Consumer<RuntimeException> fail) {
        this.opener = opener;
        this.threads = threads;
        this.recent = FXCollections.observableArrayList(recent);
        this.opened = opened;
        this.fail = fail;
    }

    public void open(Path file) {
        start(file.getFileName().toString(), Optional.of(file), () -> opener.open(file));
    }

    public void openSample(StudyOpener.Sample sample, String name) {
        start(name, Optional.empty(), () -> opener.openSample(sample));
    }

    /** Opens a study or a table of losses, or begins a new study of any other file or folder, as when it is dropped here. */
    public void take(Path place) {
        if (isStudy(place)) {
            open(place);
        } else if (isLossTable(place)) {
            start(String.valueOf(place.getFileName()), Optional.empty(), () -> opener.openLosses(place));
        } else {
            newStudy(place);
        }
    }

    /** Begins to design a study of a folder or of a file of a dataset; nothing is written yet. */
    public void newStudy(Path place) {
        leaveNewStudy();
        NewStudyModel next = new NewStudyModel(place, threads, this::make, fail);
        making.set(Optional.of(next));
        next.read();
    }

    /** Gives up the design. */
    public void leaveNewStudy() {
        making.get().ifPresent(NewStudyModel::leave);
        making.set(Optional.empty());
    }

    private void make(Path file, Study design) {
        start(String.valueOf(file.getFileName()), Optional.of(file), () -> opener.create(file, design));
    }

    /** Whether a file is a study by its name. */
    public static boolean isStudy(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(".tandem");
    }

    /** By its name; the files that say a dataset's splits are comma-separated too. */
    private static boolean isLossTable(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") && !SplitRule.isFile(name);
    }

    private void start(String name, Optional<Path> file, Supplier<StudySession> open) {
        if (opening.get().isPresent()) {
            return;
        }
        opening.set(Optional.of(name));
        threads.run(
                () -> {
                    StudySession session = open.get();
                    threads.window().execute(() -> {
                        opening.set(Optional.empty());
                        leaveNewStudy();
                        opened.accept(session, file);
                    });
                },
                fault -> {
                    opening.set(Optional.empty());
                    fail.accept(fault);
                });
    }

    public ObservableList<Path> recent() {
        return recent;
    }

    /** The study that is being designed; empty while none is. */
    public ReadOnlyObjectProperty<Optional<NewStudyModel>> makingProperty() {
        return making.getReadOnlyProperty();
    }

    /** The name of what is being opened; empty while nothing is. */
    public ReadOnlyObjectProperty<Optional<String>> openingProperty() {
        return opening.getReadOnlyProperty();
    }
}
