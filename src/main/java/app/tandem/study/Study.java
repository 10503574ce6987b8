package app.tandem.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the user designed: the tasks of a dataset, the settings, the candidate networks, her groupings and her budget. It
 * holds nothing that was measured.
 *
 * @param name shown in the window's title
 * @param tasks at most {@link TaskSet#MAX_TASKS}; networks name them by index
 * @param seeds every network is trained with the seeds 0 to {@code seeds - 1}
 * @param networks the candidates, each once, in the order that breaks ties
 */
public record Study(
        String name,
        DatasetReference dataset,
        List<Task> tasks,
        List<Setting> settings,
        int seeds,
        List<Network> networks,
        List<Grouping> groupings,
        Budget budget) {

    public static final int MAX_SEEDS = 1000;

    /** @throws UserException if a name is used twice, a network has an unknown task, or the seeds are not 1 to 1000 */
    public Study {
        tasks = List.copyOf(tasks);
        settings = List.copyOf(settings);
        networks = List.copyOf(networks);
        groupings = List.copyOf(groupings);
        if (name.isBlank()) {
            throw new UserException("A study has no name", "", "Give it one");
        }
        if (tasks.size() > TaskSet.MAX_TASKS) {
            throw new UserException(
                    "A study of " + tasks.size() + " tasks is too large", name, "Leave out all but 62 of them");
        }
        if (seeds < 1 || seeds > MAX_SEEDS) {
            throw new UserException("A study with " + seeds + " seeds cannot be trained", name, "Give 1 to 1000 seeds");
        }
        requireUnique(tasks, Task::id, "task");
        requireUnique(settings, Setting::name, "setting");
        requireUnique(groupings, Grouping::name, "grouping");
        requireUnique(networks, Function.identity(), "network");
        TaskSet known = TaskSet.all(tasks.size());
        networks.forEach(network -> requireKnown(network, known));
        groupings.forEach(grouping -> grouping.members().forEach(member -> requireKnown(member.network(), known)));
    }

    /** All tasks in one full-size network. */
    public Network jointNetwork() {
        return Network.of(TaskSet.all(tasks.size()), EncoderSize.FULL);
    }

    public List<String> taskIds() {
        return tasks.stream().map(Task::id).toList();
    }

    /** Whether training may flip images: only where every task allows it, so that all networks see the same images. */
    public boolean flips() {
        return tasks.stream().allMatch(Task::flips);
    }

    /** @throws UserException if there is no such setting, naming those there are */
    public Setting setting(String settingName) {
        return settings.stream()
                .filter(setting -> setting.name().equals(settingName))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The setting ‘" + settingName + "’ is unknown",
                        name,
                        "Use one of "
                                + String.join(
                                        ", ",
                                        settings.stream().map(Setting::name).toList())));
    }

    /** @throws UserException if there is no such grouping, naming those there are */
    public Grouping grouping(String groupingName) {
        return groupings.get(indexOfGrouping(groupingName));
    }

    /** The position of a grouping. */
    int indexOfGrouping(String groupingName) {
        return IntStream.range(0, groupings.size())
                .filter(i -> groupings.get(i).name().equals(groupingName))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The grouping ‘" + groupingName + "’ is unknown",
                        name,
                        groupings.isEmpty()
                                ? "Make one first"
                                : "Use one of "
                                        + String.join(
                                                ", ",
                                                groupings.stream()
                                                        .map(Grouping::name)
                                                        .toList())));
    }

    /**
     * The index of the task with this id.
     *
     * @throws UserException if there is no such task, naming those there are
     */
    public int indexOf(String taskId) {
        int index = taskIds().indexOf(taskId);
        if (index < 0) {
            throw new UserException(
                    "The task ‘" + taskId + "’ is unknown", name, "Use one of " + String.join(", ", taskIds()));
        }
        return index;
    }

    public Study withName(String newName) {
        return new Study(newName, dataset, tasks, settings, seeds, networks, groupings, budget);
    }

    public Study withDataset(DatasetReference newDataset) {
        return new Study(name, newDataset, tasks, settings, seeds, networks, groupings, budget);
    }

    public Study withTasks(List<Task> newTasks) {
        return new Study(name, dataset, newTasks, settings, seeds, networks, groupings, budget);
    }

    public Study withSettings(List<Setting> newSettings) {
        return new Study(name, dataset, tasks, newSettings, seeds, networks, groupings, budget);
    }

    public Study withSeeds(int newSeeds) {
        return new Study(name, dataset, tasks, settings, newSeeds, networks, groupings, budget);
    }

    public Study withNetworks(List<Network> newNetworks) {
        return new Study(name, dataset, tasks, settings, seeds, newNetworks, groupings, budget);
    }

    public Study withGroupings(List<Grouping> newGroupings) {
        return new Study(name, dataset, tasks, settings, seeds, networks, newGroupings, budget);
    }

    public Study withBudget(Budget newBudget) {
        return new Study(name, dataset, tasks, settings, seeds, networks, groupings, newBudget);
    }

    private static <T, K> void requireUnique(List<T> items, Function<T, K> name, String what) {
        Set<K> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(name.apply(item))) {
                throw new UserException(
                        "The " + what + " ‘" + name.apply(item) + "’ is there twice", "", "Keep one of the two");
            }
        }
    }

    private static void requireKnown(Network network, TaskSet known) {
        if (!network.tasks().isSubsetOf(known)) {
            throw new UserException(
                    "A network has a task that the study lacks: number "
                            + network.tasks().minus(known),
                    "",
                    "Use the study's own tasks");
        }
    }
}
