package app.tandem.workbench.start;

import app.tandem.data.DatasetCheck.Severity;
import app.tandem.data.Example;
import app.tandem.owner.StudyDraft;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.LossFunction;
import app.tandem.study.PoolChoice;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import app.tandem.workbench.common.LabelPicture;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * A study that is being designed from a dataset. Nothing is written before {@link #create}. Lives on the JavaFX thread; holds
 * no controls.
 */
public final class NewStudyModel {

    /** What a look at one sample shows. */
    private record Pictures(Optional<LabelPicture> image, Map<String, TaskPreview> tasks) {}

    private final Path place;
    private final Threads threads;
    private final BiConsumer<Path, Study> make;
    private final Consumer<RuntimeException> fail;
    private final DatasetLook look;
    private final Latest<StudyPlan> plans;
    private volatile boolean left;
    /** What the plans are computed from, off the JavaFX thread. */
    private volatile Optional<StudyDraft> planned = Optional.empty();

    private volatile Optional<Path> chosenFile = Optional.empty();

    private final ReadOnlyObjectWrapper<Optional<StudyDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UserException>> refusal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UserException>> mistake =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LabelPicture>> image = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, TaskPreview>> previews = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<StudyPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Obstacle> obstacle = new ReadOnlyObjectWrapper<>(Obstacle.READING);
    private final BooleanProperty leaveOut = new SimpleBooleanProperty();

    /**
     * @param place a folder, or a file of a dataset
     * @param make is given the file and the design once they are complete
     * @param fail hears of what is no fault of the dataset or of a choice
     */
    NewStudyModel(Path place, Threads threads, BiConsumer<Path, Study> make, Consumer<RuntimeException> fail) {
        this.place = place;
        this.threads = threads;
        this.make = make;
        this.fail = fail;
        this.look = new DatasetLook(threads, fail);
        this.plans = new Latest<>(threads, this::computePlan, this::show, fail);
        look.countedProperty().addListener(observable -> judge());
        look.checkProperty().addListener(observable -> judge());
        leaveOut.addListener(observable -> judge());
    }

    /** Reads the dataset in the background. */
    void read() {
        threads.run(
                () -> {
                    try {
                        StudyDraft found = StudyDraft.ofFolder(place);
                        tell(() -> begin(found));
                        Pictures pictures = pictures(found);
                        tell(() -> {
                            image.set(pictures.image());
                            previews.set(pictures.tasks());
                        });
                    } catch (UserException e) {
                        tell(() -> refuse(e));
                    }
                },
                fail);
    }

    private static Pictures pictures(StudyDraft found) {
        try {
            Optional<Example> example = found.example();
            return new Pictures(
                    example.map(Example::image).map(LabelPicture::ofImage),
                    example.map(sample -> TaskPreview.of(sample, found.tasks())).orElse(Map.of()));
        } catch (UserException e) {
            // The look at all images tells what is wrong.
            return new Pictures(Optional.empty(), Map.of());
        }
    }

    private void tell(Runnable news) {
        threads.window().execute(() -> {
            if (!left) {
                news.run();
            }
        });
    }

    private void begin(StudyDraft found) {
        set(found);
        look.start(found);
    }

    private void refuse(UserException e) {
        refusal.set(Optional.of(e));
        judge();
    }

    /** Stops reading; nothing was written. */
    void leave() {
        left = true;
        look.stop();
    }

    private void edit(UnaryOperator<StudyDraft> change) {
        StudyDraft before = draft.get().orElseThrow();
        StudyDraft after;
        try {
            after = change.apply(before);
        } catch (UserException e) {
            mistake.set(Optional.of(e));
            return;
        }
        set(after);
        boolean others = !after.tasks().equals(before.tasks()) || after.inputSize() != before.inputSize();
        if (others && after.tasks().isEmpty()) {
            look.stop();
        } else if (others) {
            look.start(after);
        }
    }

    private void set(StudyDraft next) {
        mistake.set(Optional.empty());
        draft.set(Optional.of(next));
        planned = Optional.of(next);
        plans.request();
    }

    private StudyPlan computePlan() {
        return StudyPlan.of(planned.orElseThrow(), place, chosenFile);
    }

    private void show(StudyPlan next) {
        if (!left) {
            plan.set(Optional.of(next));
            judge();
        }
    }

    private void judge() {
        obstacle.set(obstacle());
    }

    private Obstacle obstacle() {
        if (refusal.get().isPresent()) {
            return Obstacle.REFUSED;
        }
        if (plan.get().isEmpty()) {
            return Obstacle.READING;
        }
        StudyPlan now = plan.get().get();
        if (now.design().isEmpty()) {
            return Obstacle.DESIGN;
        }
        if (look.countedProperty().get().isPresent()) {
            return Obstacle.CHECKING;
        }
        if (look.problemsProperty().get().stream().anyMatch(problem -> problem.severity() == Severity.FATAL)) {
            return Obstacle.UNUSABLE;
        }
        if (!look.problemsProperty().get().isEmpty() && !leaveOut.get()) {
            return Obstacle.LEAVE_OUT;
        }
        return now.fileFault().isPresent() ? Obstacle.FILE : Obstacle.NONE;
    }

    /** Makes the study where nothing stands in the way. */
    public void create() {
        if (obstacle.get() == Obstacle.NONE) {
            plan.get().ifPresent(now -> now.design().ifPresent(design -> make.accept(now.file(), design)));
        }
    }

    public void choose(String task, boolean wanted) {
        edit(now -> now.withChosen(now.all().taskIds().stream()
                .filter(id -> id.equals(task) ? wanted : now.chosen().contains(id))
                .toList()));
    }

    public void setLoss(Task task, LossFunction loss) {
        edit(now -> now.withTask(task.withLoss(loss)));
    }

    public void rename(String name) {
        edit(now -> now.withName(name));
    }

    public void saveIn(Path file) {
        chosenFile = Optional.of(file);
        plans.request();
    }

    /** @param most {@link PoolChoice#EVERY} for no limit */
    public void setMostTasks(int most) {
        edit(now -> now.withPool(now.poolOrUsual().withMostTasks(most)));
    }

    /** Of every network. */
    public void setSize(EncoderSize size, boolean wanted) {
        edit(now -> {
            PoolChoice pool = now.poolOrUsual();
            return now.withPool(pool.withSizes(changed(pool.sizes(), size, wanted)));
        });
    }

    /** Of networks of one task. */
    public void setSizeAlone(EncoderSize size, boolean wanted) {
        edit(now -> {
            PoolChoice pool = now.poolOrUsual();
            return now.withPool(pool.withAlone(changed(pool.alone(), size, wanted)));
        });
    }

    /** Offers another size by choosing it for every network. */
    public void typeSize(String text) {
        edit(now -> {
            PoolChoice pool = now.poolOrUsual();
            return now.withPool(pool.withSizes(changed(pool.sizes(), EncoderSize.parse(text.strip()), true)));
        });
    }

    private static List<EncoderSize> changed(List<EncoderSize> sizes, EncoderSize size, boolean wanted) {
        List<EncoderSize> next = new ArrayList<>(sizes);
        next.remove(size);
        if (wanted) {
            next.add(size);
        }
        return next;
    }

    /** Changes one part of a setting: its name, or one of {@link app.tandem.study.SettingText#KEYS}. */
    public void typeSetting(int index, String key, String text) {
        edit(now -> now.withSettings(SettingEdits.typed(now.all().settings(), index, key, text.strip())));
    }

    public void addSetting(SettingEdits.Addition addition) {
        edit(now -> now.withSettings(SettingEdits.added(now.all().settings(), addition)));
    }

    public void removeSetting(int index) {
        edit(now -> now.withSettings(SettingEdits.removed(now.all().settings(), index)));
    }

    public void typeSeeds(String text) {
        edit(now -> now.withSeeds(SettingEdits.whole(text.strip())));
    }

    public void typeBudget(String text) {
        edit(now -> now.withBudget(Budget.parse(text.strip())));
    }

    /** The folder or file that the user gave. */
    public Path place() {
        return place;
    }

    public DatasetLook look() {
        return look;
    }

    /** Empty while the dataset is read, and where it cannot be used. */
    public ReadOnlyObjectProperty<Optional<StudyDraft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Why there is nothing to make a study of. */
    public ReadOnlyObjectProperty<Optional<UserException>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Why the last change was not taken; the draft is as it was before. */
    public ReadOnlyObjectProperty<Optional<UserException>> mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /** The image whose labels {@link #previewsProperty} shows. */
    public ReadOnlyObjectProperty<Optional<LabelPicture>> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** By task id. */
    public ReadOnlyObjectProperty<Map<String, TaskPreview>> previewsProperty() {
        return previews.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<StudyPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Obstacle> obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Whether images that cannot be used may be left out. */
    public BooleanProperty leaveOutProperty() {
        return leaveOut;
    }

    /** The settings as they are. */
    public List<Setting> settings() {
        return draft.get().map(now -> now.all().settings()).orElse(List.of());
    }
}
