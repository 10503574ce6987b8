package app.tandem.workbench;

import app.tandem.data.Progress;
import app.tandem.owner.GuidedTraining;
import app.tandem.owner.GuidedVerdict;
import app.tandem.owner.StudyOwner;
import app.tandem.workbench.common.GuidedState;
import java.util.Optional;

/** The guided training of an open study as the window sees it. */
final class OwnedGuidance {

    private final GuidedTraining guided;

    OwnedGuidance(StudyOwner owner) {
        this.guided = owner.guided();
    }

    boolean isThere() {
        return guided.goal().isPresent();
    }

    Optional<GuidedState> state() {
        return guided.goal().map(goal -> {
            Optional<GuidedVerdict> verdict = guided.verdict();
            return new GuidedState(
                    goal,
                    verdict,
                    guided.problem().map(problem -> String.valueOf(problem.getMessage())),
                    guided.heldBack());
        });
    }

    /** Whether it rests before its end, as after the study was opened again. */
    boolean isToGoOn() {
        return !guided.isGoing()
                && guided.verdict().filter(now -> !now.isFinal()).isPresent();
    }

    /** Goes on where it rests; a pause of the queue alone needs no new choice. */
    void goOn(Progress decoding) {
        if (!guided.isGoing()) {
            guided.goOn(decoding);
        }
    }
}
