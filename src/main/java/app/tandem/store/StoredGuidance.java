package app.tandem.store;

import app.tandem.study.Budget;
import java.util.List;
import java.util.OptionalInt;

/**
 * A guided training of a study: what it is for, and what it has chosen. All else follows from the losses.
 *
 * @param seed the only one that is trained; empty for every seed of the study
 * @param chosen the keys of the networks that it had trained or wants trained, in the order of its choice
 */
public record StoredGuidance(String setting, Budget budget, OptionalInt seed, List<String> chosen) {

    public StoredGuidance {
        chosen = List.copyOf(chosen);
    }
}
