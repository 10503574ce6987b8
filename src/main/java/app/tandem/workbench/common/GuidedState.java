package app.tandem.workbench.common;

import app.tandem.owner.GuidedGoal;
import app.tandem.owner.GuidedVerdict;
import java.util.Optional;

/**
 * A guided training of a study.
 *
 * @param verdict what it knows so far; empty where it cannot go on
 * @param problem why it cannot go on as the study is
 * @param heldBack how many other runs wait until it ends
 */
public record GuidedState(GuidedGoal goal, Optional<GuidedVerdict> verdict, Optional<String> problem, int heldBack) {

    /** Whether it chooses on as losses come in. */
    public boolean isGoing() {
        return verdict.filter(GuidedVerdict::going).isPresent();
    }

    /** Whether nothing more is to be trained for it. */
    public boolean isFinal() {
        return verdict.filter(GuidedVerdict::isFinal).isPresent();
    }
}
