package app.tandem.cli;

import app.tandem.owner.GuidedGoal;
import app.tandem.owner.StudyHolder;
import app.tandem.owner.StudyOwner;
import java.util.Optional;

/** Training that the person wanted to go on when the window was closed. */
final class KeptTraining {

    private KeptTraining() {}

    static void announce(Console console, StudyOwner owner) {
        console.say("Training " + owner.study().name() + " goes on without the window; Ctrl-C stops it.");
    }

    /**
     * Waits for the end of what the study has queued, and closes it.
     *
     * @return the exit code, as of {@code tandem train}
     * @throws Interruption if the person stopped it; everything that was learned is kept
     */
    static int finish(Console console, StudyOwner owner) {
        try (owner) {
            announce(console, owner);
            owner.workFor(StudyHolder.Work.TRAINING);
            String train = "tandem train " + owner.path();
            Optional<GuidedGoal> guided =
                    owner.guided().isGoing() ? owner.guided().goal() : Optional.empty();
            return guided.isPresent()
                    ? new GuidedSession(console, owner, guided.get(), train).watch()
                    : new TrainingSession(console, owner, train).watch();
        }
    }
}
