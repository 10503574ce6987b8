package app.tandem.owner;

import app.tandem.data.DatasetCache;
import app.tandem.data.DatasetCheck;
import app.tandem.data.DatasetListing;
import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.data.Samples;
import app.tandem.data.TaskonomyFolder;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.PoolChoice;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A study that is being designed: what was found in a dataset, and what its user chooses of it. It is nothing but a value;
 * a file is made of its {@link #design} only. {@code tandem new} and the window's <i>New study</i> are both this.
 *
 * @param all the study of everything that was found; its networks mean nothing here
 * @param emptyTasks ids of known tasks that have a folder in the dataset, but no label in it
 * @param chosen ids of the tasks that are wanted
 * @param pool the networks that are wanted; where it is empty, those that are usual for so many tasks
 */
public record StudyDraft(Study all, List<String> emptyTasks, List<String> chosen, Optional<PoolChoice> pool) {

    public StudyDraft {
        emptyTasks = List.copyOf(emptyTasks);
        chosen = List.copyOf(chosen);
    }

    /**
     * All tasks of a folder of images or of an IDX pair. Lists files, and reads an IDX pair.
     *
     * @param path the folder, or a file in it
     * @throws UserException if it is neither, or holds no layout that is known
     */
    public static StudyDraft ofFolder(Path path) {
        Study found = NewStudy.ofFolder(path);
        boolean images = found.dataset().layout().equals(DatasetReference.TASKONOMY);
        List<String> empty =
                images ? new TaskonomyFolder(Path.of(found.dataset().location())).emptyTasks() : List.of();
        return new StudyDraft(found, empty, found.taskIds(), Optional.empty());
    }

    /** All tasks of a sample. */
    public static StudyDraft of(Samples.Sample sample) {
        Study found = NewStudy.of(sample);
        return new StudyDraft(found, List.of(), found.taskIds(), Optional.empty());
    }

    public StudyDraft withName(String name) {
        return with(all.withName(name));
    }

    /** @throws UserException if one was not found, naming those that were */
    public StudyDraft withChosen(List<String> ids) {
        for (String id : ids) {
            if (!all.taskIds().contains(id)) {
                throw new UserException(
                        "The task ‘" + id + "’ is unknown",
                        all.dataset().location(),
                        "Use some of " + String.join(", ", all.taskIds()));
            }
        }
        return new StudyDraft(all, emptyTasks, ids, pool);
    }

    /** Changes a task's name, loss or weight. */
    public StudyDraft withTask(Task task) {
        return with(new StudyEdit.ChangeTask(task).apply(all));
    }

    public StudyDraft withPool(PoolChoice choice) {
        return new StudyDraft(all, emptyTasks, chosen, Optional.of(choice));
    }

    /** @throws UserException if two have the same name */
    public StudyDraft withSettings(List<Setting> settings) {
        return with(all.withSettings(settings));
    }

    /** @throws UserException if they are not 1 to 1000 */
    public StudyDraft withSeeds(int seeds) {
        return with(all.withSeeds(seeds));
    }

    public StudyDraft withBudget(Budget budget) {
        return with(all.withBudget(budget));
    }

    private StudyDraft with(Study changed) {
        return new StudyDraft(changed, emptyTasks, chosen, pool);
    }

    /** The tasks that are wanted, in the order in which they were found. */
    public List<Task> tasks() {
        return all.tasks().stream().filter(task -> chosen.contains(task.id())).toList();
    }

    /** The networks that are wanted. */
    public PoolChoice poolOrUsual() {
        return pool.orElseGet(() -> PoolChoice.usual(tasks().size()));
    }

    /**
     * The study as it would be made.
     *
     * @throws UserException if there is no task or no setting, there are more networks than can be searched, or an encoder
     *     that cannot be built
     */
    public Study design() {
        List<Task> tasks = tasks();
        if (tasks.isEmpty()) {
            throw new UserException("No task is chosen", "", "Choose some of " + String.join(", ", all.taskIds()));
        }
        if (all.settings().isEmpty()) {
            throw new UserException("A study needs a setting", all.name(), "Add one");
        }
        Study design = new Study(
                all.name(),
                all.dataset(),
                tasks,
                all.settings(),
                all.seeds(),
                poolOrUsual().networks(tasks.size()),
                List.of(),
                all.budget());
        EncoderCheck.requireBuildable(design);
        return design;
    }

    /** The side of the largest input that a setting asks for, in pixels: smaller images cannot be used. */
    public int inputSize() {
        return all.settings().stream().mapToInt(Setting::inputSize).max().orElse(NewStudy.MOST_PIXELS);
    }

    /**
     * How many samples of {@link #tasks} there are. Lists files, and decodes none.
     *
     * @throws UserException if not even the list can be made
     */
    public DatasetListing listing() {
        return DatasetListing.of(all.dataset(), tasks(), inputSize());
    }

    /**
     * Decodes every image and label of the tasks that are wanted, and keeps nothing of it.
     *
     * @throws UserException if not even the list of images can be made
     */
    public DatasetCheck check(Progress progress) {
        return DatasetCache.check(all.dataset(), tasks(), inputSize(), progress);
    }

    /**
     * A sample with the labels of {@link #tasks}, to be looked at; empty where none can be read.
     *
     * @throws UserException if the dataset cannot be read
     */
    public Optional<Example> example() {
        return Example.read(all.dataset(), tasks(), NewStudy.SMALLEST_SIZE);
    }
}
