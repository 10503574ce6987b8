package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.grouping.PublishedLosses;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.ProcessLock;
import app.tandem.run.RunFolder;
import app.tandem.run.RunKey;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLauncher;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Affinities of a study while they are measured and afterwards. */
@Timeout(240)
class JointRunsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void affinitiesAreThereFromTheFirstEpochOnAndKeptAtTheEnd() throws Exception {
        List<Long> steps = new CopyOnWriteArrayList<>();
        List<Integer> ended = new CopyOnWriteArrayList<>();
        try (StudyOwner owner = create(
                LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                Samples.rooms().tasks().size())) {
            JointRuns joint = owner.jointRuns();
            owner.addListener(new StudyListener() {
                @Override
                public void epochFinished(RunKey key, EpochLosses losses) {
                    joint.soFar("tiny").values().forEach(now -> steps.add(now.steps()));
                    ended.add(joint.affinities("tiny").size());
                }
            });
            assertThat(joint.soFar("tiny")).isEmpty();
            assertThat(joint.isMeasuring("tiny")).isFalse();

            joint.measure("tiny", 0, 1, Progress.NONE);
            assertThat(joint.isMeasuring("tiny")).isTrue();
            owner.queue().start();
            owner.queue().awaitIdle();

            assertThat(steps).hasSize(2).isSorted().doesNotHaveDuplicates().allMatch(count -> count > 0);
            assertThat(ended).containsExactly(0, 0);
            assertThat(joint.isMeasuring("tiny")).isFalse();
            assertThat(joint.affinities("tiny").values())
                    .extracting(JointAffinities::steps)
                    .containsExactly(steps.get(1));
            assertThat(joint.soFar("tiny")).isEqualTo(joint.affinities("tiny"));
        }
    }

    @Test
    void aJointRunThatTrainsWithoutThemIsNotTakenForOneThatMeasures() throws Exception {
        KnownLossWorkers workers = new KnownLossWorkers(PublishedLosses.setting("setting1"), 1, threads).ending(0);
        try (StudyOwner owner = create(workers, Samples.rooms().tasks().size())) {
            CountDownLatch running = awaitRunning(owner);
            owner.queue(owner.plan().missing(), Progress.NONE);
            owner.queue().start();
            running.await();

            assertThatThrownBy(() -> owner.jointRuns().measure("tiny", 0, 1, Progress.NONE))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("without affinities");
            assertThat(owner.jointRuns().isMeasuring("tiny")).isFalse();
        }
    }

    @Test
    void aJointRunThatMeasuresIsKnownAsOneByTheNextOwner() throws Exception {
        KnownLossWorkers workers = new KnownLossWorkers(PublishedLosses.setting("setting1"), 1, threads).ending(0);
        RunFolder run;
        try (StudyOwner owner = create(workers, Samples.rooms().tasks().size())) {
            CountDownLatch running = awaitRunning(owner);
            owner.jointRuns().measure("tiny", 0, 3, Progress.NONE);
            owner.queue().start();
            running.await();
            run = RunFolder.of(
                    owner.runsFolder(), owner.queue().statuses().get(0).key());
        }
        // As of a worker that has outlived its owner.
        ProcessLock worker = ProcessLock.acquire(run.lockFile()).orElseThrow();
        WorkerLauncher local = LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads);
        try (StudyOwner owner = StudyOwner.open(folder.resolve("joint.tandem"), options(local))) {
            CountDownLatch running = awaitRunning(owner);
            owner.queue(owner.plan().missing(), Progress.NONE);
            owner.queue().start();
            running.await();

            assertThat(owner.jointRuns().isMeasuring("tiny")).isTrue();
            owner.jointRuns().measure("tiny", 0, 3, Progress.NONE);
            assertThat(owner.queue().statuses()).hasSize(1);
            owner.queue().pause();
            worker.close();
            owner.queue().awaitIdle();
        }
    }

    private static CountDownLatch awaitRunning(StudyOwner owner) {
        CountDownLatch running = new CountDownLatch(1);
        owner.addListener(new StudyListener() {
            @Override
            public void runChanged(RunStatus status) {
                if (status.state() == RunState.RUNNING) {
                    running.countDown();
                }
            }
        });
        return running;
    }

    @Test
    void anEditLeavesTheJointRunInTheQueueThoughItIsNoCandidate() {
        KnownLossWorkers workers = new KnownLossWorkers(PublishedLosses.setting("setting1"), 1, threads);
        int tasks = Samples.rooms().tasks().size();
        try (StudyOwner owner = create(workers, tasks)) {
            owner.edit(new StudyEdit.SetNetworks(Pool.everySubsetWithHalfSizeSingles(tasks).stream()
                    .filter(network -> network.tasks().size() <= 2)
                    .toList()));
            owner.jointRuns().measure("tiny", 0, 1, Progress.NONE);
            owner.edit(new StudyEdit.SetBudget(Budget.parse("3")));

            assertThat(owner.queue().statuses()).hasSize(1);
            assertThat(owner.jointRuns().isMeasuring("tiny")).isTrue();
            owner.edit(new StudyEdit.RemoveTask(owner.study().taskIds().get(0)));
            assertThat(owner.jointRuns().isMeasuring("tiny")).isFalse();
        }
    }

    @Test
    void oneTaskHasNoAffinities() {
        KnownLossWorkers workers = new KnownLossWorkers(PublishedLosses.setting("setting1"), 1, threads);
        try (StudyOwner owner = create(workers, 1)) {
            assertThatThrownBy(() -> owner.jointRuns().measure("tiny", 0, 1, Progress.NONE))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("the study has one");
        }
    }

    private StudyOwner create(WorkerLauncher workers, int tasks) {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        Schedule schedule = new Schedule(2, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        Study study = new Study(
                "joint",
                new DatasetReference(
                        DatasetReference.TASKONOMY, folder.resolve("rooms").toString()),
                Samples.rooms().tasks().subList(0, tasks),
                List.of(new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule)),
                1,
                Pool.everySubsetWithHalfSizeSingles(tasks).stream()
                        .filter(network -> network.tasks().size() == tasks)
                        .toList(),
                List.of(),
                Budget.parse("2"));
        return StudyOwner.create(folder.resolve("joint.tandem"), study, options(workers));
    }

    private OwnerOptions options(WorkerLauncher workers) {
        return new OwnerOptions(folder.resolve("cache"), workers, Device.AUTO, threads, InstantSource.system());
    }
}
