package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.grouping.SearchWatch;
import app.tandem.loss.Measure;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunStatus;
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
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An open study with real files, and real workers where it trains. */
@Timeout(240)
class StudyOwnerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("two.tandem");
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void aStudyHasOneOwnerAtATime() {
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            assertThatThrownBy(() -> StudyOwner.open(file, options()))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(owner.path().getFileName().toString());
        }
        StudyOwner.open(file, options()).close();
    }

    private WeakReference<StudyOwner> openedAndClosed() {
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            return new WeakReference<>(owner);
        }
    }

    @Test
    void aStudyThatIsClosedIsKeptByNobody() {
        WeakReference<StudyOwner> closed = openedAndClosed();
        for (int i = 0; i < 100 && closed.get() != null; i++) {
            System.gc();
        }
        assertThat(closed.get()).isNull();
    }

    @Test
    void editsAreSavedAsTheyAreMadeAndTakenBack() {
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            owner.edit(new StudyEdit.SetBudget(Budget.parse("3/2")));
            owner.edit(new StudyEdit.SetSeeds(4));
            owner.undo();
            assertThat(owner.canRedo()).isTrue();
        }
        try (StudyOwner owner = StudyOwner.open(file, options())) {
            assertThat(owner.study()).isEqualTo(study().withBudget(Budget.parse("3/2")));
            assertThat(owner.canUndo()).isFalse();
        }
    }

    @Test
    void anEditThatDoesNotFitChangesNeitherStudyNorFile() {
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            assertThatThrownBy(() -> owner.edit(new StudyEdit.RemoveGrouping("none")))
                    .isInstanceOf(UserException.class);
            assertThat(owner.study()).isEqualTo(study());
        }
    }

    @Test
    void aBudgetThatPaysForNothingIsSaidAndNotSaved() {
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            GroupingSuggestion suggestion = owner.suggest("tiny", Budget.parse("1"), SearchWatch.NONE);

            assertThat(suggestion.best()).isEmpty();
            assertThat(suggestion.problem()).contains("depth_zbuffer");
            assertThat(owner.suggestions()).isEmpty();
        }
    }

    @Test
    void whatWasTrainedIsKeptSuggestedFromAndNeverTrainedAgain() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        Map<RunKey, RunResult> ended = new ConcurrentHashMap<>();
        try (StudyOwner owner = StudyOwner.create(file, study().withNetworks(Pool.upTo(2, 1)), options())) {
            owner.addListener(new StudyListener() {
                @Override
                public void runEnded(RunKey key, RunResult result) {
                    ended.put(key, result);
                }
            });
            train(owner);

            assertThat(ended).hasSize(4).allSatisfy((key, result) -> assertThat(result)
                    .isInstanceOf(RunResult.Finished.class));
            assertThat(owner.plan().missing()).isEmpty();
            assertThat(owner.losses("tiny").isMeasured(0, Measure.TEST)).isTrue();
            assertThat(owner.suggest("tiny", Budget.parse("1"), SearchWatch.NONE)
                            .best())
                    .isPresent();
            StudyResults results = owner.results("tiny", Progress.NONE);
            assertThat(results.study()).isEqualTo(owner.study());
            assertThat(results.epochs()).hasSize(4);
            assertThat(results.losses().isMeasured(0, Measure.TEST)).isTrue();
            assertThat(results.constants()).isEqualTo(owner.constantPrediction("tiny", Progress.NONE));
            assertThatThrownBy(() -> StudyOwner.open(file, options()))
                    .as("the lock is still held after the results were read")
                    .isInstanceOf(UserException.class);
            assertThat(owner.constantPrediction("tiny", Progress.NONE).get(Measure.TEST))
                    .containsOnlyKeys("depth_zbuffer", "normal");
        }
        ended.clear();
        try (StudyOwner owner = StudyOwner.open(file, options())) {
            assertThat(owner.plan().missing()).isEmpty();
            assertThat(owner.suggestions()).singleElement().satisfies(dated -> assertThat(dated.outOfDate())
                    .isFalse());

            owner.edit(StudyEdit.SetNetworks.adding(owner.study(), Pool.upTo(2, 2)));
            assertThat(owner.plan().missing()).hasSize(1);
            train(owner);

            assertThat(owner.suggestions()).singleElement().satisfies(dated -> assertThat(dated.outOfDate())
                    .isTrue());
            assertThat(owner.epochs(owner.plan().all().get(4).key())).hasSize(1);
        }
    }

    @Test
    void theOrderOfWhatWaitsIsKeptInTheFileAndFollowedByTheQueue() {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        List<RunKey> before;
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            before = waiting(owner);
            owner.queue(owner.plan().missing(), Progress.NONE);
            owner.toTrain().moveBefore(before.get(4), Optional.of(before.get(1)));
            owner.toTrain().moveBefore(before.get(0), Optional.empty());

            assertThat(owner.queue().statuses()).extracting(RunStatus::key).containsExactlyElementsOf(waiting(owner));
        }
        try (StudyOwner owner = StudyOwner.open(file, options())) {
            assertThat(waiting(owner))
                    .containsExactly(before.get(4), before.get(1), before.get(2), before.get(3), before.get(0));
            owner.toTrain().trainFirst(List.of(before.get(0), before.get(3)));
            assertThat(waiting(owner)).startsWith(before.get(0), before.get(3), before.get(4));

            owner.queue(owner.plan().all(), Progress.NONE);
            assertThat(owner.queue().statuses())
                    .as("however it is queued, it is trained in the order that is kept")
                    .extracting(RunStatus::key)
                    .containsExactlyElementsOf(waiting(owner));
        }
    }

    @Test
    void whatWaitsForOtherEpochsIsNotTrainedForThem() {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            owner.queue(owner.plan().missing(), Progress.NONE);
            int runs = owner.queue().statuses().size();
            owner.edit(new StudyEdit.ChangeTask(owner.study().tasks().get(0).withName("Another name")));
            assertThat(owner.queue().statuses()).as("a name shapes no result").hasSize(runs);

            owner.edit(new StudyEdit.SetSettings(owner.study().settings().stream()
                    .map(setting -> setting.withSchedule(setting.schedule().withEpochs(3)))
                    .toList()));
            assertThat(owner.queue().statuses()).isEmpty();
            owner.queue(owner.plan().missing(), Progress.NONE);
            assertThat(owner.queue().statuses())
                    .hasSize(runs)
                    .extracting(RunStatus::epochs)
                    .containsOnly(3);
        }
    }

    @Test
    void aRunKeepsItsPlaceWhileItsTaskIsTakenOut() {
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            List<RunKey> before = waiting(owner);
            RunKey normal = before.stream()
                    .filter(key -> key.network().startsWith("normal"))
                    .findFirst()
                    .orElseThrow();
            owner.toTrain().trainFirst(List.of(normal));
            owner.edit(new StudyEdit.RemoveTask("normal"));
            List<RunKey> rest = waiting(owner);
            owner.toTrain().trainFirst(List.of(rest.get(1)));
            owner.undo();

            assertThat(waiting(owner)).startsWith(rest.get(1), rest.get(0)).containsAll(before);
            assertThat(waiting(owner).indexOf(normal)).isEqualTo(2);
        }
    }

    @Test
    void anOrderThatCannotBeSavedIsNotTaken() throws Exception {
        try (StudyOwner owner = StudyOwner.create(file, study(), options());
                LockedFile locked = new LockedFile(file)) {
            List<RunKey> before = waiting(owner);
            assertThatThrownBy(() -> owner.toTrain().trainFirst(List.of(before.get(2))))
                    .isInstanceOf(UserException.class);
            assertThat(waiting(owner)).isEqualTo(before);
            locked.release();
        }
    }

    private static List<RunKey> waiting(StudyOwner owner) {
        return owner.plan().missing().stream().map(RunPlan.Planned::key).toList();
    }

    @Test
    void aResultThatCannotBeSavedStopsTheQueueAndIsSavedLaterWithoutTraining() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        List<String> told = new CopyOnWriteArrayList<>();
        Study three = study().withSeeds(3).withNetworks(Pool.upTo(2, 1).subList(0, 1));
        try (StudyOwner owner = StudyOwner.create(file, three, options())) {
            owner.addListener(new StudyListener() {
                @Override
                public void saveFailed(UserException problem) {
                    told.add("failed");
                }

                @Override
                public void runEnded(RunKey key, RunResult result) {
                    told.add("saved " + key.seed());
                }
            });
            owner.queue(owner.plan().missing().subList(0, 1), Progress.NONE);
            try (LockedFile locked = new LockedFile(file)) {
                owner.queue().start();
                owner.queue().awaitIdle();

                assertThat(told).isNotEmpty().containsOnly("failed");
                assertThat(owner.queue().isActive()).isFalse();
                assertThat(owner.queue().haltReason()).hasValueSatisfying(reason -> assertThat(reason)
                        .contains("Another program is writing the study")
                        .contains("safe in the folders"));
                assertThat(owner.unsavedResults()).isPresent();
                assertThat(owner.plan().missing()).hasSize(3);
                locked.release();
            }
            owner.saveResults();
            assertThat(told).endsWith("saved 0");
            assertThat(owner.unsavedResults()).isEmpty();
            assertThat(owner.plan().missing()).hasSize(2);

            owner.queue(owner.plan().missing(), Progress.NONE);
            owner.queue().start();
            owner.queue().awaitIdle();
            assertThat(owner.plan().missing()).isEmpty();
        }
    }

    /** Another program that writes a study, as a backup or an SQLite browser might. */
    private static final class LockedFile implements AutoCloseable {

        private final Connection connection;

        LockedFile(Path study) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + study);
            execute("BEGIN IMMEDIATE");
        }

        void release() throws SQLException {
            execute("ROLLBACK");
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static void train(StudyOwner owner) throws InterruptedException {
        owner.queue(owner.plan().missing(), Progress.NONE);
        owner.queue().start();
        owner.queue().awaitIdle();
    }

    private OwnerOptions options() {
        Path cache = folder.resolve("cache");
        return new OwnerOptions(
                cache,
                LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                Device.AUTO,
                threads,
                InstantSource.system());
    }

    private Study study() {
        Schedule schedule = new Schedule(1, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        return new Study(
                "two tasks",
                new DatasetReference(
                        DatasetReference.TASKONOMY, folder.resolve("rooms").toString()),
                Samples.rooms().tasks().subList(1, 3),
                List.of(new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule)),
                1,
                Pool.everySubsetWithHalfSizeSingles(2),
                List.of(),
                Budget.parse("2.5"));
    }
}
