package app.tandem.workbench.report;

import app.tandem.data.Progress;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFolder;
import app.tandem.report.ReportProgress;
import app.tandem.report.StudyReport;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Writing the report. Lives on the JavaFX thread; holds no controls. */
public final class ReportModel {

    /** What was written, and where. */
    public record Written(Path folder, List<Path> files) {}

    private final StudySession session;
    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private final ObjectProperty<Path> folder;
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Written>> written = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param folder where the report goes unless the user chooses another */
    public ReportModel(StudySession session, Threads threads, Path folder, Consumer<RuntimeException> fail) {
        this.session = session;
        this.threads = threads;
        this.fail = fail;
        this.folder = new SimpleObjectProperty<>(folder);
    }

    /** Writes everything in the background, headings and captions in this language; a second call meanwhile does nothing. */
    public void write(Locale language) {
        if (writing.get()) {
            return;
        }
        writing.set(true);
        Path target = folder.get();
        threads.run(
                () -> {
                    List<StudyReport> reports = session.study().settings().stream()
                            .map(setting -> session.completeReport(setting.name(), language, Progress.NONE))
                            .toList();
                    List<Path> files =
                            new ReportFolder(reports, ReportChoice.EVERYTHING).write(target, ReportProgress.NONE);
                    threads.window().execute(() -> {
                        writing.set(false);
                        written.set(Optional.of(new Written(target, files)));
                    });
                },
                fault -> {
                    writing.set(false);
                    fail.accept(fault);
                });
    }

    public ObjectProperty<Path> folderProperty() {
        return folder;
    }

    public ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Written>> writtenProperty() {
        return written.getReadOnlyProperty();
    }
}
