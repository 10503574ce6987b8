package app.tandem.grouping;

import java.util.Arrays;

/**
 * Numbers sets of tasks, given as bit masks, 0, 1, 2 … in the order in which they are added. A plain array indexed by the
 * mask for few tasks, open addressing for many.
 */
final class MaskIndex {

    static final int ABSENT = -1;

    private static final int MOST_TASKS_OF_AN_ARRAY = 20;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final boolean direct;
    private int[] slots;
    private long[] masks = new long[64];
    private int size;

    MaskIndex(int tasks) {
        direct = tasks <= MOST_TASKS_OF_AN_ARRAY;
        slots = new int[direct ? 1 << tasks : 256];
        Arrays.fill(slots, ABSENT);
    }

    int size() {
        return size;
    }

    long mask(int number) {
        return masks[number];
    }

    /** A copy of the masks, ascending. */
    long[] sortedMasks() {
        long[] sorted = Arrays.copyOf(masks, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The number of a mask, or {@link #ABSENT}. */
    int find(long mask) {
        return direct ? slots[(int) mask] : slots[slot(mask)];
    }

    /** The number of a mask, which gets one if it has none. */
    int add(long mask) {
        int slot = direct ? (int) mask : slot(mask);
        if (slots[slot] != ABSENT) {
            return slots[slot];
        }
        if (size == masks.length) {
            masks = Arrays.copyOf(masks, 2 * size);
        }
        masks[size] = mask;
        slots[slot] = size++;
        if (!direct && 2 * size > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private int slot(long mask) {
        int last = slots.length - 1;
        int slot = (int) ((mask * MULTIPLIER) >>> 33) & last;
        while (slots[slot] != ABSENT && masks[slots[slot]] != mask) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, ABSENT);
        for (int number = 0; number < size; number++) {
            slots[slot(masks[number])] = number;
        }
    }
}
