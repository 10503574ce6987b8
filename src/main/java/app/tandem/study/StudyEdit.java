package app.tandem.study;

import java.util.ArrayList;
import java.util.List;

/**
 * One change of a study by its user. Every edit of the window and of the command line is one of these, and each gives the
 * edit that takes it back.
 */
public sealed interface StudyEdit
        permits GroupingEdit,
                StudyEdit.AddGrouping,
                StudyEdit.ChangeDesign,
                StudyEdit.ChangeGrouping,
                StudyEdit.ChangeTask,
                StudyEdit.LocateDataset,
                StudyEdit.RemoveGrouping,
                StudyEdit.RemoveTask,
                StudyEdit.RenameStudy,
                StudyEdit.RestoreDesign,
                StudyEdit.SetBudget,
                StudyEdit.SetNetworks,
                StudyEdit.SetSeeds,
                StudyEdit.SetSettings {

    /**
     * The study after the edit.
     *
     * @throws UserException if the edit does not fit this study
     */
    Study apply(Study study);

    /** The edit that leads from {@code apply(before)} back to {@code before}. */
    StudyEdit inverse(Study before);

    record RenameStudy(String name) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return study.withName(name);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new RenameStudy(before.name());
        }
    }

    /** Points the study at another place for its dataset, as when the folder was moved. */
    record LocateDataset(DatasetReference dataset) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return study.withDataset(dataset);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new LocateDataset(before.dataset());
        }
    }

    record SetBudget(Budget budget) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return study.withBudget(budget);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new SetBudget(before.budget());
        }
    }

    record SetSeeds(int seeds) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return study.withSeeds(seeds);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new SetSeeds(before.seeds());
        }
    }

    /** Changes a task's name, loss or weight; the task of the same id is replaced. */
    record ChangeTask(Task task) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            List<Task> tasks = new ArrayList<>(study.tasks());
            tasks.set(study.indexOf(task.id()), task);
            return study.withTasks(tasks);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new ChangeTask(before.tasks().get(before.indexOf(task.id())));
        }
    }

    /** Removes a task from the study and from its networks; networks that had no other task go with it. */
    record RemoveTask(String taskId) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return new TaskRemoval(study.indexOf(taskId)).applyTo(study);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new RestoreDesign(before.tasks(), before.networks(), before.groupings());
        }
    }

    /** Puts tasks, networks and groupings back together, since a network names its tasks by index. */
    record RestoreDesign(List<Task> tasks, List<Network> networks, List<Grouping> groupings) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return new Study(
                    study.name(),
                    study.dataset(),
                    tasks,
                    study.settings(),
                    study.seeds(),
                    networks,
                    groupings,
                    study.budget());
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new RestoreDesign(before.tasks(), before.networks(), before.groupings());
        }
    }

    /** Makes these the candidate networks. */
    record SetNetworks(List<Network> networks) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return study.withNetworks(networks);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new SetNetworks(before.networks());
        }

        /** Adds the networks that the study lacks, at the end. */
        public static SetNetworks adding(Study study, List<Network> more) {
            List<Network> networks = new ArrayList<>(study.networks());
            more.stream().filter(network -> !networks.contains(network)).forEach(networks::add);
            return new SetNetworks(networks);
        }

        /** Leaves a network out. */
        public static SetNetworks removing(Study study, Network network) {
            if (!study.networks().contains(network)) {
                throw new UserException(
                        "The network " + network.key(study.taskIds()) + " is not a candidate",
                        study.name(),
                        "Name one of the study's networks");
            }
            return new SetNetworks(study.networks().stream()
                    .filter(candidate -> !candidate.equals(network))
                    .toList());
        }
    }

    record SetSettings(List<Setting> settings) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            return study.withSettings(settings);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new SetSettings(before.settings());
        }
    }

    /**
     * Changes what holds for every network, all in one: the study's name, how often each is trained, the settings and what
     * is said of the tasks.
     *
     * @param tasks the study's own, in its order
     */
    record ChangeDesign(String name, int seeds, List<Setting> settings, List<Task> tasks) implements StudyEdit {

        public ChangeDesign {
            settings = List.copyOf(settings);
            tasks = List.copyOf(tasks);
        }

        /** What these are in a study. */
        public static ChangeDesign of(Study study) {
            return new ChangeDesign(study.name(), study.seeds(), study.settings(), study.tasks());
        }

        @Override
        public Study apply(Study study) {
            if (!tasks.stream().map(Task::id).toList().equals(study.taskIds())) {
                throw new UserException(
                        "The study has other tasks than when its design was begun to be changed",
                        study.name(),
                        "Look at its tasks again and repeat the change");
            }
            return study.withName(name).withSeeds(seeds).withSettings(settings).withTasks(tasks);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return of(before);
        }
    }

    /** Adds a grouping at a position, or at the end where the position is beyond it. */
    record AddGrouping(int position, Grouping grouping) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            List<Grouping> groupings = new ArrayList<>(study.groupings());
            groupings.add(Math.min(position, groupings.size()), grouping);
            return study.withGroupings(groupings);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new RemoveGrouping(grouping.name());
        }

        /** Adds a grouping behind the one called {@code name}. */
        public static AddGrouping after(Study study, String name, Grouping grouping) {
            return new AddGrouping(study.indexOfGrouping(name) + 1, grouping);
        }
    }

    record RemoveGrouping(String name) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            int position = study.indexOfGrouping(name);
            List<Grouping> groupings = new ArrayList<>(study.groupings());
            groupings.remove(position);
            return study.withGroupings(groupings);
        }

        @Override
        public StudyEdit inverse(Study before) {
            int position = before.indexOfGrouping(name);
            return new AddGrouping(position, before.groupings().get(position));
        }
    }

    /** Puts a grouping, perhaps under a new name, in the place of the one called {@code name}. */
    record ChangeGrouping(String name, Grouping grouping) implements StudyEdit {
        @Override
        public Study apply(Study study) {
            List<Grouping> groupings = new ArrayList<>(study.groupings());
            groupings.set(study.indexOfGrouping(name), grouping);
            return study.withGroupings(groupings);
        }

        @Override
        public StudyEdit inverse(Study before) {
            return new ChangeGrouping(grouping.name(), before.groupings().get(before.indexOfGrouping(name)));
        }
    }
}
