package app.tandem.owner;

import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.store.StoredRun;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs that a study's design asks for: every network in every setting with every seed.
 *
 * @param all in the order in which they are best trained: seed by seed, so that every network is known once before any
 *     is known twice, then setting by setting, then the pool's order
 * @param missing those without a result for the present design; a diverged run has one
 */
public record RunPlan(List<Planned> all, List<Planned> missing) {

    /** One run. */
    public record Planned(Network network, Setting setting, int seed, RunKey key) {}

    public RunPlan {
        all = List.copyOf(all);
        missing = List.copyOf(missing);
    }

    /** What is still to be trained, given what was recorded. */
    public static RunPlan of(Study study, Collection<StoredRun> recorded) {
        Set<RunKey> ended = recorded.stream()
                .filter(run -> run.isOfDesign()
                        && run.result()
                                .filter(result -> !(result instanceof RunResult.Failed))
                                .isPresent())
                .map(StoredRun::key)
                .collect(Collectors.toSet());
        List<Planned> all = new ArrayList<>();
        for (int seed = 0; seed < study.seeds(); seed++) {
            for (Setting setting : study.settings()) {
                for (Network network : study.networks()) {
                    RunKey key = new RunKey(network.key(study.taskIds()), setting.name(), seed);
                    all.add(new Planned(network, setting, seed, key));
                }
            }
        }
        return new RunPlan(
                all, all.stream().filter(run -> !ended.contains(run.key())).toList());
    }

    /** How many runs have their result. */
    public int done() {
        return all.size() - missing.size();
    }
}
