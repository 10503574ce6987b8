package app.tandem.owner;

import app.tandem.run.Pace;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an edit of a design costs, told before it is made.
 *
 * @param more the runs that are to be trained after the edit and are not before it
 * @param all everything that is to be trained after the edit
 * @param less runs that wait now and would not be trained any more
 * @param lost results that count now and would not after the edit; they stay in the file
 * @param found results that do not count now and would after the edit
 * @param refused by the name of the setting, why it has no encoder that one of the networks needs
 */
public record EditForecast(
        RunForecast more, RunForecast all, int less, int lost, int found, Map<String, UserException> refused) {

    public EditForecast {
        refused = Map.copyOf(refused);
    }

    /**
     * Compares two designs of one study.
     *
     * @param known what is recorded, as it counts for the design before
     * @param then the same as it would count for the design after
     * @param slots how many runs are trained at a time
     */
    public static EditForecast of(
            Study before, Collection<StoredRun> known, Study after, Collection<StoredRun> then, int slots) {
        Set<RunKey> waiting = keys(RunPlan.of(before, known).missing());
        RunPlan plan = RunPlan.of(after, then);
        List<RunPlan.Planned> more = plan.missing().stream()
                .filter(run -> !waiting.contains(run.key()))
                .toList();
        Set<RunKey> asked = RunPlan.keys(after);
        Pace pace = RunForecast.pace(before, known);
        Set<RunKey> counted = counting(known);
        Set<RunKey> counting = counting(then);
        return new EditForecast(
                RunForecast.of(after, more, pace, slots),
                RunForecast.of(after, plan.missing(), pace, slots),
                (int) waiting.stream().filter(key -> !asked.contains(key)).count(),
                (int) counted.stream().filter(key -> !counting.contains(key)).count(),
                (int) counting.stream().filter(key -> !counted.contains(key)).count(),
                EncoderCheck.refused(before, after));
    }

    private static Set<RunKey> keys(List<RunPlan.Planned> runs) {
        return runs.stream().map(RunPlan.Planned::key).collect(Collectors.toSet());
    }

    private static Set<RunKey> counting(Collection<StoredRun> runs) {
        return runs.stream()
                .filter(StoredRun::counts)
                .filter(run -> run.result()
                        .filter(result -> !(result instanceof RunResult.Failed))
                        .isPresent())
                .map(StoredRun::key)
                .collect(Collectors.toSet());
    }
}
