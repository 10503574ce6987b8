package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.Progress;
import app.tandem.grouping.PublishedLosses;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetLocationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aPlaceThatCannotBeUsedIsLeftAgainAndOtherEditsStay() {
        ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));
        DatasetReference before = taskonomy("before");
        Path losses = Path.of("sample-data", "standley2020", "losses.csv");
        ImportedLosses trained = ImportedLosses.read(ImportedLosses.reference(losses), "moved");
        Path file = folder.resolve("moved.tandem");
        StudyFile.create(file, trained.study().withDataset(before), trained.results())
                .close();
        OwnerOptions options = new OwnerOptions(
                folder.resolve("cache"),
                new KnownLossWorkers(PublishedLosses.setting("setting1"), 1, threads),
                Device.AUTO,
                threads,
                InstantSource.system());
        try (StudyOwner owner = StudyOwner.open(file, options)) {
            owner.edit(new StudyEdit.LocateDataset(taskonomy("nowhere")));
            owner.edit(new StudyEdit.SetBudget(Budget.parse("4")));

            assertThatThrownBy(() -> DatasetLocation.look(owner, before, Progress.NONE))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("nowhere");
            assertThat(owner.study().dataset()).isEqualTo(before);
            assertThat(owner.study().budget()).isEqualTo(Budget.parse("4"));
        } finally {
            threads.shutdown();
        }
    }

    private DatasetReference taskonomy(String place) {
        return new DatasetReference(
                DatasetReference.TASKONOMY, folder.resolve(place).toString());
    }
}
