package app.tandem.workbench;

import app.tandem.study.DatasetReference;
import app.tandem.study.Study;
import app.tandem.workbench.board.BoardModel;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.LongWorks;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.design.DesignModel;
import app.tandem.workbench.grouping.GroupingModel;
import app.tandem.workbench.losses.LossesModel;
import app.tandem.workbench.queue.QueueModel;
import app.tandem.workbench.report.ReportModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The view models of one open study, kept up to date by its session. Lives on the JavaFX thread; holds no controls. */
public final class OpenStudy {

    private record Title(
            String name,
            SavedState saved,
            boolean canUndo,
            boolean canRedo,
            Optional<ReadOnly> readOnly,
            Optional<Path> missingDataset) {}

    private final StudySession session;
    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private boolean letGo;
    private final EditedStudy edited;
    private final BoardModel board;
    private final QueueModel queue;
    private final LossesModel losses;
    private final GroupingModel grouping;
    private final ReportModel report;
    private final DesignModel design;
    private final LongWorks works = new LongWorks(InstantSource.system());
    private final Latest<Title> titles;
    private final Runnable stopListening;

    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<SavedState> saved = new ReadOnlyObjectWrapper<>(SavedState.SAVED);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ReadOnly>> readOnly;
    private final ReadOnlyObjectWrapper<Optional<Path>> missingDataset = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param study as it is now
     * @param memory what the window remembers of studies
     * @param reportFolder where its report goes unless the user chooses another folder
     */
    OpenStudy(
            StudySession session,
            Study study,
            StudyMemory memory,
            Path reportFolder,
            Threads threads,
            Consumer<RuntimeException> fail) {
        this.session = session;
        this.threads = threads;
        this.fail = fail;
        this.edited = new EditedStudy(session, study, threads, fail);
        // What is still being looked at when the study is let go of finds it closed, and nobody looks at it any more.
        Consumer<RuntimeException> whileOpen = fault -> {
            if (!letGo) {
                fail.accept(fault);
            }
        };
        this.queue = new QueueModel(session, threads, whileOpen);
        this.losses = new LossesModel(session, memory.of(session.file(), "losses"), threads, whileOpen);
        this.grouping = new GroupingModel(session, edited, threads, whileOpen);
        this.board = new BoardModel(session, edited, grouping, threads, whileOpen);
        this.report = new ReportModel(session, memory.of(session.file(), "report"), threads, reportFolder, whileOpen);
        this.design = new DesignModel(session, edited, threads, whileOpen);
        shareSetting();
        this.titles = new Latest<>(threads, this::readTitle, this::showTitle, whileOpen);
        name.set(study.name());
        this.readOnly = new ReadOnlyObjectWrapper<>(session.readOnly());
        saved.set(session.readOnly().isPresent() ? SavedState.READ_ONLY : SavedState.SAVED);
        works.follow(queue.preparingProperty(), () -> threads.run(session::stopPreparing, fail), "work.preparing");
        works.follow(grouping.searchingProperty(), grouping::stopSearch, "work.searching");
        works.follow(grouping.resamplingProperty(), grouping::stopResampling, "work.resampling");
        works.follow(grouping.methods().progressProperty(), grouping.methods()::stop, "work.comparing");
        works.follow(report.progressProperty(), report::cancel, "work.exporting");
        this.stopListening = session.addListener(this::changed);
        for (Change change : Change.values()) {
            changed(change);
        }
    }

    /** What is looked at on one page is looked at on the others. */
    private void shareSetting() {
        for (ReadOnlyStringProperty chosen : List.of(
                losses.chosenSettingProperty(), grouping.chosenSettingProperty(), report.chosenSettingProperty())) {
            chosen.addListener((property, before, name) -> {
                losses.chooseSetting(name);
                grouping.chooseSetting(name);
                report.chooseSetting(name);
            });
        }
    }

    private void changed(Change change) {
        edited.changed(change);
        board.changed(change);
        queue.changed(change);
        losses.changed(change);
        grouping.changed(change);
        report.changed(change);
        design.changed(change);
        if (change == Change.STUDY) {
            titles.request();
        }
    }

    public void undo() {
        edited.undo();
    }

    public void redo() {
        edited.redo();
    }

    /**
     * Lets go of the study once every edit is made and every file of an export is written, so that a gesture just before is
     * not lost.
     *
     * @param keepOpen leaves the session open, as for training to go on
     * @param done hears on the JavaFX thread of the session that is still open, whatever went wrong
     */
    public void letGo(boolean keepOpen, Consumer<Optional<StudySession>> done) {
        letGo = true;
        stopListening.run();
        grouping.close();
        Optional<StudySession> still = keepOpen ? Optional.of(session) : Optional.empty();
        report.afterExport(() -> edited.atLast(() -> {
            try {
                if (!keepOpen) {
                    session.close();
                }
            } finally {
                threads.window().execute(() -> done.accept(still));
            }
        }));
    }

    public void close() {
        letGo(false, still -> {});
    }

    private Title readTitle() {
        return new Title(
                session.study().name(),
                session.saved(),
                session.canUndo(),
                session.canRedo(),
                session.readOnly(),
                session.missingDataset());
    }

    private void showTitle(Title now) {
        if (saved.get().kind() != SavedState.Kind.FAILED) {
            now.saved().fault().ifPresent(fail);
        }
        name.set(now.name());
        saved.set(now.saved());
        canUndo.set(now.canUndo());
        canRedo.set(now.canRedo());
        readOnly.set(now.readOnly());
        missingDataset.set(now.missingDataset());
    }

    /** The place at which the dataset no longer is; empty where it is there. */
    public ReadOnlyObjectProperty<Optional<Path>> missingDatasetProperty() {
        return missingDataset.getReadOnlyProperty();
    }

    /** Looks again where the dataset was missing: its disk may be back. */
    public void lookForDataset() {
        if (missingDataset.get().isPresent()) {
            titles.request();
        }
    }

    /** Whether the dataset is made of files of its own, rather than a folder of images. */
    public boolean isDatasetOfFiles() {
        return edited.studyProperty().get().dataset().layout().equals(DatasetReference.FASHION);
    }

    /**
     * Points the study to the dataset's new place.
     *
     * @param located hears how many results are of other data
     */
    public void locateDataset(Path place, IntConsumer located) {
        threads.run(
                () -> {
                    OptionalInt otherData = session.locateDataset(place);
                    threads.window().execute(() -> otherData.ifPresent(located));
                },
                fail);
    }

    /** The study's file. */
    public Path file() {
        return session.file();
    }

    /** Whether the study can only be read here, for as long as it is open. */
    public boolean isReadOnly() {
        return readOnly.get().isPresent();
    }

    /** Who works on the study, where it can only be read here. */
    public ReadOnlyObjectProperty<Optional<ReadOnly>> readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    /** Whether a run is being trained from here. */
    public boolean isTraining() {
        return !isReadOnly() && queue.summaryProperty().get().running() > 0;
    }

    public BoardModel board() {
        return board;
    }

    public QueueModel queue() {
        return queue;
    }

    public LossesModel losses() {
        return losses;
    }

    public GroupingModel grouping() {
        return grouping;
    }

    public ReportModel report() {
        return report;
    }

    /** A change of its seeds, settings and tasks. */
    public DesignModel design() {
        return design;
    }

    /** What is under way beside training. */
    public LongWorks works() {
        return works;
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SavedState> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
