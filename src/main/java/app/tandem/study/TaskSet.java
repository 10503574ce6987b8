package app.tandem.study;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
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

    /** How many tasks of the set come before this one. */
    public int rank(int task) {
        return Long.bitCount(bits & (bit(task) - 1));
    }

    /** The task indices, ascending. */
    public IntStream stream() {
        return Arrays.stream(toArray());
    }

    /** The task indices, ascending. */
    public int[] toArray() {
        int[] tasks = new int[size()];
        long left = bits;
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return tasks;
    }

    /** The lowest task index. */
    public int first() {
        if (bits == 0) {
            throw new NoSuchElementException("the set is empty");
        }
        return Long.numberOfTrailingZeros(bits);
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return new Indices(bits);
    }

    /** Walks the bits that are set: sets are iterated by the thousand while a study is being opened. */
    private static final class Indices implements PrimitiveIterator.OfInt {

        private long left;

        Indices(long bits) {
            this.left = bits;
        }

        @Override
        public boolean hasNext() {
            return left != 0;
        }

        @Override
        public int nextInt() {
            if (left == 0) {
                throw new NoSuchElementException("the set has no more tasks");
            }
            int task = Long.numberOfTrailingZeros(left);
            left &= left - 1;
            return task;
        }
    }

    /** The ids joined by {@code +}, in the order of the tasks: {@code depth_zbuffer+normal}. */
    public String join(List<String> taskIds) {
        StringBuilder joined = new StringBuilder();
        for (int task : toArray()) {
            joined.append(joined.isEmpty() ? "" : "+").append(taskIds.get(task));
        }
        return joined.toString();
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
