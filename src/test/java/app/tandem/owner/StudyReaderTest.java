package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.Samples;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study that is read while another part of the program owns it. */
@Timeout(60)
class StudyReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private StudyOwner owner;

    @SuppressWarnings("NullAway.Init")
    private StudyReader reader;

    @BeforeEach
    void open() {
        Study design = NewStudy.of(Samples.rooms());
        owner = StudyOwner.create(folder.resolve("held.tandem"), design, options());
        reader = StudyReader.open(owner.path(), folder);
    }

    private OwnerOptions options() {
        return new OwnerOptions(
                folder,
                LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                Device.AUTO,
                threads,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        reader.close();
        owner.close();
        threads.shutdownNow();
    }

    @Test
    void whoIsRefusedLearnsWhoHasTheStudy() {
        owner.workFor(StudyHolder.Work.TRAINING);
        assertThatThrownBy(() -> StudyOwner.open(owner.path(), options()))
                .isInstanceOfSatisfying(StudyHeldException.class, held -> assertThat(held.holder())
                        .hasValueSatisfying(holder -> {
                            assertThat(holder.work()).isEqualTo(StudyHolder.Work.TRAINING);
                            assertThat(holder.isThisProcess()).isTrue();
                        }));
    }

    @Test
    void theReaderIsToldOfEveryWriteAndOfTheRelease() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch followed = new CountDownLatch(1);
        Future<?> following = threads.submit(() -> {
            reader.follow(() -> {
                followed.countDown();
                if (reader.study().name().equals("another")) {
                    written.countDown();
                }
            });
            return null;
        });
        Future<?> release = threads.submit(() -> {
            reader.awaitRelease();
            return null;
        });
        while (followed.getCount() > 0) {
            // Until the folder is watched nobody hears; from then on every edit is heard.
            owner.edit(new StudyEdit.SetSeeds(2 + (int) (System.nanoTime() % 5)));
        }
        owner.edit(new StudyEdit.RenameStudy("another"));
        written.await();

        assertThat(release).isNotDone();
        assertThat(reader.isHeld()).isTrue();
        owner.close();
        release.get();
        assertThat(reader.isHeld()).isFalse();
        assertThat(reader.holder()).isEmpty();
        following.cancel(true);
    }
}
