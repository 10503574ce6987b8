package app.tandem.workbench.start;

import app.tandem.data.FashionPairs;
import app.tandem.data.SplitRule;
import app.tandem.data.TaskonomyFolder;
import app.tandem.study.Blocking;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private final Consumer<StudySession> opened;
    private final Consumer<RuntimeException> fail;
    private final ObservableList<Path> recent;
    private final ReadOnlyObjectWrapper<Optional<NewStudyModel>> making = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> opening = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<StudyOpener.Sample>> begun = new ReadOnlyObjectWrapper<>(Set.of());

    /**
     * @param recent files of studies, latest first
     * @param opened takes over an opened study
     */
    public StartModel(
            StudyOpener opener,
            Threads threads,
            List<Path> recent,
            Consumer<StudySession> opened,
            Consumer<RuntimeException> fail) {
        this.opener = opener;
        this.threads = threads;
        this.recent = FXCollections.observableArrayList(recent);
        this.opened = opened;
        this.fail = fail;
    }

    public void open(Path file) {
        start(file.getFileName().toString(), () -> opener.open(file));
    }

    public void openSample(StudyOpener.Sample sample, String name) {
        start(name, () -> opener.openSample(sample));
    }

    /** Looks in the background which samples have a study that is gone on with. */
    public void lookForSamples() {
        threads.run(
                () -> {
                    Set<StudyOpener.Sample> found = opener.begunSamples();
                    threads.window().execute(() -> begun.set(found));
                },
                fail);
    }

    /** Opens or begins whatever is chosen or dropped here. */
    public void take(Path place) {
        take(place, this::newStudy);
    }

    /**
     * Opens a study or a table of losses, or begins a new study of a folder or of a file of a dataset. What is none of these
     * is told, and nothing is begun.
     *
     * @param begin begins a new study
     */
    public void take(Path place, Consumer<Path> begin) {
        if (isStudy(place)) {
            open(place);
        } else if (isLossTable(place)) {
            start(String.valueOf(place.getFileName()), () -> opener.openLosses(place));
        } else {
            threads.run(
                    () -> {
                        requireDataset(place);
                        threads.window().execute(() -> begin.accept(place));
                    },
                    fail);
        }
    }

    /** By names alone: whether the dataset is whole is told on its page. */
    private static void requireDataset(Path place) {
        assert Blocking.isAllowedHere() : "a file is looked at on the window's thread";
        if (!Files.isRegularFile(place) || FashionPairs.areAt(place)) {
            return;
        }
        try {
            TaskonomyFolder.around(place);
        } catch (UserException e) {
            throw new UserException(
                    "The file is none that can be opened here",
                    place.toString(),
                    "Choose a .tandem file, a CSV file of losses, or a dataset: its folder, an IDX file, or an image in"
                            + " its folder",
                    e);
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
        start(String.valueOf(file.getFileName()), () -> opener.create(file, design));
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

    private void start(String name, Supplier<StudySession> open) {
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
                        opened.accept(session);
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

    /** The samples that have a study already, which opening them goes on with. */
    public ReadOnlyObjectProperty<Set<StudyOpener.Sample>> begunProperty() {
        return begun.getReadOnlyProperty();
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
