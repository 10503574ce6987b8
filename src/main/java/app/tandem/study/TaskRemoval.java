package app.tandem.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a task out of everything that names it by index, and moves the later tasks up. */
record TaskRemoval(int task) {

    Study applyTo(Study study) {
        List<Task> tasks = new ArrayList<>(study.tasks());
        tasks.remove(task);
        List<Network> networks = study.networks().stream()
                .flatMap(network -> without(network).stream())
                .distinct()
                .toList();
        List<Grouping> groupings = study.groupings().stream()
                .map(grouping -> new Grouping(
                        grouping.name(),
                        grouping.members().stream()
                                .flatMap(member -> without(member).stream())
                                .toList()))
                .toList();
        return new StudyEdit.RestoreDesign(tasks, networks, groupings).apply(study);
    }

    private Optional<Network> without(Network network) {
        TaskSet rest = without(network.tasks());
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Network(rest, network.encoder(), network.sharing()));
    }

    private Optional<Grouping.Member> without(Grouping.Member member) {
        return without(member.network()).map(network -> new Grouping.Member(network, without(member.trainOnly())));
    }

    private TaskSet without(TaskSet set) {
        long below = set.bits() & ((1L << task) - 1);
        long above = set.bits() >>> (task + 1) << task;
        return new TaskSet(below | above);
    }
}
