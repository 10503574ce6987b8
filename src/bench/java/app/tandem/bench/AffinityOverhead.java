package app.tandem.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much longer a joint run of five tasks takes when all three affinities are measured at every 10th step: both stay alive
 * and take turns. Arguments: rounds (default 7), steps a turn (default 60).
 */
public final class AffinityOverhead {

    private static final int EVERY = 10;
    private static final double TO_REACH = 1.6;

    private AffinityOverhead() {}

    /** Runs the benchmark and prints the median ratio. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        List<Double> ratios = new ArrayList<>();
        try (Contender plain = Contender.ours();
                Contender measuring = Contender.measuring(EVERY)) {
            for (int round = -1; round < rounds; round++) {
                double without = plain.imagesPerSecond(steps);
                double with = measuring.imagesPerSecond(steps);
                if (round >= 0) {
                    ratios.add(without / with);
                    System.out.printf("plain %.0f images/s, measured %.0f images/s%n", without, with);
                }
            }
        }
        ratios.sort(null);
        System.out.printf(
                "a joint run with affinities at every %d steps takes %.2f times the plain one (at most %.1f)%n",
                EVERY, ratios.get(ratios.size() / 2), TO_REACH);
    }
}
