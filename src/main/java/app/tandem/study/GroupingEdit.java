package app.tandem.study;

import java.util.ArrayList;
import java.util.List;

/**
 * One change inside a grouping made by hand, as the board makes it. Networks are named by their position; a network goes
 * with its last task, and the position behind the last network stands for a new, full-size one.
 */
public sealed interface GroupingEdit extends StudyEdit {

    /** The name of the grouping that is changed. */
    String grouping();

    /**
     * The grouping after the edit.
     *
     * @param study gives the tasks their names
     * @throws UserException if the edit does not fit this grouping
     */
    Grouping applyTo(Grouping before, Study study);

    @Override
    default Study apply(Study study) {
        return new ChangeGrouping(grouping(), applyTo(study.grouping(grouping()), study)).apply(study);
    }

    /** Puts the whole grouping back, so that networks that went with their last task stand where they stood. */
    @Override
    default StudyEdit inverse(Study before) {
        return new ChangeGrouping(grouping(), before.grouping(grouping()));
    }

    /** Puts a network in, before the one that is at this position now. */
    record PutNetwork(String grouping, int position, Grouping.Member member) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            List<Grouping.Member> members = new ArrayList<>(before.members());
            members.add(Math.max(0, Math.min(position, members.size())), member);
            return before.withMembers(members);
        }
    }

    record TakeNetwork(String grouping, int network) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            List<Grouping.Member> members = new ArrayList<>(before.members());
            before.member(network);
            members.remove(network);
            return before.withMembers(members);
        }
    }

    /** Puts a task into a network that does not have it yet. */
    record PutTask(String grouping, String taskId, int network) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            return put(before, study, taskId, network, false);
        }
    }

    /** Takes a task out of a network. */
    record TakeTask(String grouping, String taskId, int network) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            return take(before, study, taskId, network);
        }
    }

    /** Puts a task of one network into another one as well; its train-only mark goes along, but not into a new network. */
    record CopyTask(String grouping, String taskId, int from, int to) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            int task = present(before, study, taskId, from);
            boolean trainOnly = before.member(from).trainOnly().contains(task);
            return put(before, study, taskId, to, trainOnly);
        }
    }

    /**
     * Takes a task out of one network and puts it into another one. Its train-only mark goes along, but not into a new
     * network; and a network's only task is not moved into a new one, since it is alone already.
     */
    record MoveTask(String grouping, String taskId, int from, int to) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            int task = present(before, study, taskId, from);
            Grouping.Member source = before.member(from);
            boolean isAlone = source.network().tasks().size() == 1;
            if (from == to || (isAlone && to == before.members().size())) {
                return before;
            }
            Grouping put = put(before, study, taskId, to, source.trainOnly().contains(task));
            return take(put, study, taskId, from);
        }
    }

    record SetEncoder(String grouping, int network, EncoderSize encoder) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            return before.withMember(network, before.member(network).withEncoder(encoder));
        }
    }

    /** Says whether a task is learned in a network without ever being served from there. */
    record SetTrainOnly(String grouping, String taskId, int network, boolean trainOnly) implements GroupingEdit {
        @Override
        public Grouping applyTo(Grouping before, Study study) {
            int task = present(before, study, taskId, network);
            return before.withMember(network, before.member(network).withTrainOnly(task, trainOnly));
        }
    }

    private static Grouping put(Grouping before, Study study, String taskId, int network, boolean trainOnly) {
        int task = study.indexOf(taskId);
        if (network == before.members().size()) {
            Network alone = Network.of(TaskSet.of(task), EncoderSize.FULL);
            List<Grouping.Member> members = new ArrayList<>(before.members());
            members.add(new Grouping.Member(alone, TaskSet.EMPTY));
            return before.withMembers(members);
        }
        Grouping.Member member = before.member(network);
        if (member.network().tasks().contains(task)) {
            throw new UserException(
                    "Network " + NetworkLetter.of(network) + " has the task ‘" + taskId + "’ already",
                    before.name(),
                    "Choose another network, or a new one");
        }
        return before.withMember(network, member.with(task, trainOnly));
    }

    private static Grouping take(Grouping before, Study study, String taskId, int network) {
        int task = present(before, study, taskId, network);
        Grouping.Member member = before.member(network);
        return member.network().tasks().size() == 1
                ? new TakeNetwork(before.name(), network).applyTo(before, study)
                : before.withMember(network, member.without(task));
    }

    private static int present(Grouping before, Study study, String taskId, int network) {
        int task = study.indexOf(taskId);
        if (!before.member(network).network().tasks().contains(task)) {
            throw new UserException(
                    "Network " + NetworkLetter.of(network) + " does not have the task ‘" + taskId + "’",
                    before.name(),
                    "Name one of its own tasks: "
                            + before.member(network).network().tasks().join(study.taskIds()));
        }
        return task;
    }
}
