package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Grouping;
import app.tandem.study.Later;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores groupings by one table, which is prepared once, when the first is scored. Safe for several threads. */
public final class GroupingScorer {

    private final LossTable table;
    private final Later<SearchInstance> instance;

    public GroupingScorer(LossTable table, SearchOptions options) {
        this.table = table;
        this.instance = new Later<>(() -> new SearchInstance(table, options));
    }

    /**
     * Decides who serves each task of the table by the measure that selects, as {@link GroupingSolver} does, but never from
     * a network in which the task is train-only.
     */
    public GroupingScore score(Grouping grouping) {
        List<Grouping.Member> members = grouping.members();
        List<Integer> measured = new ArrayList<>();
        List<Network> unmeasured = new ArrayList<>();
        for (int position = 0; position < members.size(); position++) {
            Grouping.Member member = members.get(position);
            int row = table.indexOf(member.network());
            if (row >= 0) {
                measured.add(position);
            }
            if (row < 0 || (member.mayServe().bits() & ~instance.get().servable(row)) != 0) {
                unmeasured.add(member.network());
            }
        }
        Serving serving = serving(members, measured);
        List<Served> served = new ArrayList<>();
        for (int position = 0; position < members.size(); position++) {
            int rank = measured.indexOf(position);
            served.add(new Served(members.get(position).network(), rank < 0 ? TaskSet.EMPTY : serving.servedBy(rank)));
        }
        TaskSet unserved = TaskSet.all(table.taskCount()).minus(grouping.served());
        boolean complete = unserved.isEmpty() && unmeasured.isEmpty();
        return new GroupingScore(
                served,
                grouping.cost(),
                complete ? Optional.of(serving.selection()) : Optional.empty(),
                unserved,
                unmeasured.stream().distinct().toList());
    }

    private Serving serving(List<Grouping.Member> members, List<Integer> measured) {
        int[] rows = measured.stream()
                .mapToInt(position -> table.indexOf(members.get(position).network()))
                .toArray();
        long[] mayServe = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            mayServe[i] = members.get(measured.get(i)).mayServe().bits()
                    & instance.get().servable(rows[i]);
        }
        return new Serving(instance.get(), rows, mayServe);
    }
}
