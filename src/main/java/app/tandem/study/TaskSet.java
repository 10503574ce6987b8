package app.tandem.study;

import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An immutable set of tasks, each named by its index among the study's tasks (0 to 61).
 *
 * @param bits bit {@code i} is set where task {@code i} is in the set
 */
public record TaskSet(long bits) implements Iterable<Integer> {

    /** The most tasks a study can have. */
    public static final int MAX_TASKS = 62;

    public static final TaskSet EMPTY = new TaskSet(0);

    public TaskSet {
        if (bits >>> MAX_TASKS != 0) {
            throw new IllegalArgumentException("a set holds a task beyond the " + MAX_TASKS + "th");
        }
    }

    /** The set of the given task indices. */
    public static TaskSet of(int... tasks) {
        long bits = 0;
        for (int task : tasks) {
            bits |= bit(task);
        }
        return new TaskSet(bits);
    }

    /** The tasks 0 to {@code count - 1}. */
    public static TaskSet all(int count) {
        if (count < 0 || count > MAX_TASKS) {
            throw new IllegalArgumentException("a study has 0 to " + MAX_TASKS + " tasks, not " + count);
        }
        return new TaskSet((1L << count) - 1);
    }

    public boolean contains(int task) {
        return task >= 0 && task < MAX_TASKS && (bits >>> task & 1) != 0;
    }

    public TaskSet with(int task) {
        return new TaskSet(bits | bit(task));
    }

    public TaskSet without(int task) {
        return new TaskSet(bits & ~bit(task));
    }

    public TaskSet union(TaskSet other) {
        return new TaskSet(bits | other.bits);
    }

    public TaskSet intersection(TaskSet other) {
        return new TaskSet(bits & other.bits);
    }

    public TaskSet minus(TaskSet other) {
        return new TaskSet(bits & ~other.bits);
    }

    public boolean isSubsetOf(TaskSet other) {
        return (bits & ~other.bits) == 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public int size() {
        return Long.bitCount(bits);
    }

    /** The task indices, ascending. */
    public IntStream stream() {
        return IntStream.range(0, MAX_TASKS).filter(this::contains);
    }

    /** The lowest task index. */
    public int first() {
        if (bits == 0) {
            throw new java.util.NoSuchElementException("the set is empty");
        }
        return Long.numberOfTrailingZeros(bits);
    }

    @Override
    public Iterator<Integer> iterator() {
        PrimitiveIterator.OfInt iterator = stream().iterator();
        return iterator;
    }

    /** The ids joined by {@code +}, in the order of the tasks: {@code depth_zbuffer+normal}. */
    public String join(List<String> taskIds) {
        return stream().mapToObj(taskIds::get).collect(Collectors.joining("+"));
    }

    @Override
    public String toString() {
        return stream().mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static long bit(int task) {
        if (task < 0 || task >= MAX_TASKS) {
            throw new IllegalArgumentException("a task's index is 0 to " + (MAX_TASKS - 1) + ", not " + task);
        }
        return 1L << task;
    }
}
