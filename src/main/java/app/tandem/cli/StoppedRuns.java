package app.tandem.cli;

import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyOwner;
import app.tandem.run.RunKey;
import app.tandem.run.RunStop;
import java.util.List;
import java.util.Map;

/** Runs that are not trained because the user has paused or cancelled them. */
final class StoppedRuns {

    private StoppedRuns() {}

    /** Says so where there are any, and how they come back. */
    static void tell(Console console, StudyOwner owner, RunPlan plan) {
        String words = words(owner.stops(), plan);
        if (!words.isEmpty()) {
            console.say("tandem: " + words + " ‘tandem edit STUDY resume’ brings them back.");
        }
    }

    private static String words(Map<RunKey, RunStop> stops, RunPlan plan) {
        List<RunStop> stopped = plan.missing().stream()
                .map(RunPlan.Planned::key)
                .filter(stops::containsKey)
                .map(stops::get)
                .toList();
        if (stopped.isEmpty()) {
            return "";
        }
        long paused = stopped.stream().filter(RunStop.PAUSED::equals).count();
        long cancelled = stopped.size() - paused;
        String which = paused == 0
                ? cancelled + " cancelled"
                : cancelled == 0 ? paused + " paused" : cancelled + " cancelled and " + paused + " paused";
        return which + (stopped.size() == 1 ? " run is" : " runs are") + " not trained.";
    }
}
