package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.FakeWorkers;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStop;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.training.EpochLosses;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the user stopped, and what was interrupted, of a study on disk whose workers are real and only play at training. */
@Timeout(120)
class StoppedRunsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path images;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeAll
    static void makeImages() {
        new RoomsGenerator(3, 32).write(images.resolve("rooms"), 12, Progress.NONE);
    }

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("two.tandem");
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void whatTheUserStoppedIsInTheFileAtOnceAndStaysStoppedWhenTheStudyIsOpenedAgain() {
        RunKey paused;
        RunKey cancelled;
        try (StudyOwner owner = StudyOwner.create(file, study(FakeWorkers.TRAINS), options())) {
            owner.queue(owner.plan().missing(), Progress.NONE);
            paused = missing(owner).get(1);
            cancelled = missing(owner).get(2);
            owner.toTrain().pause(paused);
            owner.toTrain().cancel(cancelled);
            owner.toTrain().pause(cancelled);

            assertThat(state(owner, paused)).isEqualTo(RunState.PAUSED);
            assertThat(state(owner, cancelled)).isEqualTo(RunState.CANCELLED);
            try (StudyReader afterACrash = StudyReader.open(file, CacheFolder.ofThisProcess())) {
                assertThat(afterACrash.stops()).isEqualTo(Map.of(paused, RunStop.PAUSED, cancelled, RunStop.CANCELLED));
            }
        }
        try (StudyOwner owner = StudyOwner.open(file, options())) {
            assertThat(missing(owner)).contains(paused, cancelled);
            assertThat(owner.toTrain().notStopped(owner.plan().missing()))
                    .extracting(RunPlan.Planned::key)
                    .hasSize(3)
                    .doesNotContain(paused, cancelled);

            owner.toTrain().resume(List.of(cancelled));

            assertThat(owner.stops()).isEqualTo(Map.of(paused, RunStop.PAUSED));
        }
    }

    @Test
    void whatHasEndedIsNeitherStoppedNorCanBe() throws Exception {
        try (StudyOwner owner = StudyOwner.create(file, study(FakeWorkers.TRAINS), options())) {
            List<RunPlan.Planned> one = owner.plan().missing().subList(0, 1);
            RunKey key = one.get(0).key();
            owner.toTrain().cancel(key);
            owner.queue(one, Progress.NONE);
            owner.queue().start();
            owner.queue().awaitIdle();

            assertThat(owner.stops()).as("its result is there").isEmpty();
            owner.toTrain().cancel(key);
            assertThat(owner.stops()).isEmpty();
        }
    }

    @Test
    void whatWasInterruptedShowsItsEpochsAndGoesOnBeforeTheOthers() throws Exception {
        RunKey interrupted;
        try (StudyOwner owner = StudyOwner.create(file, study(FakeWorkers.WAITS), options())) {
            List<RunPlan.Planned> third = owner.plan().missing().subList(2, 3);
            interrupted = third.get(0).key();
            CountDownLatch epoch = new CountDownLatch(1);
            owner.addListener(new StudyListener() {
                @Override
                public void epochFinished(RunKey key, EpochLosses losses) {
                    epoch.countDown();
                }
            });
            owner.queue(third, Progress.NONE);
            owner.queue().start();
            epoch.await();
        }
        try (StudyOwner owner = StudyOwner.open(file, options())) {
            assertThat(owner.begun()).isEqualTo(Map.of(interrupted, 1));
            assertThat(missing(owner)).first().isEqualTo(interrupted);
            owner.queue(owner.plan().all(), Progress.NONE);
            owner.queue().awaitIdle();

            assertThat(owner.queue().statuses()).first().satisfies(status -> {
                assertThat(status.key()).isEqualTo(interrupted);
                assertThat(status.state()).isEqualTo(RunState.QUEUED);
                assertThat(status.epoch()).isEqualTo(1);
                assertThat(status.fraction()).isCloseTo(1.0 / 3, within(1e-9));
            });

            RunKey wanted = missing(owner).get(3);
            owner.toTrain().trainFirst(List.of(wanted));
            assertThat(missing(owner)).as("but the user has the last word").startsWith(wanted, interrupted);
        }
    }

    private static List<RunKey> missing(StudyOwner owner) {
        return owner.plan().missing().stream().map(RunPlan.Planned::key).toList();
    }

    private static RunState state(StudyOwner owner, RunKey key) {
        return owner.queue().statuses().stream()
                .filter(status -> status.key().equals(key))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private OwnerOptions options() {
        Path cache = folder.resolve("cache");
        return new OwnerOptions(cache, FakeWorkers.one(cache, threads), Device.AUTO, threads, InstantSource.system());
    }

    /** @param behaviour how its workers behave, by the setting's name */
    private static Study study(String behaviour) {
        Schedule schedule = new Schedule(3, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        return new Study(
                "two tasks",
                new DatasetReference(
                        DatasetReference.TASKONOMY, images.resolve("rooms").toString()),
                Samples.rooms().tasks().subList(1, 3),
                List.of(new Setting(behaviour, EncoderDepth.LIGHT, Fraction.ONE, 32, schedule)),
                1,
                Pool.everySubsetWithHalfSizeSingles(2),
                List.of(),
                Budget.parse("2.5"));
    }
}
