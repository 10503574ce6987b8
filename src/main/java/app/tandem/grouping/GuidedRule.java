package app.tandem.grouping;

import app.tandem.study.Cost;
import java.util.Optional;

/**
 * When {@link GuidedSearch} stops, and how carefully it looks.
 *
 * @param improvement the smallest improvement of the validation loss that matters, as a share
 * @param chance it stops once an untrained network would improve the grouping by more than that with a probability below
 *     this
 * @param limit the most that may be spent on training; empty for what the higher-order approximation spends before it
 *     chooses, the cost of all candidates of one and two tasks
 * @param draws how many times the losses are drawn from the model for each decision; half as many where these leave no doubt
 *     that the search goes on
 * @param seed the same seed and the same losses give the same advice
 */
public record GuidedRule(double improvement, double chance, Optional<Cost> limit, int draws, long seed) {

    /** Once an improvement of half a percent is less likely than 5 %, at no more training than HOA. */
    public static final GuidedRule USUAL = new GuidedRule(0.005, 0.05, Optional.empty(), 400, 0);

    /** @throws IllegalArgumentException if a share is not from 0 to 1, or there are no draws */
    public GuidedRule {
        if (!(improvement >= 0 && improvement < 1) || !(chance >= 0 && chance <= 1) || draws < 1) {
            throw new IllegalArgumentException("shares go from 0 to 1, and at least one draw is needed");
        }
    }

    public GuidedRule withLimit(Cost most) {
        return new GuidedRule(improvement, chance, Optional.of(most), draws, seed);
    }

    public GuidedRule withSeed(long other) {
        return new GuidedRule(improvement, chance, limit, draws, other);
    }
}
