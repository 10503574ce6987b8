package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.DatasetHash;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Split;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {

    @TempDir
    Path folder;

    private Path path;
    private Study study;

    @BeforeEach
    void nameTheFile() {
        path = folder.resolve("a?b#c %20 é 한.tandem");
        study = ExampleStudy.create();
    }

    @Test
    void theDesignComesBackAsItWasSaved() {
        StudyFile.create(path, study).close();

        try (StudyFile file = StudyFile.open(path)) {
            assertThat(file.study()).isEqualTo(study);
            Study edited = new StudyEdit.RemoveTask("depth").apply(study).withBudget(Budget.parse("3"));
            file.save(edited);
            assertThat(file.study()).isEqualTo(edited);
        }
    }

    @Test
    void aNewStudyLeavesNothingBesideItself() throws IOException {
        StudyFile.create(path, study).close();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void whoeverIsLateNeitherReadsNorWritesAClosedStudy() throws IOException {
        StudyFile file = StudyFile.create(path, study);
        file.close();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(file::study).isInstanceOf(UserException.class);
            assertThatThrownBy(() -> file.save(study.withName("late"))).isInstanceOf(UserException.class);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("no log of a connection that nobody closes").containsExactly(path);
        }
        try (StudyFile again = StudyFile.open(path)) {
            assertThat(again.study()).isEqualTo(study);
        }
    }

    @Test
    void anExistingFileIsNeverReplaced() throws IOException {
        Files.writeString(path, "precious");

        assertThatThrownBy(() -> StudyFile.create(path, study))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("already");
        assertThat(path).hasContent("precious");
    }

    @Test
    void resultsMakeTheLossTable() {
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 10, 0), ExampleStudy.finished(study, 10, 0, 0.5));
            file.recordResult(ExampleStudy.key(study, 10, 1), ExampleStudy.finished(study, 10, 1, 0.7));

            LossTable table = file.lossTable("small");

            assertThat(table.networks()).isEqualTo(study.networks());
            int first = study.networks().get(10).tasks().first();
            assertThat(table.values(10, first, Measure.TEST)).isEqualTo(Map.of(0, 0.5, 1, 0.7));
            assertThat(table.isMeasured(11, Measure.TEST)).isFalse();
            assertThat(file.lossTable("little data").has(Measure.TEST)).isFalse();
        }
    }

    @Test
    void aNetworkThatIsNoCandidateFollowsTheCandidates() {
        Network full = Network.of(TaskSet.all(5), EncoderSize.FULL);
        Study larger = StudyEdit.SetNetworks.adding(study, List.of(full)).apply(study);
        try (StudyFile file = StudyFile.create(path, larger)) {
            int last = larger.networks().size() - 1;
            file.recordResult(ExampleStudy.key(larger, last, 0), ExampleStudy.finished(larger, last, 0, 1));
            file.save(study);

            LossTable table = file.lossTable("small");

            assertThat(table.networks()).hasSize(study.networks().size() + 1).endsWith(full);
            assertThat(table.isMeasured(last, Measure.VALIDATION)).isTrue();
        }
    }

    @Test
    void aTaskThatIsPutBackHasItsRunsAgain() {
        try (StudyFile file = StudyFile.create(path, study)) {
            int network = indexOf(study, "depth+normal@1");
            file.recordResult(ExampleStudy.key(study, network, 0), ExampleStudy.finished(study, network, 0, 1));
            file.save(new StudyEdit.RemoveTask("depth").apply(study));

            assertThat(file.lossTable("small").has(Measure.VALIDATION)).isFalse();
            assertThat(file.runs()).hasSize(1);

            file.save(study);
            assertThat(file.lossTable("small").isMeasured(network, Measure.VALIDATION))
                    .isTrue();
        }
    }

    @Test
    void aResultOfAnotherWeightCountsNoMore() {
        try (StudyFile file = StudyFile.create(path, study)) {
            int network = indexOf(study, "depth@1");
            file.recordResult(ExampleStudy.key(study, network, 0), ExampleStudy.finished(study, network, 0, 1));

            file.save(new StudyEdit.ChangeTask(study.tasks().get(1).withWeight(7)).apply(study));

            assertThat(file.lossTable("small").has(Measure.VALIDATION)).isFalse();
            assertThat(file.runs().get(0).isOfDesign()).isFalse();
        }
    }

    @Test
    void aResultOfOtherDataStaysButCountsNoMore() {
        int network = indexOf(study, "depth+normal@1");
        DatasetHash data = new DatasetHash("images", Map.of("seg", "1", "depth", "2", "normal", "3"));
        DatasetHash otherLabels = new DatasetHash("images", Map.of("seg", "1", "depth", "two", "normal", "3"));
        DatasetHash otherTask = new DatasetHash("images", Map.of("seg", "one", "depth", "2", "normal", "3"));
        try (StudyFile file = StudyFile.create(path, study)) {
            RunResult.Finished result = ExampleStudy.finished(study, network, 0, 1);
            file.recordResult(
                    ExampleStudy.key(study, network, 0), ExampleStudy.trainedOn(data, study, network, result));
            assertThat(counts(file, network)).isTrue();

            file.recordDataset(study.dataset(), 64, data);
            assertThat(counts(file, network)).isTrue();
            file.recordDataset(study.dataset(), 64, otherLabels);
            assertThat(counts(file, network)).isFalse();
            assertThat(file.runs()).singleElement().satisfies(run -> assertThat(run.isOfDesign())
                    .isTrue());
            file.recordDataset(study.dataset(), 64, otherTask);
            assertThat(counts(file, network)).isTrue();
            file.recordDataset(study.dataset(), 32, otherLabels);
            assertThat(counts(file, network)).isTrue();

            DatasetReference elsewhere = new DatasetReference(DatasetReference.TASKONOMY, "elsewhere");
            file.recordDataset(elsewhere, 64, otherLabels);
            file.save(new StudyEdit.LocateDataset(elsewhere).apply(study));
            assertThat(counts(file, network)).isFalse();
            file.save(study);
            assertThat(counts(file, network)).isTrue();
        }
    }

    private static boolean counts(StudyFile file, int network) {
        boolean inTable = file.lossTable("small").isMeasured(network, Measure.VALIDATION);
        assertThat(file.runs()).singleElement().satisfies(run -> assertThat(run.counts())
                .isEqualTo(inTable));
        return inTable;
    }

    @Test
    void everyResultComesBackAsItWasRecorded() {
        List<RunResult> results = List.of(
                ExampleStudy.finished(study, 1, 0, 0.25),
                new RunResult.Diverged(17, List.of("Lower it", "Clip it"), ExampleStudy.provenance(study, 2, 0)),
                new RunResult.Failed(RunResult.Failure.OUT_OF_MEMORY, "The heap is full"));
        try (StudyFile file = StudyFile.create(path, study)) {
            for (int network = 1; network <= 3; network++) {
                file.recordResult(ExampleStudy.key(study, network, 0), results.get(network - 1));
            }

            assertThat(file.runs())
                    .extracting(run -> run.result().orElseThrow())
                    .containsExactlyElementsOf(results);
        }
    }

    @Test
    void aNewResultReplacesTheOldOne() {
        RunKey key = ExampleStudy.key(study, 1, 0);
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(key, new RunResult.Failed(RunResult.Failure.CRASHED, "Killed"));
            file.recordResult(key, ExampleStudy.finished(study, 1, 0, 2));
            file.recordResult(key, ExampleStudy.finished(study, 1, 0, 3));

            assertThat(file.runs()).hasSize(1);
            assertThat(file.runs().get(0).result()).contains(ExampleStudy.finished(study, 1, 0, 3));
        }
    }

    @Test
    void anEpochAgainReplacesItAndTheLaterOnes() {
        RunKey key = ExampleStudy.key(study, 1, 0);
        try (StudyFile file = StudyFile.create(path, study)) {
            for (int epoch = 1; epoch <= 3; epoch++) {
                file.recordEpoch(key, new EpochLosses(epoch, Map.of("depth", 1.0 / epoch), Map.of("depth", 2.0)));
            }
            EpochLosses again = new EpochLosses(2, Map.of("depth", 9.0), Map.of("depth", 8.0));
            file.recordEpoch(key, again);

            assertThat(file.epochs(key)).containsOnlyKeys(1, 2).containsEntry(2, again);
            assertThat(file.runs().get(0).result()).isEmpty();
        }
    }

    @Test
    void aSuggestionIsOutOfDateOnceTheLossesChange() {
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 1, 0), ExampleStudy.finished(study, 1, 0, 1));
            StoredSuggestion suggestion = suggestion(file.lossTable("small").measuredHash());
            file.saveSuggestion(suggestion);
            file.saveSuggestion(suggestion);

            assertThat(file.suggestions()).containsExactly(new StudyFile.DatedSuggestion(suggestion, false));

            file.recordResult(ExampleStudy.key(study, 1, 0), ExampleStudy.finished(study, 1, 0, 1.5));
            assertThat(file.suggestions()).containsExactly(new StudyFile.DatedSuggestion(suggestion, true));
        }
    }

    @Test
    void moreCandidatesOrFewerLeaveASuggestionUpToDate() {
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 1, 0), ExampleStudy.finished(study, 1, 0, 1));
            StoredSuggestion suggestion = suggestion(file.lossTable("small").measuredHash());
            file.saveSuggestion(suggestion);

            file.save(study.withNetworks(
                    Pool.everySubsetWithHalfSizeSingles(study.tasks().size())));
            assertThat(file.suggestions()).containsExactly(new StudyFile.DatedSuggestion(suggestion, false));
            file.save(study.withNetworks(study.networks().subList(3, 5)));
            assertThat(file.suggestions()).containsExactly(new StudyFile.DatedSuggestion(suggestion, false));
        }
    }

    @Test
    void aSuggestionOfAnOlderTandemIsUpToDateAsLongAsNothingChanged() {
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 1, 0), ExampleStudy.finished(study, 1, 0, 1));
            StoredSuggestion suggestion = suggestion(file.lossTable("small").contentHash());
            file.saveSuggestion(suggestion);

            assertThat(file.suggestions()).containsExactly(new StudyFile.DatedSuggestion(suggestion, false));
        }
    }

    @Test
    void aReaderSeesWhatTheWriterCommitted() {
        try (StudyFile writer = StudyFile.create(path, study);
                StudyFile reader = StudyFile.openReadOnly(path)) {
            writer.save(study.withName("Renamed"));

            assertThat(reader.study().name()).isEqualTo("Renamed");
            assertThatThrownBy(() -> reader.save(study))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    @Test
    void backupsAreWholeAndTheLastTenAreKept() throws IOException {
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 1, 0), ExampleStudy.finished(study, 1, 0, 1));
            for (int i = 0; i < Backups.KEPT + 2; i++) {
                Path old = Backups.folder(path).resolve("a-" + i + ".tandem");
                Files.createDirectories(old.getParent());
                Files.writeString(old, "old");
            }

            Path backup = file.backUp();

            try (StudyFile copy = StudyFile.open(backup);
                    Stream<Path> kept = Files.list(backup.getParent())) {
                assertThat(copy.study()).isEqualTo(study);
                assertThat(copy.runs()).isEqualTo(file.runs());
                assertThat(kept.filter(f -> f.toString().endsWith(".tandem"))).hasSize(Backups.KEPT);
            }
        }
    }

    private static StoredSuggestion suggestion(String hash) {
        StoredSuggestion.Choice best = new StoredSuggestion.Choice(
                List.of(
                        new StoredSuggestion.ServingNetwork(
                                "seg+depth@1",
                                List.of(
                                        new StoredSuggestion.ServedTask("seg", 0.5, OptionalDouble.of(0.6)),
                                        new StoredSuggestion.ServedTask("depth", 0.1, OptionalDouble.empty()))),
                        new StoredSuggestion.ServingNetwork("normal@1/2", List.of())),
                new app.tandem.study.Cost(app.tandem.study.Fraction.parse("3/2")),
                0.6,
                OptionalDouble.of(0.7));
        StoredSuggestion.Choice second =
                new StoredSuggestion.Choice(List.of(), app.tandem.study.Cost.ZERO, 0.9, OptionalDouble.empty());
        return new StoredSuggestion(
                "small",
                "exact",
                Split.VALIDATION,
                Budget.parse("2.5"),
                best,
                List.of(second),
                hash,
                Instant.parse("2026-11-24T05:00:00Z"));
    }

    private static int indexOf(Study study, String key) {
        return study.networks().indexOf(Network.parse(key, study.taskIds()));
    }
}
