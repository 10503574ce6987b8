package app.tandem.workbench.losses;

import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where every run of a study stands.
 *
 * @param bySetting setting → key of the network → seed → state
 */
record RunStates(Map<String, Map<String, Map<Integer, RunState>>> bySetting) {

    static RunStates of(List<RunStatus> runs) {
        Map<String, Map<String, Map<Integer, RunState>>> states = new HashMap<>();
        runs.forEach(run -> states.computeIfAbsent(run.key().setting(), ignored -> new HashMap<>())
                .computeIfAbsent(run.key().network(), ignored -> new TreeMap<>())
                .put(run.key().seed(), run.state()));
        return new RunStates(states);
    }

    /** Seed → state of one network's runs; empty where it has none. */
    Map<Integer, RunState> of(String setting, String network) {
        return bySetting.getOrDefault(setting, Map.of()).getOrDefault(network, Map.of());
    }
}
