package app.tandem.owner;

import app.tandem.run.RunKey;
import app.tandem.run.RunOrder;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs that a study's design asks for: every network in every setting with every seed.
 *
 * @param all in the order in which they are best trained: seed by seed, so that every network is known once before any
 *     is known twice, then setting by setting, then the pool's order
 * @param missing those without a result for the present design and data; a diverged run has one
 * @param otherData those of the missing that have a result for the present design, but of other data than the dataset
 *     held when it was last decoded
 * @param diverged those that ended without losses; trained again the same way they would again
 */
public record RunPlan(List<Planned> all, List<Planned> missing, List<Planned> otherData, List<Diverged> diverged) {

    /** One run. */
    public record Planned(Network network, Setting setting, int seed, RunKey key) {}

    /** A run that diverged. */
    public record Diverged(Planned run, RunResult.Diverged result) {}

    public RunPlan {
        all = List.copyOf(all);
        missing = List.copyOf(missing);
        otherData = List.copyOf(otherData);
        diverged = List.copyOf(diverged);
    }

    /** What is still to be trained, given what was recorded. */
    public static RunPlan of(Study study, Collection<StoredRun> recorded) {
        Map<RunKey, StoredRun> ended = new HashMap<>();
        for (StoredRun run : recorded) {
            if (run.result().isPresent() && !(run.result().get() instanceof RunResult.Failed)) {
                ended.put(run.key(), run);
            }
        }
        List<Planned> all = all(study);
        if (study.dataset().isOfLosses()) {
            // Without images nothing more can be trained.
            all.removeIf(run -> !ended.containsKey(run.key()));
        }
        List<Planned> missing = new ArrayList<>();
        List<Planned> otherData = new ArrayList<>();
        List<Diverged> diverged = new ArrayList<>();
        for (Planned run : all) {
            StoredRun known = ended.get(run.key());
            if (known == null || !known.counts()) {
                missing.add(run);
            }
            if (known != null && known.isOfDesign() && !known.isOfData()) {
                otherData.add(run);
            }
            if (known != null && known.counts() && known.result().orElse(null) instanceof RunResult.Diverged result) {
                diverged.add(new Diverged(run, result));
            }
        }
        return new RunPlan(all, missing, otherData, diverged);
    }

    private static List<Planned> all(Study study) {
        List<String> ids = study.taskIds();
        List<String> keys =
                study.networks().stream().map(network -> network.key(ids)).toList();
        List<Planned> all = new ArrayList<>();
        for (int seed = 0; seed < study.seeds(); seed++) {
            for (Setting setting : study.settings()) {
                for (int i = 0; i < keys.size(); i++) {
                    RunKey key = new RunKey(keys.get(i), setting.name(), seed);
                    all.add(new Planned(study.networks().get(i), setting, seed, key));
                }
            }
        }
        return all;
    }

    /** The same, with what is missing in the order in which the user wants it trained. */
    public RunPlan inOrder(RunOrder order) {
        return new RunPlan(all, order.sort(missing, Planned::key), otherData, diverged);
    }

    /** Names every run that a design asks for. */
    public static Set<RunKey> keys(Study study) {
        return all(study).stream().map(Planned::key).collect(Collectors.toUnmodifiableSet());
    }

    /** How many runs have their result. */
    public int done() {
        return all.size() - missing.size();
    }
}
