package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.loss.Measure;
import app.tandem.run.DesignHash;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Network;
import app.tandem.study.Split;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of format 5 with many losses, kept in the repository, is brought to one row for all losses of a network. */
class DenseLossesTest {

    private static final String KEPT = "format-5-many-losses.tandem";
    private static final int EPOCHS = 3;

    /** Of the losses as the program that wrote format 5 hashed them. */
    private static final String HASH = "cd8640d6a87a18e2ec05a0aed5f33bd4058cb2929172117e0b50d7e38f0af43d";

    private final Study study = ExampleStudy.create();

    @TempDir
    Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        path = folder.resolve("many.tandem");
        try (InputStream kept = DenseLossesTest.class.getResourceAsStream(KEPT)) {
            Files.copy(Objects.requireNonNull(kept), path);
        }
    }

    @Test
    void everyLossOfEveryEpochAndMeasureIsCarriedOver() {
        try (StudyFile file = StudyFile.open(path)) {
            for (Network network : networks(study)) {
                RunKey key = key(study, network);
                for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                    assertThat(file.epochs(key)).containsEntry(epoch, epoch(study, network, epoch));
                }
                assertThat(file.epochs(key)).hasSize(EPOCHS);
            }
            assertThat(file.runs())
                    .extracting(run -> run.result().orElseThrow())
                    .containsExactlyElementsOf(networks(study).stream()
                            .map(network -> result(study, network))
                            .toList());
            assertThat(file.lossTable("small").contentHash()).isEqualTo(HASH);
            assertThat(file.suggestions()).singleElement().satisfies(kept -> assertThat(kept.outOfDate())
                    .as("no loss has changed")
                    .isFalse());
        }
    }

    @Test
    void anEpochWhoseRunIsGoneIsLeftBehind() throws SQLException {
        change("DELETE FROM run WHERE id = 1");

        try (StudyFile file = StudyFile.open(path)) {
            assertThat(file.runs()).hasSize(networks(study).size() - 1);
        }
    }

    @Test
    void whatCannotBeCarriedOverIsToldAndDrivesOutNoBackup() throws SQLException, IOException {
        StudyFile.create(folder.resolve("good.tandem"), study).close();
        Path good = Files.createDirectories(Backups.folder(path)).resolve("many-2026-01-01.tandem");
        Files.copy(folder.resolve("good.tandem"), good);
        change("UPDATE epoch_loss SET task = 'unheard-of' WHERE run = 2");

        for (int attempt = 0; attempt < 12; attempt++) {
            assertThatThrownBy(() -> StudyFile.open(path))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("unheard-of");
        }

        try (Stream<Path> backups = Files.list(Backups.folder(path))) {
            assertThat(backups).containsExactly(good);
        }
        assertThat(Database.unlessOpen(path, () -> "closed")).contains("closed");
        assertThat(FileHeader.check(path, Schema.current()).userVersion()).isEqualTo(5);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            Rows.insert(connection, sql);
        }
    }

    /** Made the kept file with the program that wrote format 5. */
    public static void main(String[] arguments) {
        Study study = ExampleStudy.create();
        try (StudyFile file = StudyFile.create(Path.of(arguments[0]).resolve(KEPT), study)) {
            for (Network network : networks(study)) {
                for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                    file.recordEpoch(key(study, network), epoch(study, network, epoch));
                }
                file.recordResult(key(study, network), result(study, network));
            }
            String hash = file.lossTable("small").contentHash();
            StoredSuggestion.Choice choice =
                    new StoredSuggestion.Choice(List.of(), Cost.ZERO, 0.25, OptionalDouble.empty());
            file.saveSuggestion(new StoredSuggestion(
                    "small",
                    "exact",
                    Split.VALIDATION,
                    Budget.parse("2.5"),
                    choice,
                    List.of(),
                    hash,
                    Instant.parse("2026-11-24T05:00:00Z")));
            System.out.println(hash);
        }
    }

    /** The pool's last eight: pairs, beside all tasks in one. */
    private static List<Network> networks(Study study) {
        List<Network> all = new ArrayList<>(study.networks());
        all.add(study.jointNetwork());
        return all.subList(all.size() - 8, all.size());
    }

    private static RunKey key(Study study, Network network) {
        return new RunKey(network.key(study.taskIds()), "small", 0);
    }

    /** The first epoch met no label of the network's first task. */
    private static EpochLosses epoch(Study study, Network network, int epoch) {
        Map<String, Double> train = losses(study, network, epoch);
        if (epoch == 1) {
            train.remove(network.taskIds(study.taskIds()).get(0));
        }
        return new EpochLosses(epoch, train, losses(study, network, 10 + epoch));
    }

    private static RunResult.Finished result(Study study, Network network) {
        Map<Measure, Map<String, Double>> losses = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            losses.put(measure, losses(study, network, 100 + losses.size()));
        }
        Provenance provenance = new Provenance(
                0,
                "data",
                DesignHash.of(study.tasks(), network, study.setting("small")),
                Map.of("java", "17.0.1", "tandem", "0.1.0"),
                "cpu",
                1,
                Duration.ofMillis(4321),
                27_000_000,
                217.5);
        return new RunResult.Finished(3, losses, provenance);
    }

    /** Different for each task, and in another order than the study's now and then. */
    private static Map<String, Double> losses(Study study, Network network, int salt) {
        List<Integer> tasks = new ArrayList<>();
        network.tasks().forEach(tasks::add);
        if (salt % 2 == 0) {
            Collections.reverse(tasks);
        }
        Map<String, Double> losses = new LinkedHashMap<>();
        for (int task : tasks) {
            losses.put(
                    study.taskIds().get(task),
                    1 / (3.0 + task + 7 * salt + network.tasks().bits()));
        }
        return losses;
    }
}
