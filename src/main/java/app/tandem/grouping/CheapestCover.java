package app.tandem.grouping;

import java.util.Arrays;

/** What serving each set of tasks costs at least. O(2ⁿ · networks) time and O(2ⁿ) memory for n tasks. */
final class CheapestCover {

    private static final long NEVER = Long.MAX_VALUE / 4;

    private final long[] cheapest;

    /**
     * @param serves the tasks that each network can serve, as masks
     * @param costs what each network costs, in units
     */
    CheapestCover(int tasks, long[] serves, long[] costs) {
        this.cheapest = new long[1 << tasks];
        Arrays.fill(cheapest, 1, cheapest.length, NEVER);
        for (int set = 1; set < cheapest.length; set++) {
            for (int network = 0; network < serves.length; network++) {
                long rest = set & ~serves[network];
                if (rest != set) {
                    cheapest[set] = Math.min(cheapest[set], cheapest[(int) rest] + costs[network]);
                }
            }
        }
    }

    /** Whether so many units of cost serve these tasks. */
    boolean isWithin(long tasks, long units) {
        return units >= 0 && cheapest[(int) tasks] <= units;
    }
}
