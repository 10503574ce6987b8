package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.study.Cost;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How good a grouping drawn by hand is, as far as its losses are known.
 *
 * @param networks its networks in its own order, with the tasks they serve by the losses known so far; a network may serve
 *     nothing
 * @param cost the sum over the networks, exact
 * @param selection its losses; empty while something is missing
 * @param unserved the tasks that no network of it may serve, whatever its losses will be: the grouping is incomplete
 * @param unmeasured the networks of it that lack the loss of a task they may serve: they are to be trained
 */
public record GroupingScore(
        List<Served> networks, Cost cost, Optional<Selection> selection, TaskSet unserved, List<Network> unmeasured) {

    public GroupingScore {
        networks = List.copyOf(networks);
        unmeasured = List.copyOf(unmeasured);
    }

    /**
     * Decides who serves each task of the table by the measure that selects, as {@link GroupingSolver} does, but never from
     * a network in which the task is train-only.
     */
    public static GroupingScore of(LossTable table, Grouping grouping, SearchOptions options) {
        SearchInstance instance = new SearchInstance(table, options);
        List<Grouping.Member> members = grouping.members();
        List<Integer> measured = new ArrayList<>();
        List<Network> unmeasured = new ArrayList<>();
        for (int position = 0; position < members.size(); position++) {
            Grouping.Member member = members.get(position);
            int row = table.indexOf(member.network());
            if (row >= 0) {
                measured.add(position);
            }
            if (row < 0 || (member.mayServe().bits() & ~instance.servable(row)) != 0) {
                unmeasured.add(member.network());
            }
        }
        Serving serving = serving(instance, members, measured);
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

    private static Serving serving(SearchInstance instance, List<Grouping.Member> members, List<Integer> measured) {
        int[] rows = measured.stream()
                .mapToInt(position -> instance.table()
                        .networks()
                        .indexOf(members.get(position).network()))
                .toArray();
        long[] mayServe = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            mayServe[i] = members.get(measured.get(i)).mayServe().bits() & instance.servable(rows[i]);
        }
        return new Serving(instance, rows, mayServe);
    }
}
