package app.tandem.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** In which order runs are trained where the user said so: these first, then all others as they come. Immutable. */
public final class RunOrder {

    public static final RunOrder NONE = new RunOrder(List.of());

    private final List<RunKey> first;
    private final Map<RunKey, Integer> ranks = new HashMap<>();

    private RunOrder(List<RunKey> first) {
        this.first = List.copyOf(first);
        for (RunKey key : first) {
            ranks.putIfAbsent(key, ranks.size());
        }
    }

    public static RunOrder of(List<RunKey> first) {
        return new RunOrder(first);
    }

    /** The same, but these come before all others, unless the user gave them a place. */
    public RunOrder startingWith(Collection<RunKey> begun) {
        List<RunKey> all = new ArrayList<>(begun);
        all.removeAll(ranks.keySet());
        all.addAll(first);
        return new RunOrder(all);
    }

    /** The runs that have a place, in their order. */
    public List<RunKey> first() {
        return first;
    }

    /** Puts things of runs in this order. */
    public <T> List<T> sort(List<T> things, Function<T, RunKey> key) {
        return sort(things, key, thing -> true);
    }

    /** Puts those in this order that wait, in the places of those that wait; the others stay where they are. */
    public <T> List<T> sort(List<T> things, Function<T, RunKey> key, Predicate<T> waits) {
        Comparator<T> byRank =
                Comparator.comparingInt(thing -> ranks.getOrDefault(key.apply(thing), Integer.MAX_VALUE));
        Deque<T> waiting =
                new ArrayDeque<>(things.stream().filter(waits).sorted(byRank).toList());
        return things.stream()
                .map(thing -> waits.test(thing) ? waiting.remove() : thing)
                .toList();
    }
}
