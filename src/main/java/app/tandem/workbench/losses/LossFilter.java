package app.tandem.workbench.losses;

import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which rows are shown. An empty set lets everything pass.
 *
 * @param text words that a row must have, separated by spaces; one after a minus it must not have
 * @param with ids of tasks that a network must all have
 * @param without ids of tasks of which it must have none
 * @param sizes how many tasks it may have
 * @param seeds over which the means are taken
 */
public record LossFilter(
        String text,
        Set<String> with,
        Set<String> without,
        Set<Integer> sizes,
        Set<EncoderSize> encoders,
        Set<RowState> states,
        Set<Integer> seeds) {

    public static final LossFilter NONE =
            new LossFilter("", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public LossFilter {
        with = Set.copyOf(with);
        without = Set.copyOf(without);
        sizes = Set.copyOf(sizes);
        encoders = Set.copyOf(encoders);
        states = Set.copyOf(states);
        seeds = Set.copyOf(seeds);
    }

    public LossFilter withText(String other) {
        return new LossFilter(other, with, without, sizes, encoders, states, seeds);
    }

    public LossFilter withTasks(Set<String> other) {
        return new LossFilter(text, other, without, sizes, encoders, states, seeds);
    }

    public LossFilter withoutTasks(Set<String> other) {
        return new LossFilter(text, with, other, sizes, encoders, states, seeds);
    }

    public LossFilter withSizes(Set<Integer> other) {
        return new LossFilter(text, with, without, other, encoders, states, seeds);
    }

    public LossFilter withEncoders(Set<EncoderSize> other) {
        return new LossFilter(text, with, without, sizes, other, states, seeds);
    }

    public LossFilter withStates(Set<RowState> other) {
        return new LossFilter(text, with, without, sizes, encoders, other, seeds);
    }

    public LossFilter withSeeds(Set<Integer> other) {
        return new LossFilter(text, with, without, sizes, encoders, states, other);
    }

    /**
     * Whether a row of a network passes; constant predictions are there to compare with, and always do.
     *
     * @param found what the rows are found by
     */
    Predicate<LossRow> rows(List<String> taskIds, RowWords found) {
        TaskSet all = tasks(with, taskIds);
        TaskSet none = tasks(without, taskIds);
        List<String> words = Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && !word.equals("-"))
                .toList();
        return row -> row.network().map(network -> passes(network, all, none)).orElse(true)
                && (states.isEmpty() || row.isConstant() || states.contains(row.state()))
                && (row.isConstant() || words.stream().allMatch(word -> has(found.of(row), word)));
    }

    private boolean passes(Network network, TaskSet all, TaskSet none) {
        return all.isSubsetOf(network.tasks())
                && network.tasks().intersection(none).isEmpty()
                && (sizes.isEmpty() || sizes.contains(network.tasks().size()))
                && (encoders.isEmpty() || encoders.contains(network.encoder()));
    }

    private static boolean has(String words, String word) {
        return word.startsWith("-") ? !words.contains(word.substring(1)) : words.contains(word);
    }

    private static TaskSet tasks(Set<String> ids, List<String> taskIds) {
        TaskSet tasks = TaskSet.EMPTY;
        for (String id : ids) {
            int index = taskIds.indexOf(id);
            tasks = index < 0 ? tasks : tasks.with(index);
        }
        return tasks;
    }
}
