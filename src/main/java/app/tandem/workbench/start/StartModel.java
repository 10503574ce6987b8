package app.tandem.workbench.start;

import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.nio.file.Path;
import java.util.List;
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

    /** Whether a file may be dropped here. */
    public static boolean isStudy(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(".tandem");
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

    /** The name of what is being opened; empty while nothing is. */
    public ReadOnlyObjectProperty<Optional<String>> openingProperty() {
        return opening.getReadOnlyProperty();
    }
}
