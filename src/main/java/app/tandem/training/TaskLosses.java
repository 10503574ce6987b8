package app.tandem.training;

import app.tandem.study.Later;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Task id → loss, in the order of the tasks. One array rather than an object a loss: a large study holds hundreds of
 * thousands of them. Immutable.
 */
public final class TaskLosses extends AbstractMap<String, Double> {

    private final List<String> tasks;
    private final Later<double[]> losses;

    private TaskLosses(List<String> tasks, Supplier<double[]> source) {
        this.tasks = tasks;
        this.losses = new Later<>(() -> checked(source.get()));
    }

    private double[] losses() {
        return losses.get();
    }

    private double[] checked(double[] read) {
        if (tasks.size() != read.length) {
            throw new IllegalArgumentException(read.length + " losses of " + tasks.size() + " tasks");
        }
        for (int i = 0; i < read.length; i++) {
            if (Double.isInfinite(read[i])) {
                throw new IllegalArgumentException("the loss of " + tasks.get(i) + " is " + read[i]);
            }
        }
        return read;
    }

    /**
     * Losses that are read when somebody first asks for one, which may be never.
     *
     * @param tasks ids, each once; maps of the same network best share one list
     * @param source gives as many losses, each finite, or NaN where there is none; whoever asks for a loss hears what it throws
     */
    public static TaskLosses later(List<String> tasks, Supplier<double[]> source) {
        return new TaskLosses(tasks, source);
    }

    /**
     * Takes over both.
     *
     * @param tasks ids, each once; maps of the same network best share one list
     * @param losses as many; NaN where there is none
     * @throws IllegalArgumentException if a loss is infinite, or there are not as many as tasks
     */
    public static TaskLosses of(List<String> tasks, double[] losses) {
        TaskLosses made = new TaskLosses(tasks, () -> losses);
        made.losses();
        return made;
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
        return of(
                List.copyOf(losses.keySet()),
                losses.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private boolean has(int place) {
        return place >= 0 && !Double.isNaN(losses()[place]);
    }

    @Override
    public int size() {
        return (int) Arrays.stream(losses()).filter(loss -> !Double.isNaN(loss)).count();
    }

    @Override
    public @Nullable Double get(@Nullable Object task) {
        int place = tasks.indexOf(task);
        return has(place) ? losses()[place] : null;
    }

    @Override
    public boolean containsKey(@Nullable Object task) {
        return has(tasks.indexOf(task));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Double> action) {
        double[] all = losses();
        for (int place = 0; place < all.length; place++) {
            if (!Double.isNaN(all[place])) {
                action.accept(tasks.get(place), all[place]);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, Double>> entrySet() {
        return Collections.unmodifiableSet(new AbstractSet<>() {
            @Override
            public int size() {
                return TaskLosses.this.size();
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
            while (found < tasks.size() && !has(found)) {
                found++;
            }
            return found;
        }

        @Override
        public boolean hasNext() {
            return next < tasks.size();
        }

        @Override
        public Map.Entry<String, Double> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there are no more losses");
            }
            Map.Entry<String, Double> entry = Map.entry(tasks.get(next), losses()[next]);
            next = from(next + 1);
            return entry;
        }
    }
}
