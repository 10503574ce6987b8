package app.tandem.study;

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

        public TaskSet mayServe() {
            return network.tasks().minus(trainOnly);
        }
    }

    public Grouping {
        if (name.isBlank()) {
            throw new UserException("A grouping has no name", "", "Give it one");
        }
        members = List.copyOf(members);
    }

    public Cost cost() {
        return members.stream().map(member -> member.network().cost()).reduce(Cost.ZERO, Cost::plus);
    }

    /** The tasks that some network may serve. */
    public TaskSet served() {
        return members.stream().map(Member::mayServe).reduce(TaskSet.EMPTY, TaskSet::union);
    }
}
