package app.tandem.store;

import app.tandem.run.DesignHash;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which runs belong to a design as it is now. Each network is looked at once, however many seeds it has. */
final class DesignMatch {

    private final Study study;
    private final List<String> ids;
    private final Map<String, Setting> settings;
    private final Map<String, Optional<Network>> networks = new HashMap<>();
    private final Map<Network, Map<String, String>> hashes = new HashMap<>();

    DesignMatch(Study study) {
        this.study = study;
        this.ids = study.taskIds();
        this.settings = study.settings().stream().collect(Collectors.toMap(Setting::name, Function.identity()));
    }

    /** Empty where the run's key names a task that the study has no more, or its tasks in another order. */
    Optional<Network> networkOf(RunKey key) {
        return networks.computeIfAbsent(key.network(), this::parse);
    }

    private Optional<Network> parse(String key) {
        try {
            Network network = Network.parse(key, ids);
            return network.key(ids).equals(key) ? Optional.of(network) : Optional.empty();
        } catch (UserException e) {
            return Optional.empty();
        }
    }

    /** Whether a result is one of the design; a failure says nothing that could be out of date. */
    boolean holds(RunTables.Row run) {
        RunResult result = run.result().orElse(null);
        if (result instanceof RunResult.Finished finished) {
            return isOfDesign(run.key(), finished.provenance());
        } else if (result instanceof RunResult.Diverged diverged) {
            return isOfDesign(run.key(), diverged.provenance());
        }
        return true;
    }

    private boolean isOfDesign(RunKey key, Provenance provenance) {
        Optional<Network> network = networkOf(key);
        Setting setting = settings.get(key.setting());
        if (network.isEmpty() || setting == null) {
            return false;
        }
        return hashes.computeIfAbsent(network.get(), ignored -> new HashMap<>())
                .computeIfAbsent(setting.name(), ignored -> DesignHash.of(study.tasks(), network.get(), setting))
                .equals(provenance.designHash());
    }
}
