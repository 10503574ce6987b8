package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.DatasetHash;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.Measure;
import app.tandem.run.DesignHash;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunStop;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Split;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study file of each format, kept in the repository, must be read as what it was for ever. */
class StudyFileFormatTest {

    private static final int CURRENT = Schema.current().version();

    private static final DatasetHash DATASET = new DatasetHash("images", Map.of("depth", "labels"));

    private final Study study = ExampleStudy.create();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aStudyOfEveryFormatIsReadAsItWasSaved(int format) throws IOException {
        String name = fileName(format);
        Path path = folder.resolve(name);
        try (InputStream golden = StudyFileFormatTest.class.getResourceAsStream(name)) {
            assertThat(golden).isNotNull();
            Files.copy(golden, path);
        }
        try (StudyFile file = StudyFile.open(path)) {
            assertThat(file.study()).isEqualTo(study);
            assertThat(file.runs())
                    .extracting(run -> run.result().orElseThrow())
                    .containsExactlyElementsOf(results());
            assertThat(file.epochs(ExampleStudy.key(study, 1, 0))).containsEntry(1, epoch());
            assertThat(file.suggestions()).singleElement().satisfies(dated -> {
                assertThat(dated.suggestion()).isEqualTo(suggestion());
                assertThat(dated.outOfDate()).isTrue();
            });
            assertThat(file.lossTable("small").isMeasured(1, Measure.TEST)).isTrue();
            boolean isNew = file.recordDataset(study.dataset(), 32, DATASET);
            assertThat(isNew).isEqualTo(format < 2);
            assertThat(file.order()).isEqualTo(format < 4 ? List.of() : order());
            assertThat(file.stops()).isEqualTo(format < 6 ? Map.of() : stops());
            if (format < 5) {
                assertThat(file.guidance()).isEmpty();
            } else {
                assertThat(file.guidance()).contains(guidance());
            }
            file.recordResult(joint(), jointResult());
            if (format < 3) {
                assertThat(file.affinities("small")).isEmpty();
            } else {
                assertThat(file.affinities("small")).containsExactly(Map.entry(0, affinities()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aStudyOfEveryFormatIsReadWithoutAChange(int format) throws IOException {
        Path path = folder.resolve(fileName(format));
        try (InputStream golden = StudyFileFormatTest.class.getResourceAsStream(fileName(format))) {
            assertThat(golden).isNotNull();
            Files.copy(golden, path);
        }
        byte[] before = Files.readAllBytes(path);

        try (StudyFile file = StudyFile.openReadOnly(path)) {
            assertThat(file.path()).isEqualTo(path);
            assertThat(file.study()).isEqualTo(study);
            assertThat(file.lossTable("small").isMeasured(1, Measure.TEST)).isTrue();
            assertThat(file.suggestions()).hasSize(1);
            assertThat(file.order()).isEqualTo(format < 4 ? List.of() : order());
            assertThat(file.stops()).isEqualTo(format < 6 ? Map.of() : stops());
            assertThatThrownBy(() -> file.save(study.withName("changed")))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("cannot be written");
        }

        assertThat(path).hasBinaryContent(before);
        assertThat(Backups.folder(path)).doesNotExist();
    }

    @Test
    void anySqliteProgramReadsTheLossesOneByOne() throws SQLException {
        Path path = folder.resolve("open.tandem");
        RunKey pair = study.networks().stream()
                .filter(network -> network.tasks().size() == 2)
                .findFirst()
                .map(network -> new RunKey(network.key(study.taskIds()), "small", 0))
                .orElseThrow();
        String first = pair.taskIds().get(0);
        String second = pair.taskIds().get(1);
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordEpoch(pair, new EpochLosses(1, Map.of(second, 0.5), Map.of(first, 0.1, second, 0.25)));
            Map<String, Double> losses = Map.of(second, 1.0 / 3, first, 1e-9);
            file.recordResult(
                    pair,
                    new RunResult.Finished(1, Map.of(Measure.TEST, losses), ExampleStudy.provenance(study, 0, 0)));
        }

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            assertThat(Rows.query(
                            connection,
                            "SELECT measure, task, loss FROM result_loss ORDER BY position",
                            row -> row.getString(1) + " " + row.getString(2) + " " + row.getDouble(3)))
                    .containsExactly("test " + first + " 1.0E-9", "test " + second + " " + 1.0 / 3);
            assertThat(Rows.query(
                            connection,
                            "SELECT split, task, loss FROM epoch_loss WHERE epoch = 1 ORDER BY split, position",
                            row -> row.getString(1) + " " + row.getString(2) + " " + row.getDouble(3)))
                    .containsExactly("train " + second + " 0.5", "val " + first + " 0.1", "val " + second + " 0.25");
        }
    }

    @Test
    void theCurrentFormatIsKept() {
        assertThat(StudyFileFormatTest.class.getResource(fileName(CURRENT))).isNotNull();
    }

    private static String fileName(int format) {
        return "format-" + format + ".tandem";
    }

    /** Made the kept files; run it on the test class path with the folder of the test resources. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]).resolve(fileName(CURRENT));
        Files.deleteIfExists(target);
        StudyFileFormatTest made = new StudyFileFormatTest();
        try (StudyFile file = StudyFile.create(target, made.study)) {
            file.recordEpoch(ExampleStudy.key(made.study, 1, 0), epoch());
            for (int network = 1; network <= made.results().size(); network++) {
                file.recordResult(
                        ExampleStudy.key(made.study, network, 0), made.results().get(network - 1));
            }
            file.saveSuggestion(suggestion());
            file.recordDataset(made.study.dataset(), 32, DATASET);
            file.recordAffinities(made.joint(), made.affinities());
            file.saveOrder(made.order());
            file.saveGuidance(made.guidance());
            file.saveStops(made.stops());
        }
    }

    private StoredGuidance guidance() {
        List<String> chosen = order().stream().map(RunKey::network).toList();
        return new StoredGuidance("small", Budget.parse("7/3"), OptionalInt.of(1), chosen);
    }

    private List<RunKey> order() {
        return List.of(ExampleStudy.key(study, 2, 0), ExampleStudy.key(study, 0, 0));
    }

    private Map<RunKey, RunStop> stops() {
        return Map.of(
                ExampleStudy.key(study, 2, 0), RunStop.CANCELLED,
                ExampleStudy.key(study, 0, 0), RunStop.PAUSED);
    }

    private RunKey joint() {
        return new RunKey(study.jointNetwork().key(study.taskIds()), "small", 0);
    }

    private RunResult jointResult() {
        Map<String, Double> losses = study.taskIds().stream().collect(Collectors.toMap(Function.identity(), id -> 0.5));
        String design = DesignHash.of(study.tasks(), study.jointNetwork(), study.setting("small"));
        return new RunResult.Finished(
                1,
                Map.of(Measure.VALIDATION, losses),
                new Provenance(0, "data", design, Map.of(), "cpu", 1, Duration.ofSeconds(1), 1, 1));
    }

    /** What is not known is kept as not known. */
    private JointAffinities affinities() {
        List<AffinityMatrix> matrices = Stream.of("tag", "cs", "etap")
                .map(id -> {
                    double[][] scores =
                            new double[study.tasks().size()][study.tasks().size()];
                    scores[0][1] = id.length() / 3.0;
                    scores[1][0] = Double.NaN;
                    return new AffinityMatrix(id, study.taskIds(), scores);
                })
                .toList();
        return new JointAffinities(12, matrices.get(0), matrices.get(1), matrices.get(2));
    }

    private static EpochLosses epoch() {
        return new EpochLosses(1, Map.of("depth", 0.5), Map.of("depth", 0.25));
    }

    private List<RunResult> results() {
        return List.of(
                ExampleStudy.finished(study, 1, 0, 0.25),
                new RunResult.Diverged(17, List.of("Lower it", "Clip it"), ExampleStudy.provenance(study, 2, 0)),
                new RunResult.Failed(RunResult.Failure.OUT_OF_MEMORY, "The heap is full"));
    }

    private static StoredSuggestion suggestion() {
        StoredSuggestion.ServedTask served = new StoredSuggestion.ServedTask("depth", 0.25, OptionalDouble.of(0.25));
        StoredSuggestion.Choice choice = new StoredSuggestion.Choice(
                List.of(new StoredSuggestion.ServingNetwork("depth@1/2", List.of(served))),
                Cost.ZERO,
                0.25,
                OptionalDouble.empty());
        return new StoredSuggestion(
                "small",
                "exact",
                Split.VALIDATION,
                Budget.parse("2.5"),
                choice,
                List.of(choice),
                "of no table",
                Instant.parse("2026-11-24T05:00:00Z"));
    }
}
