package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.Samples;
import app.tandem.loss.Measure;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyOwner;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.QueueListener;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.workbench.losses.LossesModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A whole study by hand, on real photographs: real gestures, real files, real workers. */
@OnDisplay
@Timeout(300)
class WholeStudyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private StudyOwner owner;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) throws Exception {
        // Everything that may wait is done before, and on another thread than the window's.
        threads.submit(this::openTheStudy).get();
        OwnedStudy session = new OwnedStudy(owner, threads, owner::close);
        window = new WindowUnderTest(stage, Optional.of(session), List.of());
    }

    private void openTheStudy() {
        Samples.Sample fashion = Samples.named("fashion");
        Schedule schedule = new Schedule(6, 16, 0.05, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 2);
        Setting few = new Setting("few", EncoderDepth.LIGHT, Fraction.of(1, 5), fashion.inputSize(), schedule);
        Study study = new Study(
                "garments",
                fashion.reference(),
                fashion.tasks(),
                List.of(few),
                1,
                List.of(),
                List.of(),
                Budget.parse("5/2"));
        OwnerOptions options = new OwnerOptions(
                folder.resolve("cache"),
                LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                Device.AUTO,
                threads,
                InstantSource.system());
        owner = StudyOwner.create(folder.resolve("garments.tandem"), study, options);
    }

    @AfterEach
    void stop() {
        window.background.close();
        owner.close();
        threads.shutdown();
    }

    private void rest() {
        window.background.awaitQuiet();
    }

    /** {@code LR@1}: the tasks of each network of the grouping, and its encoder. */
    private List<String> networks() {
        rest();
        return owner.study().groupings().get(0).members().stream()
                .map(Grouping.Member::network)
                .map(network -> network.key(List.of("L", "R", "T", "K", "E")).replace("+", ""))
                .toList();
    }

    private void drag(FxRobot robot, String task, String target) {
        robot.drag("#palette-" + task).dropTo(target);
        rest();
    }

    private static void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    @Test
    void isBuiltTrainedReadAndReportedWithThePointer(FxRobot robot) throws Exception {
        window.go(Page.BOARD);
        buildTheGrouping(robot);
        trainWithAPause(robot);
        readTheLosses(robot);
        lookForTheBest(robot);
        writeTheReport(robot);
        closeAndLookIntoTheFile();
    }

    private void buildTheGrouping(FxRobot robot) {
        robot.clickOn("#create-grouping");
        rest();
        drag(robot, "left_class", "#new-network");
        drag(robot, "right_class", "#column-A");
        drag(robot, "edges", "#new-network");
        drag(robot, "keypoints", "#new-network");
        drag(robot, "reconstruction", "#column-B");
        assertThat(networks()).containsExactly("LR@1", "TE@1", "K@1");

        robot.clickOn("#encoder-C").clickOn("Encoder ½");
        assertThat(networks()).containsExactly("LR@1", "TE@1", "K@1/2");
        control(robot, KeyCode.Z);
        assertThat(networks()).containsExactly("LR@1", "TE@1", "K@1");
        control(robot, KeyCode.Y);
        assertThat(networks()).containsExactly("LR@1", "TE@1", "K@1/2");

        robot.clickOn("#candidates").clickOn("#candidates-mine");
        rest();
        assertThat(owner.study().networks()).hasSize(3);
        window.screenshot("whole-board");
    }

    private void trainWithAPause(FxRobot robot) throws Exception {
        CompletableFuture<RunStatus> stepped = new CompletableFuture<>();
        owner.queue().addListener(new QueueListener() {
            @Override
            public void statusChanged(RunStatus status) {
                if (status.state() == RunState.RUNNING && status.epoch() > 0) {
                    stepped.complete(status);
                }
            }
        });
        robot.clickOn("#board-train");
        stepped.get(120, TimeUnit.SECONDS);
        window.go(Page.TRAIN);
        robot.clickOn("#pause-all");
        rest();
        owner.queue().awaitIdle();
        assertThat(owner.queue().statuses()).noneMatch(status -> status.state() == RunState.RUNNING);
        assertThat(owner.queue().statuses()).anyMatch(status -> status.state() == RunState.PAUSED);

        rest();
        window.screenshot("whole-paused");
        robot.clickOn("#pause-all");
        rest();
        owner.queue().awaitIdle();
        assertThat(owner.queue().statuses()).hasSize(3).allSatisfy(status -> assertThat(status.state())
                .isEqualTo(RunState.DONE));
    }

    private void readTheLosses(FxRobot robot) {
        robot.clickOn("#page-losses");
        rest();
        window.screenshot("whole-losses");
        LossesModel losses = window.model().studyProperty().get().orElseThrow().losses();
        assertThat(losses.countProperty().get().measured()).isEqualTo(3);
        assertThat(robot.lookup("#losses-table").<Node>query().isVisible()).isTrue();
    }

    private void lookForTheBest(FxRobot robot) {
        robot.clickOn("#page-grouping");
        rest();
        TextField field = robot.lookup("#budget-field").queryAs(TextField.class);
        robot.doubleClickOn(field).write("3").type(KeyCode.ENTER);
        rest();
        window.screenshot("whole-grouping");
        assertThat(owner.study().budget()).isEqualTo(Budget.parse("3"));
        assertThat(window.model().studyProperty().get().orElseThrow().grouping().best())
                .hasValueSatisfying(best -> assertThat(best.networks()).hasSize(3));
    }

    private void writeTheReport(FxRobot robot) throws Exception {
        robot.clickOn("#page-report");
        rest();
        robot.clickOn("#write-report");
        rest();
        window.screenshot("whole-report");
        try (Stream<Path> written = Files.walk(folder.resolve("garments-report"))) {
            assertThat(written.map(file -> file.getFileName().toString()))
                    .contains("losses.csv", "grouping.pdf", "grouping.svg", "budget-curve.png");
        }
    }

    private void closeAndLookIntoTheFile() {
        owner.close();
        try (StudyFile file = StudyFile.openReadOnly(folder.resolve("garments.tandem"))) {
            assertThat(file.study().groupings()).hasSize(1);
            assertThat(file.lossTable("few").networks()).allSatisfy(network -> assertThat(file.lossTable("few")
                            .isMeasured(file.lossTable("few").networks().indexOf(network), Measure.VALIDATION))
                    .isTrue());
        }
    }
}
