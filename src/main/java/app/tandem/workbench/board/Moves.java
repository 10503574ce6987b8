package app.tandem.workbench.board;

import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.GroupingEdit;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import java.util.List;
import java.util.Optional;

/** What putting a card somewhere means; the same for pointer, keys and menus. Pure. */
final class Moves {

    private final Study study;
    private final Optional<Grouping> grouping;

    Moves(Study study, Optional<Grouping> grouping) {
        this.study = study;
        this.grouping = grouping;
    }

    /**
     * The edit that a drop makes; empty where it would change nothing.
     *
     * @param copy leaves the card where it was as well
     * @param name of the grouping that is made where there is none yet
     */
    Optional<StudyEdit> edit(Held held, Target target, boolean copy, String name) {
        if (grouping.isEmpty()) {
            return target instanceof Target.NewNetwork ? Optional.of(firstGrouping(held, name)) : Optional.empty();
        }
        Grouping shown = grouping.get();
        if (target instanceof Target.Away) {
            return held.from().isPresent() && !copy
                    ? Optional.of(new GroupingEdit.TakeTask(
                            shown.name(), id(held), held.from().getAsInt()))
                    : Optional.empty();
        }
        int to = target instanceof Target.Column column
                ? column.position()
                : shown.members().size();
        if (to < shown.members().size() && has(shown, to, held.task())) {
            return Optional.empty();
        }
        if (held.from().isEmpty()) {
            return Optional.of(new GroupingEdit.PutTask(shown.name(), id(held), to));
        }
        int from = held.from().getAsInt();
        if (copy) {
            return Optional.of(new GroupingEdit.CopyTask(shown.name(), id(held), from, to));
        }
        boolean alone = shown.member(from).network().tasks().size() == 1;
        return alone && target instanceof Target.NewNetwork
                ? Optional.empty()
                : Optional.of(new GroupingEdit.MoveTask(shown.name(), id(held), from, to));
    }

    /** Where the card is after a drop; empty where it is off the board. */
    Optional<Held> after(Held held, Target target, boolean copy) {
        if (target instanceof Target.Away) {
            return Optional.empty();
        }
        int size = grouping.map(shown -> shown.members().size()).orElse(0);
        int to = target instanceof Target.Column column ? column.position() : size;
        boolean sourceGoes = !copy
                && held.from().isPresent()
                && grouping.map(shown -> shown.member(held.from().getAsInt())
                                        .network()
                                        .tasks()
                                        .size()
                                == 1)
                        .orElse(false);
        boolean shifts = sourceGoes && held.from().getAsInt() < to;
        return Optional.of(Held.ofNetwork(held.task(), shifts ? to - 1 : to));
    }

    private static boolean has(Grouping shown, int position, int task) {
        return shown.member(position).network().tasks().contains(task);
    }

    private StudyEdit firstGrouping(Held held, String name) {
        Network alone = Network.of(TaskSet.of(held.task()), EncoderSize.FULL);
        return new StudyEdit.AddGrouping(
                study.groupings().size(), new Grouping(name, List.of(Grouping.Member.of(alone))));
    }

    private String id(Held held) {
        return study.tasks().get(held.task()).id();
    }
}
