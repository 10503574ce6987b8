package app.tandem.cli;

import app.tandem.data.Progress;
import app.tandem.grouping.SearchWatch;
import app.tandem.grouping.Stability;
import app.tandem.study.UserException;
import java.util.Locale;
import java.util.Optional;

/**
 * How sure a suggestion is over seeds, or why nothing is claimed.
 *
 * @param known empty where nothing is claimed
 * @param reason why not; empty where there is a claim
 */
record StabilityText(Optional<Stability> known, String reason) {

    private static final long SEED = 0;

    /** Works it out, which takes a second or up to a minute, and tells how far it is. */
    static StabilityText of(Console console, Stability.Suggested suggested) {
        int tasks = suggested.table().taskCount();
        int resamples = Stability.usualResamples(tasks);
        Progress progress = ProgressLine.counting(console, "Resampling the seeds:");
        try {
            Optional<Stability> known = Stability.of(suggested, resamples, SEED, SearchWatch.NONE, done -> {
                if (console.terminal()) {
                    progress.at(done, resamples);
                }
            });
            int seeds = Stability.fewestSeeds(suggested.table());
            String reason = known.isPresent()
                    ? ""
                    : "no claim, for some network has " + (seeds == 1 ? "1 seed" : seeds + " seeds")
                            + " and a claim takes " + Stability.LEAST_SEEDS;
            return new StabilityText(known, reason);
        } catch (UserException tooManyTasks) {
            return new StabilityText(Optional.empty(), "no claim. " + tooManyTasks.what());
        }
    }

    /** A paragraph, a line per rival. */
    String words() {
        if (known.isEmpty()) {
            return "Stability over seeds: " + reason + ".\n";
        }
        Stability stability = known.get();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Stability over seeds: it wins in %.0f %% of %d resamples of %d seeds%s.%n",
                100 * stability.wins(),
                stability.resamples(),
                stability.seeds(),
                stability.isPooled() ? ", spread pooled over networks" : ""));
        for (int i = 0; i < stability.rivals().size(); i++) {
            Stability.Rival rival = stability.rivals().get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "Runner-up %d: %+.2f %% on validation, 95 %% interval %+.2f to %+.2f %%, wins in %.0f %%.%n",
                    i + 1,
                    100 * rival.difference(),
                    100 * rival.low(),
                    100 * rival.high(),
                    100 * rival.wins()));
        }
        if (stability.isWithinNoise()) {
            text.append("Its lead over runner-up 1 is within the noise of the seeds.\n");
        }
        return text.toString();
    }
}
