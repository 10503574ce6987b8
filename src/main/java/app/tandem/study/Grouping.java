package app.tandem.study;

import java.util.ArrayList;
import java.util.List;

/**
 * Networks chosen by hand. Which of them serves a task is decided by their losses; a task marked train-only in a network
 * is learned there and never served from there.
 *
 * @param name unique in its study
 */
public record Grouping(String name, List<Member> members) {

    /**
     * One network of a grouping.
     *
     * @param trainOnly the tasks of the network that it must not serve
     */
    public record Member(Network network, TaskSet trainOnly) {
        public Member {
            if (!trainOnly.isSubsetOf(network.tasks())) {
                throw new IllegalArgumentException("a train-only task is not in the network");
            }
        }

        /** A network that may serve all its tasks. */
        public static Member of(Network network) {
            return new Member(network, TaskSet.EMPTY);
        }

        public TaskSet mayServe() {
            return network.tasks().minus(trainOnly);
        }

        /** The network with one task more. */
        public Member with(int task, boolean asTrainOnly) {
            TaskSet marked = asTrainOnly ? trainOnly.with(task) : trainOnly.without(task);
            return new Member(of(network.tasks().with(task), network.encoder()), marked);
        }

        /**
         * The network with one task less.
         *
         * @throws UserException if it has no other task
         */
        public Member without(int task) {
            return new Member(of(network.tasks().without(task), network.encoder()), trainOnly.without(task));
        }

        public Member withEncoder(EncoderSize encoder) {
            return new Member(of(network.tasks(), encoder), trainOnly);
        }

        /** The same with another mark for one of its tasks. */
        public Member withTrainOnly(int task, boolean marked) {
            return new Member(network, marked ? trainOnly.with(task) : trainOnly.without(task));
        }

        private Network of(TaskSet tasks, EncoderSize encoder) {
            return new Network(tasks, encoder, network.sharing());
        }
    }

    public Grouping {
        if (name.isBlank()) {
            throw new UserException("A grouping has no name", "", "Give it one");
        }
        members = List.copyOf(members);
    }

    public Grouping withName(String newName) {
        return new Grouping(newName, members);
    }

    public Grouping withMembers(List<Member> newMembers) {
        return new Grouping(name, newMembers);
    }

    /** The same with another network at this position. */
    public Grouping withMember(int position, Member member) {
        List<Member> changed = new ArrayList<>(members);
        changed.set(position, member);
        return new Grouping(name, changed);
    }

    /** @throws UserException if there is no network at this position */
    public Member member(int position) {
        if (position < 0 || position >= members.size()) {
            throw new UserException(
                    "The grouping has " + members.size() + " networks, and none at position " + (position + 1),
                    name,
                    "Choose one of its networks");
        }
        return members.get(position);
    }

    /** Its networks, each once, without the marks. */
    public List<Network> networks() {
        return members.stream().map(Member::network).distinct().toList();
    }

    public Cost cost() {
        return members.stream().map(member -> member.network().cost()).reduce(Cost.ZERO, Cost::plus);
    }

    /** The tasks that some network may serve. */
    public TaskSet served() {
        return members.stream().map(Member::mayServe).reduce(TaskSet.EMPTY, TaskSet::union);
    }
}
