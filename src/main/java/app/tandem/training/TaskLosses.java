package app.tandem.training;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Task id → loss, in the order of the tasks. One array rather than an object a loss: a large study holds hundreds of
 * thousands of them. Immutable.
 */
public final class TaskLosses extends AbstractMap<String, Double> {

    private final List<String> tasks;
    private final double[] losses;
    private final int size;

    private TaskLosses(List<String> tasks, double[] losses) {
        this.tasks = tasks;
        this.losses = losses;
        this.size = (int) IntStream.range(0, losses.length).filter(this::has).count();
    }

    /**
     * Takes over both.
     *
     * @param tasks ids, each once; maps of the same network best share one list
     * @param losses as many; NaN where there is none
     * @throws IllegalArgumentException if a loss is infinite, or there are not as many as tasks
     */
    public static TaskLosses of(List<String> tasks, double[] losses) {
        if (tasks.size() != losses.length) {
            throw new IllegalArgumentException(losses.length + " losses of " + tasks.size() + " tasks");
        }
        for (int i = 0; i < losses.length; i++) {
            if (Double.isInfinite(losses[i])) {
                throw new IllegalArgumentException("the loss of " + tasks.get(i) + " is " + losses[i]);
            }
        }
        return new TaskLosses(tasks, losses);
    }

    /**
     * A copy of the losses, unless they are such a map already.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    static TaskLosses copyOf(Map<String, Double> losses) {
        if (losses instanceof TaskLosses same) {
            return same;
        }
        losses.forEach((task, loss) -> {
            if (!Double.isFinite(loss)) {
                throw new IllegalArgumentException("the loss of " + task + " is " + loss);
            }
        });
        return new TaskLosses(
                List.copyOf(losses.keySet()),
                losses.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private boolean has(int place) {
        return !Double.isNaN(losses[place]);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Double get(@Nullable Object task) {
        int place = tasks.indexOf(task);
        return place >= 0 && has(place) ? losses[place] : null;
    }

    @Override
    public boolean containsKey(@Nullable Object task) {
        int place = tasks.indexOf(task);
        return place >= 0 && has(place);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Double> action) {
        for (int place = 0; place < losses.length; place++) {
            if (has(place)) {
                action.accept(tasks.get(place), losses[place]);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, Double>> entrySet() {
        return Collections.unmodifiableSet(new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, Double>> iterator() {
                return new Entries();
            }
        });
    }

    /** Skips the places without a loss. */
    private final class Entries implements Iterator<Map.Entry<String, Double>> {

        private int next = from(0);

        private int from(int place) {
            int found = place;
            while (found < losses.length && !has(found)) {
                found++;
            }
            return found;
        }

        @Override
        public boolean hasNext() {
            return next < losses.length;
        }

        @Override
        public Map.Entry<String, Double> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there are no more losses");
            }
            Map.Entry<String, Double> entry = Map.entry(tasks.get(next), losses[next]);
            next = from(next + 1);
            return entry;
        }
    }
}
