package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.grouping.GuidedAdvice;
import app.tandem.grouping.GuidedReplay;
import app.tandem.grouping.GuidedSearch;
import app.tandem.grouping.MethodOutcome;
import app.tandem.grouping.PublishedLosses;
import app.tandem.loss.LossTable;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.WorkerLauncher;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A guided training of a real study with a real queue, whose runs end with the published losses. */
@Timeout(120)
class GuidedTrainingTest {

    private static final LossTable PUBLISHED = PublishedLosses.setting("setting1");
    private static final Budget BUDGET = Budget.parse("2.5");
    private static final GuidedGoal GOAL = new GuidedGoal("tiny", BUDGET, OptionalInt.empty());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path images;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @BeforeAll
    static void makeImages() {
        new RoomsGenerator(3, 32).write(images.resolve("rooms"), 12, Progress.NONE);
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void withOneWorkerItTrainsWhatItsReplayTrainsAndStopsByItself() throws Exception {
        KnownLossWorkers workers = workers(1);
        GuidedReplay replay = GuidedSearch.USUAL.replay(PUBLISHED, BUDGET);
        List<String> replayed = replay.steps().stream()
                .flatMap(step -> step.train().stream())
                .map(network -> network.key(PUBLISHED.taskIds()))
                .toList();
        try (StudyOwner owner = create(workers, 1)) {
            owner.guided().begin(GOAL, Progress.NONE);
            train(owner);

            assertThat(networks(workers)).containsExactlyElementsOf(replayed);
            GuidedVerdict verdict = verdict(owner);
            assertThat(verdict.isFinal()).isTrue();
            assertThat(owner.guided().isGoing()).isFalse();
            assertThat(verdict.advice().state()).isEqualTo(replay.last().state());
            assertThat(verdict.advice().chance()).isEqualTo(replay.last().chance());
            assertThat(verdict.advice().spent()).isEqualTo(replay.last().spent());
            assertThat(verdict.advice().best()).contains(((MethodOutcome.Chosen) replay.outcome()).selection());
            assertThat(owner.plan().missing()).hasSize(36 - replayed.size());
        }
    }

    @Test
    void whatEndsWhileTheStudyIsClosedChoosesNothingMore() throws Exception {
        StudyOwner owner = create(workers(1).ending(0), 1);
        owner.guided().begin(GOAL, Progress.NONE);
        RunKey run = owner.queue().statuses().get(0).key();
        StudyListener ear = owner.guided().ear(Runnable::run);
        owner.close();

        ear.runEnded(run, new RunResult.Failed(RunResult.Failure.CRASHED, "late"));

        assertThat(owner.guided().problem()).isEmpty();
        assertThat(owner.guided().isGoing()).isTrue();
    }

    @Test
    void closedInTheMiddleItGoesOnAsIfNothingHadBeen() throws Exception {
        GuidedVerdict before;
        List<String> trained;
        KnownLossWorkers first = workers(2).ending(12);
        try (StudyOwner owner = create(first, 1)) {
            owner.guided().begin(GOAL, Progress.NONE);
            owner.queue().start();
            awaitResults(owner, 12);
            before = verdict(owner);
            trained = networks(first).subList(0, 12);
        }
        assertThat(before.underWay()).hasSize(2);
        assertThat(before.going()).isTrue();

        KnownLossWorkers second = workers(2);
        try (StudyOwner owner = open(second)) {
            GuidedVerdict rested = verdict(owner);
            assertThat(rested.going()).isFalse();
            assertThat(rested.underWay()).isEqualTo(before.underWay());
            assertThat(rested.advice().chance()).isEqualTo(before.advice().chance());
            assertThat(rested.advice().best()).isEqualTo(before.advice().best());
            assertThat(rested.advice().prospects()).containsOnlyKeys(before.underWay());

            owner.guided().goOn(Progress.NONE);
            train(owner);

            assertThat(verdict(owner).isFinal()).isTrue();
            assertThat(networks(second)).startsWith(keys(before.underWay()).toArray(String[]::new));
            assertThat(networks(second)).doesNotContainAnyElementsOf(trained);
        }
    }

    @Test
    void asManyRunsAreUnderWayAsThereAreWorkers() throws Exception {
        try (StudyOwner owner = create(workers(3).ending(11), 1)) {
            owner.guided().begin(GOAL, Progress.NONE);
            owner.queue().start();
            awaitResults(owner, 11);

            assertThat(verdict(owner).underWay()).hasSize(3);
            assertThat(verdict(owner).advice().state()).isEqualTo(GuidedAdvice.State.SEARCHING);
        }
    }

    @Test
    void aNetworkIsKnownOnceEverySeedHasEnded() throws Exception {
        KnownLossWorkers workers = workers(1).ending(21);
        try (StudyOwner owner = create(workers, 2)) {
            owner.guided().begin(GOAL, Progress.NONE);
            owner.queue().start();
            awaitResults(owner, 21);

            GuidedVerdict half = verdict(owner);
            assertThat(half.advice().spent().snt()).isEqualTo(Fraction.of(10));
            assertThat(half.underWay()).hasSize(1);
            workers.ending(1);
            awaitResults(owner, 22);
            assertThat(verdict(owner).advice().spent().snt()).isGreaterThan(Fraction.of(10));
        }
    }

    @Test
    void ofOneSeedNoOtherIsTrained() throws Exception {
        KnownLossWorkers workers = workers(1);
        try (StudyOwner owner = create(workers, 2)) {
            owner.guided().begin(new GuidedGoal("tiny", BUDGET, OptionalInt.of(1)), Progress.NONE);
            train(owner);

            assertThat(verdict(owner).isFinal()).isTrue();
            assertThat(workers.launched()).hasSizeGreaterThan(10).allMatch(key -> key.seed() == 1);
        }
    }

    @Test
    void whatDivergesOrFailsIsToldAndLeftOut() throws Exception {
        RunResult diverged = new RunResult.Diverged(
                3, List.of("Lower it"), new Provenance(0, "", "", Map.of(), "cpu", 1, Duration.ofSeconds(1), 1, 1));
        RunResult failed = new RunResult.Failed(RunResult.Failure.OUT_OF_MEMORY, "The heap is full.");
        String first = "segment_semantic+depth_zbuffer@1";
        String second = "normal+edge_texture@1";
        try (StudyOwner owner = create(workers(1).with(first, diverged).with(second, failed), 1)) {
            owner.guided().begin(GOAL, Progress.NONE);
            train(owner);

            GuidedVerdict verdict = verdict(owner);
            assertThat(verdict.isFinal()).isTrue();
            assertThat(keys(verdict.leftOut())).containsExactlyInAnyOrder(first, second);
            assertThat(keys(verdict.losses().networks())).doesNotContain(first, second);
            assertThat(verdict.advice().limit().snt().toDouble())
                    .as("what it may spend stands from the start")
                    .isEqualTo(17.5);
        }
        KnownLossWorkers again = workers(1);
        try (StudyOwner owner = open(again)) {
            owner.guided().goOn(Progress.NONE);
            train(owner);

            assertThat(networks(again)).as("what failed is tried again").startsWith(second);
            assertThat(keys(verdict(owner).leftOut())).containsExactly(first);
        }
    }

    @Test
    void aCancelledRunIsLeftOutAndAnotherChosen() throws Exception {
        try (StudyOwner owner = create(workers(1).ending(10), 1)) {
            owner.guided().begin(GOAL, Progress.NONE);
            owner.queue().start();
            awaitResults(owner, 10);
            Network chosen = verdict(owner).underWay().get(0);
            CountDownLatch cancelled = new CountDownLatch(1);
            owner.addListener(new StudyListener() {
                @Override
                public void guidedChanged() {
                    cancelled.countDown();
                }
            });

            owner.toTrain().cancel(new RunKey(chosen.key(PUBLISHED.taskIds()), "tiny", 0));
            cancelled.await();

            assertThat(verdict(owner).leftOut()).containsExactly(chosen);
            assertThat(verdict(owner).underWay()).hasSize(1).doesNotContain(chosen);

            owner.guided().goOn(Progress.NONE);
            assertThat(verdict(owner).leftOut())
                    .as("it is not brought back without being asked for")
                    .containsExactly(chosen);
        }
    }

    @Test
    void otherRunsThatWaitAreHeldBackUntilItEnds() throws Exception {
        try (StudyOwner owner = create(workers(1).ending(0), 1)) {
            owner.queue(owner.plan().missing(), Progress.NONE);
            owner.guided().begin(GOAL, Progress.NONE);
            assertThat(owner.queue().statuses()).hasSize(10);
            owner.edit(new StudyEdit.SetBudget(Budget.parse("4")));
            assertThat(owner.queue().statuses()).as("after an edit, too").hasSize(10);

            owner.guided().end();

            assertThat(owner.queue().statuses()).hasSize(36);
            assertThat(owner.guided().goal()).isEmpty();
            assertThat(owner.guided().verdict()).isEmpty();
        }
    }

    @Test
    void aGoalThatCannotBeReachedIsRefusedAndNothingChanged() {
        try (StudyOwner owner = create(workers(1), 1)) {
            for (GuidedGoal goal : List.of(
                    new GuidedGoal("none", BUDGET, OptionalInt.empty()),
                    new GuidedGoal("tiny", BUDGET, OptionalInt.of(1)),
                    new GuidedGoal("tiny", Budget.parse("1/2"), OptionalInt.empty()))) {
                assertThatThrownBy(() -> owner.guided().begin(goal, Progress.NONE))
                        .isInstanceOf(UserException.class);
            }
            assertThat(owner.guided().goal()).isEmpty();
            assertThat(owner.queue().statuses()).isEmpty();
        }
    }

    @Test
    void whenTheStudyLosesItsSettingItSaysSoAndStops() throws Exception {
        try (StudyOwner owner = create(workers(1).ending(0), 1)) {
            owner.guided().begin(GOAL, Progress.NONE);
            CountDownLatch told = new CountDownLatch(1);
            owner.addListener(new StudyListener() {
                @Override
                public void guidedChanged() {
                    told.countDown();
                }
            });

            owner.edit(new StudyEdit.SetSettings(List.of(setting("other"))));
            told.await();

            assertThat(owner.guided().problem())
                    .hasValueSatisfying(problem -> assertThat(problem).hasMessageContaining("tiny"));
            assertThat(owner.guided().isGoing()).isFalse();
        }
    }

    @Test
    void whatItFindsIsNearTheOptimumForHalfOfTheTraining() throws Exception {
        try (StudyOwner owner = create(workers(4), 1)) {
            owner.guided().begin(GOAL, Progress.NONE);
            train(owner);

            GuidedAdvice advice = verdict(owner).advice();
            double best = advice.best().orElseThrow().validationLoss();
            double optimum = app.tandem.grouping.GroupingSolver.frontier(
                            PUBLISHED, app.tandem.grouping.SearchOptions.COVER)
                    .require(BUDGET)
                    .validationLoss();
            assertThat(best).isCloseTo(optimum, within(0.02 * optimum));
            assertThat(advice.spent().snt().toDouble()).isLessThanOrEqualTo(17.5);
            assertThat(advice.limit().snt().toDouble()).isEqualTo(17.5);
        }
    }

    private static GuidedVerdict verdict(StudyOwner owner) {
        return owner.guided().verdict().orElseThrow();
    }

    private static List<String> networks(KnownLossWorkers workers) {
        return workers.launched().stream().map(RunKey::network).toList();
    }

    private static List<String> keys(List<Network> networks) {
        return networks.stream()
                .map(network -> network.key(PUBLISHED.taskIds()))
                .toList();
    }

    private static void train(StudyOwner owner) throws InterruptedException {
        owner.queue().start();
        owner.queue().awaitIdle();
    }

    /** Until so many runs have ended, and what follows from them is chosen. */
    private static void awaitResults(StudyOwner owner, int runs) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        StudyListener listener = new StudyListener() {
            @Override
            public void guidedChanged() {
                if (ended(owner) >= runs) {
                    enough.countDown();
                }
            }
        };
        owner.addListener(listener);
        if (ended(owner) < runs) {
            enough.await();
        }
        owner.removeListener(listener);
    }

    private static long ended(StudyOwner owner) {
        return owner.queue().statuses().stream()
                .map(RunStatus::state)
                .filter(RunState.DONE::equals)
                .count();
    }

    private KnownLossWorkers workers(int slots) {
        return new KnownLossWorkers(PUBLISHED, slots, threads);
    }

    private StudyOwner create(WorkerLauncher workers, int seeds) {
        return StudyOwner.create(folder.resolve("five.tandem"), study().withSeeds(seeds), options(workers));
    }

    private StudyOwner open(WorkerLauncher workers) {
        return StudyOwner.open(folder.resolve("five.tandem"), options(workers));
    }

    private OwnerOptions options(WorkerLauncher workers) {
        return new OwnerOptions(folder.resolve("cache"), workers, Device.AUTO, threads, InstantSource.system());
    }

    private static Study study() {
        return new Study(
                "five tasks",
                new DatasetReference(
                        DatasetReference.TASKONOMY, images.resolve("rooms").toString()),
                Samples.rooms().tasks(),
                List.of(setting("tiny")),
                1,
                PUBLISHED.networks(),
                List.of(),
                BUDGET);
    }

    private static Setting setting(String name) {
        Schedule schedule = new Schedule(1, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        return new Setting(name, EncoderDepth.LIGHT, Fraction.ONE, 32, schedule);
    }
}
