package app.tandem.study;

import java.util.List;

/**
 * The networks that a study begins with, as they are asked for.
 *
 * @param mostTasks the most tasks that one network has; {@link #EVERY} for no limit
 * @param sizes of the encoder, for every network
 * @param alone further sizes, for networks of one task only
 */
public record PoolChoice(int mostTasks, List<EncoderSize> sizes, List<EncoderSize> alone) {

    /** Networks of any number of tasks. */
    public static final int EVERY = Integer.MAX_VALUE;

    private static final List<EncoderSize> USUAL_SIZES = List.of(EncoderSize.FULL);
    private static final List<EncoderSize> USUAL_ALONE = List.of(EncoderSize.HALF);

    /** The tasks of which every subset is still trained without asking; from here on a study begins with the pairs. */
    private static final int MOST_TASKS_FOR_SUBSETS = 5;

    /** @throws UserException if no size is given */
    public PoolChoice {
        sizes = List.copyOf(sizes);
        alone = List.copyOf(alone);
        if (sizes.isEmpty()) {
            throw new UserException("No encoder size is chosen", "", "Choose one, such as 1");
        }
    }

    /** What a study of so many tasks begins with where nobody says more. */
    public static PoolChoice usual(int tasks) {
        return upTo(tasks <= MOST_TASKS_FOR_SUBSETS ? EVERY : 2);
    }

    /** Full-size networks of up to so many tasks, and every task alone at half size. */
    public static PoolChoice upTo(int mostTasks) {
        return new PoolChoice(mostTasks, USUAL_SIZES, USUAL_ALONE);
    }

    /**
     * Reads {@code subsets}, {@code pairs}, {@code upto:K} or {@code equal-budget}.
     *
     * @param tasks of the study, on which the sizes of {@code equal-budget} depend
     * @throws UserException if the text is none of these
     */
    public static PoolChoice parse(String text, int tasks) {
        if (text.equals("subsets")) {
            return upTo(EVERY);
        }
        if (text.equals("pairs")) {
            return upTo(2);
        }
        if (text.matches("upto:\\d{1,2}")) {
            return upTo(Integer.parseInt(text.substring("upto:".length())));
        }
        if (text.equals("equal-budget")) {
            return new PoolChoice(EVERY, USUAL_SIZES, Pool.sharesOf(tasks));
        }
        throw new UserException(
                "The pool ‘" + text + "’ is unknown", "", "Use subsets, pairs, upto:K, as in upto:3, or equal-budget");
    }

    public PoolChoice withMostTasks(int most) {
        return new PoolChoice(most, sizes, alone);
    }

    public PoolChoice withSizes(List<EncoderSize> newSizes) {
        return new PoolChoice(mostTasks, newSizes, alone);
    }

    public PoolChoice withAlone(List<EncoderSize> newSizes) {
        return new PoolChoice(mostTasks, sizes, newSizes);
    }

    /**
     * The networks for so many tasks, in the order of {@link Pool}.
     *
     * @throws UserException if they are more than can be searched
     */
    public List<Network> networks(int tasks) {
        return Pool.of(tasks, Math.min(mostTasks, tasks), sizes, alone);
    }
}
