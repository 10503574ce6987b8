package app.tandem.owner;

import app.tandem.store.StoredGuidance;
import app.tandem.study.Budget;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a guided training looks for: the best grouping of the candidates of a study.
 *
 * @param setting in which it trains
 * @param budget the most that the grouping may cost
 * @param seed the only one that it trains; empty for every seed of the study
 */
public record GuidedGoal(String setting, Budget budget, OptionalInt seed) {

    static GuidedGoal of(StoredGuidance stored) {
        return new GuidedGoal(stored.setting(), stored.budget(), stored.seed());
    }

    boolean isOf(int number) {
        return seed.isEmpty() || seed.getAsInt() == number;
    }

    StoredGuidance choosing(List<String> networks) {
        return new StoredGuidance(setting, budget, seed, networks);
    }

    /**
     * The seeds that it trains.
     *
     * @throws UserException if the study has no such setting or seed
     */
    List<Integer> seeds(Study study) {
        study.setting(setting);
        if (seed.isPresent() && (seed.getAsInt() < 0 || seed.getAsInt() >= study.seeds())) {
            throw new UserException(
                    "The study has no seed " + seed.getAsInt(), study.name(), "Use one of 0 to " + (study.seeds() - 1));
        }
        return seed.isPresent()
                ? List.of(seed.getAsInt())
                : IntStream.range(0, study.seeds()).boxed().toList();
    }
}
