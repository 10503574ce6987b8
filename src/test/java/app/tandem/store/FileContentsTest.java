package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.study.Budget;
import app.tandem.study.Study;
import app.tandem.training.EpochLosses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read once, and when it is read again. */
class FileContentsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Study study = ExampleStudy.create();

    @SuppressWarnings("NullAway.Init")
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("a.tandem");
    }

    @Test
    void lossesAreReadOnceUntilARunOrTheDesignChanges() {
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 0, 0), ExampleStudy.finished(study, 0, 0, 1));
            LossTable first = file.lossTable("small");
            assertThat(file.lossTable("small")).isSameAs(first);

            file.save(study.withBudget(Budget.parse("4")).withName("other").withGroupings(List.of()));
            assertThat(file.study().name()).isEqualTo("other");
            assertThat(file.lossTable("small")).as("no loss depends on these").isSameAs(first);

            file.recordResult(ExampleStudy.key(study, 0, 1), ExampleStudy.finished(study, 0, 1, 2));
            assertThat(file.lossTable("small").values(0, 0, Measure.TEST)).containsOnlyKeys(0, 1);
            file.forget(ExampleStudy.key(study, 0, 0));
            assertThat(file.lossTable("small").values(0, 0, Measure.TEST)).containsOnlyKeys(1);
            assertThat(file.runs()).hasSize(1);

            file.save(study.withNetworks(study.networks().subList(1, 3)));
            assertThat(file.lossTable("small").networks())
                    .startsWith(study.networks().get(1));
        }
    }

    @Test
    void anEpochOfAKnownRunHasNothingReadAnewButItself() {
        RunKey fresh = ExampleStudy.key(study, 1, 0);
        EpochLosses first = new EpochLosses(1, Map.of("depth", 1.0), Map.of("depth", 2.0));
        EpochLosses second = new EpochLosses(2, Map.of("depth", 0.5), Map.of("depth", 1.5));
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 0, 0), ExampleStudy.finished(study, 0, 0, 1));
            assertThat(file.runs()).hasSize(1);
            file.recordEpoch(fresh, first);
            List<StoredRun> runs = file.runs();
            LossTable losses = file.lossTable("small");
            assertThat(runs).as("a run that is new").hasSize(2);

            file.recordEpoch(fresh, second);

            assertThat(file.epochs(fresh)).containsEntry(2, second);
            assertThat(file.runs()).isSameAs(runs);
            assertThat(file.lossTable("small")).isSameAs(losses);
        }
    }

    @Test
    void aReaderKeepsWhatItReadUntilTheWriterCommits() {
        try (StudyFile writer = StudyFile.create(path, study);
                StudyFile reader = StudyFile.openReadOnly(path)) {
            LossTable before = reader.lossTable("small");
            assertThat(reader.lossTable("small")).isSameAs(before);
            assertThat(reader.runs()).isEmpty();

            writer.recordResult(ExampleStudy.key(study, 0, 0), ExampleStudy.finished(study, 0, 0, 1));
            assertThat(reader.runs()).hasSize(1);
            assertThat(reader.lossTable("small").isMeasured(0, Measure.TEST)).isTrue();

            writer.save(study.withName("renamed"));
            assertThat(reader.study().name()).isEqualTo("renamed");
        }
    }
}
