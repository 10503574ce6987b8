package app.tandem.owner;

import app.tandem.data.LossTableCsv;
import app.tandem.data.Samples;
import app.tandem.data.TaskonomyTasks;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.DesignHash;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Schedule.Decay;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A study of losses that were measured elsewhere: nothing to train, everything to look at.
 *
 * @param results a finished run for every network, setting and seed that has a loss
 */
public record ImportedLosses(Study study, Map<RunKey, RunResult> results) {

    /** A setting must say how it trained; of these losses nobody knows, and nothing shows it. */
    private static final Schedule UNKNOWN = new Schedule(1, 1, 0.1, Decay.COSINE, 0, 0, 0, Double.POSITIVE_INFINITY);

    private static final int UNKNOWN_SIZE = 64;
    private static final Budget BUDGET = new Budget(Fraction.of(5, 2));

    public ImportedLosses {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /** The reference to a file of losses. */
    public static DatasetReference reference(Path file) {
        return new DatasetReference(
                DatasetReference.LOSSES, file.toAbsolutePath().normalize().toString());
    }

    /** What a study of these losses is called where nobody says more. */
    public static String nameOf(DatasetReference losses) {
        return losses.isSample()
                ? losses.sampleName()
                : String.valueOf(Path.of(losses.location()).getFileName()).replaceFirst("\\.csv$", "");
    }

    /**
     * Reads a table of losses.
     *
     * @param name of the study
     * @throws UserException if the file cannot be read, a line is wrong, or a seed is too large for a study
     */
    public static ImportedLosses read(DatasetReference reference, String name) {
        Path file = Samples.lossTable(reference);
        return of(reference, name, LossTableCsv.read(file));
    }

    private static ImportedLosses of(DatasetReference reference, String name, List<LossTable> tables) {
        List<Task> tasks =
                tables.get(0).taskIds().stream().map(ImportedLosses::task).toList();
        Set<Network> networks = new LinkedHashSet<>();
        tables.forEach(table -> networks.addAll(table.networks()));
        List<Setting> settings = tables.stream()
                .map(table -> new Setting(table.setting(), EncoderDepth.LIGHT, Fraction.ONE, UNKNOWN_SIZE, UNKNOWN))
                .toList();
        Map<RunKey, Map<Measure, Map<String, Double>>> losses = new LinkedHashMap<>();
        tables.forEach(table -> gather(table, losses));
        int seeds = 1 + losses.keySet().stream().mapToInt(RunKey::seed).max().orElse(0);
        Study study = new Study(name, reference, tasks, settings, seeds, List.copyOf(networks), List.of(), BUDGET);
        Map<String, String> hashes = new LinkedHashMap<>();
        tables.forEach(table -> hashes.put(table.setting(), table.contentHash()));
        Map<RunKey, RunResult> results = new LinkedHashMap<>();
        losses.forEach((key, byMeasure) -> results.put(
                key,
                new RunResult.Finished(RunResult.Finished.EPOCH_UNKNOWN, byMeasure, provenance(study, key, hashes))));
        return new ImportedLosses(study, results);
    }

    private static Task task(String id) {
        String name = TaskonomyTasks.named(id).map(Task::name).orElse(id);
        return new Task(id, name, new TaskKind.LossesOnly(), LossFunction.L1, 1, true);
    }

    private static void gather(LossTable table, Map<RunKey, Map<Measure, Map<String, Double>>> losses) {
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            for (Measure measure : Measure.values()) {
                for (int task : network.tasks()) {
                    String id = table.taskIds().get(task);
                    table.values(row, task, measure).forEach((seed, loss) -> losses.computeIfAbsent(
                                    new RunKey(network.key(table.taskIds()), table.setting(), seed),
                                    ignored -> new EnumMap<>(Measure.class))
                            .computeIfAbsent(measure, ignored -> new LinkedHashMap<>())
                            .put(id, loss));
                }
            }
        }
    }

    private static Provenance provenance(Study study, RunKey key, Map<String, String> hashes) {
        Network network = Network.parse(key.network(), study.taskIds());
        return new Provenance(
                key.seed(),
                hashes.getOrDefault(key.setting(), ""),
                DesignHash.of(study.tasks(), network, study.setting(key.setting())),
                Map.of("losses", study.dataset().location()),
                "",
                0,
                Duration.ZERO,
                0,
                0);
    }
}
