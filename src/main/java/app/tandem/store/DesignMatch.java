package app.tandem.store;

import app.tandem.data.DatasetHash;
import app.tandem.run.DesignHash;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.study.Network;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells which runs belong to a design and to its data as they are now. Each network is looked at once, however many seeds
 * it has.
 */
final class DesignMatch {

    private final Study study;
    private final Map<Integer, DatasetHash> data;
    private final List<String> ids;
    private final Map<String, Setting> settings;
    private final Map<String, Optional<Network>> networks = new HashMap<>();
    private final Map<String, DesignHash> designs = new HashMap<>();
    private final Map<String, Map<Network, String>> hashes = new HashMap<>();
    private final Map<Network, Map<Integer, String>> dataHashes = new HashMap<>();

    /** @param data what the study's dataset holds, by input size; nothing is said against what is not known */
    DesignMatch(Study study, Map<Integer, DatasetHash> data) {
        this.study = study;
        this.data = Map.copyOf(data);
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

    static DesignMatch read(Connection connection, Study study) throws SQLException {
        return new DesignMatch(study, DatasetTables.read(connection, study.dataset()));
    }

    /** Whether a result counts for the design and its data. */
    boolean holds(RecordedRun run) {
        return isOfDesign(run) && isOfData(run);
    }

    /** Whether a result is one of the design; a failure says nothing that could be out of date. */
    boolean isOfDesign(RecordedRun run) {
        Optional<Provenance> provenance = provenance(run);
        return provenance.isEmpty() || isOfDesign(run.key(), provenance.get());
    }

    /** Whether a result was trained on what the dataset held when it was last decoded. */
    boolean isOfData(RecordedRun run) {
        Optional<Provenance> provenance = provenance(run);
        Optional<Network> network = networkOf(run.key());
        Setting setting = settings.get(run.key().setting());
        if (provenance.isEmpty() || network.isEmpty() || setting == null) {
            return true;
        }
        DatasetHash now = data.get(setting.inputSize());
        List<String> tasks = network.get().taskIds(ids);
        return now == null
                || !now.has(tasks)
                || dataHashes
                        .computeIfAbsent(network.get(), ignored -> new HashMap<>())
                        .computeIfAbsent(setting.inputSize(), ignored -> now.of(tasks))
                        .equals(provenance.get().dataHash());
    }

    private static Optional<Provenance> provenance(RecordedRun run) {
        RunResult result = run.result().orElse(null);
        if (result instanceof RunResult.Finished finished) {
            return Optional.of(finished.provenance());
        } else if (result instanceof RunResult.Diverged diverged) {
            return Optional.of(diverged.provenance());
        }
        return Optional.empty();
    }

    private boolean isOfDesign(RunKey key, Provenance provenance) {
        Optional<Network> network = networkOf(key);
        Setting setting = settings.get(key.setting());
        if (network.isEmpty() || setting == null) {
            return false;
        }
        if (study.dataset().isOfLosses()) {
            // What was measured elsewhere does not depend on what is said of it here.
            return true;
        }
        DesignHash design = designs.computeIfAbsent(setting.name(), ignored -> new DesignHash(study.tasks(), setting));
        return hashes.computeIfAbsent(setting.name(), ignored -> new HashMap<>())
                .computeIfAbsent(network.get(), design::of)
                .equals(provenance.designHash());
    }
}
