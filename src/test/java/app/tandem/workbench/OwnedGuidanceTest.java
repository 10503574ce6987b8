package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.grouping.PublishedLosses;
import app.tandem.loss.LossTable;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.GuidedVerdict;
import app.tandem.owner.KnownLossWorkers;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyListener;
import app.tandem.owner.StudyOwner;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.workbench.common.GuidedState;
import app.tandem.workbench.common.TrainingState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A guided training of a study on disk as the window sees it, whose runs end with the published losses. */
@Timeout(120)
class OwnedGuidanceTest {

    private static final LossTable PUBLISHED = PublishedLosses.setting("setting1");
    private static final GuidedGoal GOAL = new GuidedGoal("tiny", Budget.parse("2"), OptionalInt.empty());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    /** Of the session that is open. */
    @SuppressWarnings("NullAway.Init")
    private StudyOwner owner;

    @BeforeEach
    void makeTheStudy() {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        StudyFile.create(folder.resolve("five.tandem"), study()).close();
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void openedAgainItRestsUntilTrainingGoesOnAndOnceEndedAllTheRestWaits() throws Exception {
        try (OwnedStudy session = open(new KnownLossWorkers(PUBLISHED, 1, threads).ending(12))) {
            CountDownLatch twelve = new CountDownLatch(13);
            owner.addListener(new StudyListener() {
                @Override
                public void guidedChanged() {
                    twelve.countDown();
                }
            });
            session.trainGuided(GOAL);
            twelve.await();
            assertThat(session.guided().filter(GuidedState::isGoing)).isPresent();
            assertThat(session.training()).isEqualTo(TrainingState.GOING);
            assertThat(session.runs()).hasSize(13);
        }
        try (OwnedStudy session = open(new KnownLossWorkers(PUBLISHED, 1, threads))) {
            assertThat(session.guided().filter(GuidedState::isGoing)).isEmpty();
            assertThat(session.training()).isEqualTo(TrainingState.NOT_STARTED);
            assertThat(session.runs().stream().filter(run -> run.state() == RunState.QUEUED))
                    .as("only what it had chosen waits")
                    .hasSize(1);

            session.train();
            owner.queue().awaitIdle();

            GuidedState ended = session.guided().orElseThrow();
            assertThat(ended.verdict().filter(GuidedVerdict::isFinal)).isPresent();
            assertThat(session.training()).isEqualTo(TrainingState.GOING);
            assertThat(session.runs()).extracting(RunStatus::state).containsOnly(RunState.DONE);

            session.endGuided();
            assertThat(session.guided()).isEmpty();
            assertThat(session.runs()).hasSize(36);
            assertThat(session.training()).isEqualTo(TrainingState.NOT_STARTED);
        }
    }

    @Test
    void whatTheUserWantsBesidesItIsTrainedWhileTheRestIsHeldBack() throws Exception {
        KnownLossWorkers workers = new KnownLossWorkers(PUBLISHED, 1, threads).ending(0);
        try (OwnedStudy session = open(workers)) {
            session.pauseAll();
            owner.queue(owner.plan().missing(), Progress.NONE);
            session.trainGuided(GOAL);
            assertThat(session.guided().orElseThrow().heldBack()).isEqualTo(26);
            assertThat(session.setAside()).isZero();

            session.trainFirst(List.of(study().jointNetwork()));

            assertThat(session.guided().orElseThrow().heldBack()).isEqualTo(25);
            String joint = study().jointNetwork().key(study().taskIds());
            assertThat(owner.queue().statuses())
                    .hasSize(11)
                    .anyMatch(run -> run.key().network().equals(joint));
        }
    }

    private OwnedStudy open(KnownLossWorkers workers) {
        OwnerOptions options =
                new OwnerOptions(folder.resolve("cache"), workers, Device.AUTO, threads, InstantSource.system());
        owner = StudyOwner.open(folder.resolve("five.tandem"), options);
        return new OwnedStudy(owner, Runnable::run, owner::close);
    }

    private Study study() {
        Schedule schedule = new Schedule(1, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        return new Study(
                "five tasks",
                new DatasetReference(
                        DatasetReference.TASKONOMY, folder.resolve("rooms").toString()),
                Samples.rooms().tasks(),
                List.of(new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule)),
                1,
                PUBLISHED.networks(),
                List.of(),
                Budget.parse("2"));
    }
}
