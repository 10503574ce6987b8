package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.grouping.SearchWatch;
import app.tandem.loss.Measure;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyOwner;
import app.tandem.owner.StudyResults;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFolder;
import app.tandem.report.ReportProgress;
import app.tandem.report.Words;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.DesignHash;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.Provenance;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.SessionListener;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.common.TrainingState;
import app.tandem.workbench.queue.QueueModel;
import app.tandem.workbench.queue.QueueRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study on disk as the window sees it, with real workers where it trains. */
@Timeout(240)
class OwnedStudyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private Path file;

    /** Of the session that is open. */
    @SuppressWarnings("NullAway.Init")
    private StudyOwner owner;

    @BeforeEach
    void makeTheStudy() {
        file = folder.resolve("one.tandem");
        StudyFile.create(file, study()).close();
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void aGroupingThatIsKeptForABudgetIsMarkedOnceTheLossesChange() {
        Budget budget = Budget.parse("2");
        record(0.5);
        try (OwnedStudy session = open()) {
            session.keepSuggestions(budget, SearchWatch.NONE);
            assertThat(session.outdatedSuggestion("tiny", budget)).isEmpty();
        }
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            assertThat(open.suggestions())
                    .singleElement()
                    .satisfies(dated -> assertThat(dated.suggestion().budget()).isEqualTo(budget));
        }
        record(0.25);
        try (OwnedStudy session = open()) {
            assertThat(session.outdatedSuggestion("tiny", budget)).isPresent();
            assertThat(session.outdatedSuggestion("tiny", Budget.parse("3"))).isEmpty();

            session.keepSuggestions(budget, SearchWatch.NONE);
            assertThat(session.outdatedSuggestion("tiny", budget))
                    .as("the grouping of today is kept")
                    .isEmpty();
            assertThat(session.canUndo()).isFalse();
        }
    }

    @Test
    void aResultThatCannotBeSavedIsShownAndSavedWhenTheUserGoesOn() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        try (OwnedStudy session = open()) {
            assertThat(session.saved()).isEqualTo(SavedState.SAVED);
            sql("CREATE TRIGGER full BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'no space left'); END");
            session.train();
            owner.queue().awaitIdle();

            assertThat(session.saved().kind()).isEqualTo(SavedState.Kind.FAILED);
            assertThat(session.saved().reason()).contains("no space left", "safe in the folders");
            assertThat(session.haltReason()).isPresent();
            assertThat(session.training()).isEqualTo(TrainingState.PAUSED);
            assertThatThrownBy(session::train).isInstanceOf(UserException.class);

            sql("DROP TRIGGER full");
            session.train();
            owner.queue().awaitIdle();
            assertThat(session.saved()).isEqualTo(SavedState.SAVED);
            assertThat(session.losses("tiny").isMeasured(0, Measure.VALIDATION)).isTrue();
        }
    }

    @Test
    void networksThatAreWantedFirstAreTrainedBeforeTheOthers() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        try (OwnedStudy session = open()) {
            Network half = Network.of(TaskSet.of(0), EncoderSize.HALF);
            session.edit(StudyEdit.SetNetworks.adding(session.study(), List.of(half)));
            assertThat(session.runs())
                    .extracting(run -> run.key().network())
                    .hasSize(2)
                    .last()
                    .isEqualTo(half.key(session.study().taskIds()));

            session.trainFirst(List.of(half));

            assertThat(session.runs())
                    .extracting(run -> run.key().network())
                    .hasSize(2)
                    .first()
                    .isEqualTo(half.key(session.study().taskIds()));
            owner.queue().awaitIdle();
            assertThat(session.losses("tiny").networks()).hasSize(2);
            assertThat(session.losses("tiny").isMeasured(1, Measure.VALIDATION)).isTrue();
        }
    }

    @Test
    void whatWasCancelledBeforeTheStudyWasClosedIsTrainedOnlyOnceItIsPutBack() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        RunKey run;
        try (OwnedStudy session = open()) {
            run = session.runs().get(0).key();
            session.cancel(run);
            assertThat(session.training()).isEqualTo(TrainingState.GOING);
        }
        try (OwnedStudy session = open()) {
            assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.CANCELLED);
            session.train();
            owner.queue().awaitIdle();
            assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.CANCELLED);

            session.resume(run);
            owner.queue().awaitIdle();
            assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.DONE);
        }
    }

    @Test
    void whoDoesNotWaitForTheImagesTrainsNothingAndMayTrainLater() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        try (OwnedStudy session = open()) {
            session.addListener(change -> {
                if (session.preparing().isPresent()) {
                    session.stopPreparing();
                }
            });
            session.train();
            assertThat(session.preparing()).isEmpty();
            assertThat(owner.queue().statuses()).isEmpty();
            assertThat(session.training()).isEqualTo(TrainingState.NOT_STARTED);
        }
        try (OwnedStudy session = open()) {
            session.train();
            owner.queue().awaitIdle();
            assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.DONE);
        }
    }

    @Test
    void whatWasTrainedForAnotherDesignIsTrainedAgain() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        try (OwnedStudy session = open()) {
            session.train();
            owner.queue().awaitIdle();
            assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.DONE);

            session.edit(new StudyEdit.ChangeTask(study().tasks().get(0).withWeight(2)));
            assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.QUEUED);
            assertThat(session.training()).isEqualTo(TrainingState.NOT_STARTED);
            session.train();
            owner.queue().awaitIdle();
            assertThat(session.runs()).extracting(RunStatus::state).containsExactly(RunState.DONE);
            assertThat(session.losses("tiny").isMeasured(0, Measure.VALIDATION)).isTrue();
        }
    }

    @Test
    void aTaskRemovedWhileRunsOfItWaitTakesThemOutOfTheQueueAndUndoPutsThemBack() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        try (OwnedStudy session = open()) {
            session.edit(new StudyEdit.RestoreDesign(
                    Samples.rooms().tasks().subList(1, 3), Pool.everySubsetWithHalfSizeSingles(2), List.of()));
            session.pauseAll();
            owner.queue(owner.plan().missing(), Progress.NONE);
            List<RunKey> before = session.runs().stream().map(RunStatus::key).toList();
            assertThat(before).hasSize(5);
            List<RuntimeException> faults = new ArrayList<>();
            QueueModel model = new QueueModel(session, new Threads(Runnable::run, Runnable::run), faults::add);
            model.changed(SessionListener.Change.RUNS);
            model.select(model.rows().stream()
                    .filter(row -> row.key().network().contains("+"))
                    .findFirst()
                    .orElseThrow());

            session.edit(new StudyEdit.RemoveTask("normal"));
            model.changed(SessionListener.Change.STUDY);
            model.changed(SessionListener.Change.RUNS);

            assertThat(faults).isEmpty();
            assertThat(model.rows())
                    .extracting(QueueRow::key)
                    .isSubsetOf(RunPlan.keys(session.study()))
                    .hasSize(2);
            assertThat(model.setAsideProperty().get()).isEqualTo(3);
            assertThat(owner.queue().statuses()).hasSize(2);

            session.undo();
            model.changed(SessionListener.Change.RUNS);
            assertThat(model.rows()).extracting(QueueRow::key).containsExactlyElementsOf(before);
            assertThat(model.setAsideProperty().get()).isZero();
            session.train();
            owner.queue().awaitIdle();
            assertThat(session.runs()).extracting(RunStatus::state).containsOnly(RunState.DONE);
        }
    }

    @Test
    void theReportOfTheWindowIsTheOneOfTheCommandLine() throws Exception {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        ReportFolder window;
        try (OwnedStudy session = open()) {
            session.train();
            owner.queue().awaitIdle();
            assertThat(session.report("tiny", Locale.KOREAN).losses().epochs())
                    .as("the epochs need no dataset")
                    .isNotEmpty();
            window = new ReportFolder(
                    List.of(session.completeReport("tiny", Locale.KOREAN, Progress.NONE)), ReportChoice.EVERYTHING);
        }
        StudyResults results = StudyResults.read(file, "tiny", folder.resolve("cache"), Progress.NONE);
        ReportFolder commandLine = new ReportFolder(
                List.of(results.report(Budget.parse("1"), Words.in(Locale.KOREAN))), ReportChoice.EVERYTHING);
        List<Path> files = commandLine.write(folder.resolve("a"), ReportProgress.NONE);
        window.write(folder.resolve("b"), ReportProgress.NONE);
        assertThat(files).hasSize(ReportChoice.EVERYTHING.files(results.all())).allSatisfy(name -> assertThat(
                        folder.resolve("b").resolve(name.getFileName().toString()))
                .hasSameBinaryContentAs(name));
    }

    private void record(double loss) {
        Study study = study();
        Network network = study.networks().get(0);
        Map<String, Double> losses = Map.of(study.taskIds().get(0), loss);
        Provenance provenance = new Provenance(
                0,
                "data",
                DesignHash.of(study.tasks(), network, study.setting("tiny")),
                Map.of(),
                "cpu",
                1,
                Duration.ofSeconds(1),
                1000,
                100);
        try (StudyFile open = StudyFile.open(file)) {
            open.recordResult(
                    new RunKey(network.key(study.taskIds()), "tiny", 0),
                    new RunResult.Finished(1, Map.of(Measure.VALIDATION, losses, Measure.TEST, losses), provenance));
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private OwnedStudy open() {
        OwnerOptions options = new OwnerOptions(
                folder.resolve("cache"),
                LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                Device.AUTO,
                threads,
                InstantSource.system());
        owner = StudyOwner.open(file, options);
        return new OwnedStudy(owner, threads, owner::close);
    }

    private Study study() {
        Schedule schedule = new Schedule(1, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        return new Study(
                "one task",
                new DatasetReference(
                        DatasetReference.TASKONOMY, folder.resolve("rooms").toString()),
                Samples.rooms().tasks().subList(1, 2),
                List.of(new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule)),
                1,
                List.of(Network.of(TaskSet.of(0), EncoderSize.FULL)),
                List.of(),
                Budget.parse("1"));
    }
}
