package app.tandem.training;

import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.UserException;
import java.util.Optional;

/**
 * The encoder built for a share of the full-size encoder: stage widths, blocks and multiply-adds. Pure arithmetic.
 *
 * <p>The encoder follows Xception (Chollet 2017): an entry flow of strided convolutions, a middle flow of residual blocks
 * of separable convolutions, one separable convolution to leave. It maps {@code (batch, 3, s, s)} to the shared
 * representation {@code (batch, exit, s/4, s/4)}.
 *
 * <p>For a share, the plan never exceeds that share of the full-size multiply-adds and reaches at least 94 % of it. Among
 * the plans whose stages all keep within {@value Widths#STEP} channels of the full widths times √share, it is the largest
 * that fits; where none of them reaches 94 %, blocks are dropped one by one, and at last the stages are freed from one
 * another. The share of an encoder does not depend on the size of its input.
 *
 * @param inputSize the side of the square input, in pixels
 * @param multiplyAdds of one forward pass over one image
 */
public record EncoderPlan(
        EncoderDepth depth,
        EncoderSize size,
        int inputSize,
        int stemWidth,
        int entryWidth,
        int middleWidth,
        int exitWidth,
        int middleBlocks,
        long multiplyAdds) {

    /** The least part of its share that an encoder uses, in percent. */
    public static final int LEAST_PERCENT = 94;

    /** The pixels of the input that one cell of the shared representation stands for, along each side. */
    public static final int STRIDE = 4;

    private static final Widths LIGHT = new Widths(16, 64, 88, 88, 2);
    private static final Widths STANDARD = new Widths(32, 96, 160, 160, 8);

    /**
     * The encoder of this depth and size.
     *
     * @throws UserException if no encoder comes close enough to the share; the message names the smallest that exists
     */
    public static EncoderPlan of(EncoderDepth depth, EncoderSize size, int inputSize) {
        Widths full = full(depth);
        Widths widths = fit(full, size.share()).orElseThrow(() -> refusal(full, size, depth));
        return new EncoderPlan(
                depth,
                size,
                inputSize,
                widths.stem(),
                widths.entry(),
                widths.middle(),
                widths.exit(),
                widths.blocks(),
                widths.multiplyAdds(inputSize));
    }

    /** The side of the shared representation, in cells. */
    public int gridSize() {
        return inputSize / STRIDE;
    }

    private static Widths full(EncoderDepth depth) {
        return depth == EncoderDepth.LIGHT ? LIGHT : STANDARD;
    }

    private static Optional<Widths> fit(Widths full, Fraction share) {
        if (share.equals(Fraction.ONE)) {
            return Optional.of(full);
        }
        double scale = Math.sqrt(share.toDouble());
        for (int blocks = full.blocks(); blocks >= 1; blocks--) {
            Search search = new Search(full, share);
            search.overAll(near(full.stem(), scale), near(full.entry(), scale), near(full.middle(), scale), blocks);
            if (search.best.isPresent()) {
                return search.best;
            }
        }
        Search free = new Search(full, share);
        for (int blocks = full.blocks(); blocks >= 1; blocks--) {
            free.overAll(upTo(full.stem()), upTo(full.entry()), upTo(full.middle()), blocks);
        }
        return free.best;
    }

    private static Range near(int width, double scale) {
        int below = (int) Math.floor(width * scale / Widths.STEP) * Widths.STEP;
        return new Range(Math.max(Widths.STEP, below), Math.min(width, below + Widths.STEP));
    }

    private static Range upTo(int width) {
        return new Range(Widths.STEP, width);
    }

    private static UserException refusal(Widths full, EncoderSize size, EncoderDepth depth) {
        long parts = full.multiplyAdds(STRIDE * 4) / new Widths(8, 8, 8, 8, 1).multiplyAdds(STRIDE * 4);
        while (fit(full, Fraction.of(1, parts)).isEmpty()) {
            parts--;
        }
        return new UserException(
                "A " + depth.id() + " encoder cannot be built at " + size + " of its full size",
                "",
                "Choose a larger share; the smallest possible is 1/" + parts);
    }

    /** Widths from the lowest to the highest, in steps of {@link Widths#STEP}. */
    private record Range(int lowest, int highest) {}

    /** Keeps the largest widths that do not exceed the share and reach enough of it. */
    private static final class Search {
        private static final int ANY_SIZE = 16;

        private final long most;
        private final long least;
        private long found = -1;
        private Optional<Widths> best = Optional.empty();

        Search(Widths full, Fraction share) {
            Fraction exact = share.times(Fraction.of(full.multiplyAdds(ANY_SIZE)));
            most = exact.floor();
            least = -exact.times(Fraction.of(-LEAST_PERCENT, 100)).floor();
        }

        void overAll(Range stems, Range entries, Range middles, int blocks) {
            for (int stem = stems.lowest(); stem <= stems.highest(); stem += Widths.STEP) {
                for (int entry = entries.lowest(); entry <= entries.highest(); entry += Widths.STEP) {
                    for (int middle = middles.lowest(); middle <= middles.highest(); middle += Widths.STEP) {
                        for (int exit = middles.lowest(); exit <= middles.highest(); exit += Widths.STEP) {
                            offer(new Widths(stem, entry, middle, exit, blocks));
                        }
                    }
                }
            }
        }

        private void offer(Widths widths) {
            long size = widths.multiplyAdds(ANY_SIZE);
            if (size >= least && size <= most && size > found) {
                found = size;
                best = Optional.of(widths);
            }
        }
    }
}
