package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.owner.StudyOwner;
import app.tandem.run.DaemonThreads;
import app.tandem.run.QueueListener;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Grouping;
import app.tandem.study.Study;
import app.tandem.workbench.common.StudySession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A whole study without a pointer: opened, built, trained, read and reported by keys alone, on a real file. */
@OnDisplay
@Timeout(180)
class WholeStudyByKeysTest {

    /** Enough to press pause before the end. */
    private static final int EPOCHS = 100;

    private static final int MOST_STOPS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("test"));

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private volatile StudyOwner owner;

    @SuppressWarnings("NullAway.Init")
    private WindowUnderTest window;

    @Start
    void start(Stage stage) throws Exception {
        threads.submit(this::makeTheStudy).get();
        window = new WindowUnderTest(stage, List.of(file), this::open);
    }

    private Void makeTheStudy() throws Exception {
        TinyStudy.writeRooms(folder.resolve("rooms"));
        file = folder.resolve("keys.tandem");
        Study study = TinyStudy.of("keys", folder.resolve("rooms"), EPOCHS);
        StudyFile.create(file, study.withNetworks(List.of()).withGroupings(List.of()))
                .close();
        return null;
    }

    private StudySession open(Path study) {
        owner = StudyOwner.open(study, TinyStudy.options(folder.resolve("cache"), threads));
        return new OwnedStudy(owner, threads, owner::close);
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

    private String focused() {
        rest();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Optional.ofNullable(window.stage.getScene().getFocusOwner())
                        .map(Node::getId)
                        .orElse(""));
    }

    /** Goes from stop to stop of the focus until it is on a node. */
    private void tabTo(FxRobot robot, String id) {
        for (int stop = 0; stop < MOST_STOPS && !Objects.equals(focused(), id); stop++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    /** Presses keys one after the other, and waits for what each one does. */
    private void type(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
            rest();
        }
    }

    private void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        rest();
    }

    /** {@code DS@1}: the tasks of each network of the grouping, and its encoder. */
    private List<String> networks() {
        rest();
        return owner.study().groupings().get(0).members().stream()
                .map(Grouping.Member::network)
                .map(network -> network.key(List.of("D", "S")).replace("+", ""))
                .toList();
    }

    @Test
    void isBuiltTrainedReadAndReportedWithoutThePointer(FxRobot robot) throws Exception {
        tabTo(robot, "recent-keys");
        control(robot, KeyCode.K);
        robot.write("start keys");
        type(robot, KeyCode.ENTER);
        buildTheGrouping(robot);
        trainWithAPause(robot);
        readTheLosses(robot);
        keepAnotherBudget(robot);
        writeTheReport(robot);
        control(robot, KeyCode.Q);
        window.closed.get(30, TimeUnit.SECONDS);
    }

    private void buildTheGrouping(FxRobot robot) {
        control(robot, KeyCode.DIGIT1);
        tabTo(robot, "create-grouping");
        type(robot, KeyCode.SPACE);
        tabTo(robot, "palette-depth_zbuffer");
        type(robot, KeyCode.ENTER, KeyCode.ENTER);
        assertThat(networks()).containsExactly("D@1");
        tabTo(robot, "palette-normal");
        type(robot, KeyCode.ENTER, KeyCode.ENTER);
        assertThat(networks()).containsExactly("DS@1");
        assertThat(focused()).isEqualTo("card-0-normal");
        control(robot, KeyCode.RIGHT);
        assertThat(networks()).containsExactly("D@1", "S@1");

        tabTo(robot, "encoder-B");
        type(robot, KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(networks()).containsExactly("D@1", "S@1/2");
        control(robot, KeyCode.Z);
        assertThat(networks()).containsExactly("D@1", "S@1");
        control(robot, KeyCode.Y);
        assertThat(networks()).containsExactly("D@1", "S@1/2");
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
        tabTo(robot, "board-train");
        type(robot, KeyCode.SPACE);
        assertThat(window.model().pageProperty().get()).isEqualTo(Page.TRAIN);
        stepped.get(60, TimeUnit.SECONDS);
        // By its name and without waiting for quiet, which there is none of while it trains.
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("pause all");
        robot.type(KeyCode.ENTER);
        owner.queue().awaitIdle();
        assertThat(owner.queue().statuses()).anyMatch(status -> status.state() == RunState.PAUSED);

        tabTo(robot, "pause-all");
        type(robot, KeyCode.SPACE);
        owner.queue().awaitIdle();
        assertThat(owner.queue().statuses()).extracting(RunStatus::state).containsOnly(RunState.DONE);
    }

    private void readTheLosses(FxRobot robot) {
        control(robot, KeyCode.DIGIT3);
        tabTo(robot, "losses-table");
        assertThat(window.model()
                        .studyProperty()
                        .get()
                        .orElseThrow()
                        .losses()
                        .countProperty()
                        .get()
                        .measured())
                .isEqualTo(2);
    }

    private void keepAnotherBudget(FxRobot robot) {
        control(robot, KeyCode.DIGIT4);
        tabTo(robot, "budget-field");
        control(robot, KeyCode.A);
        robot.write("2");
        type(robot, KeyCode.ENTER);
        assertThat(owner.study().budget()).isEqualTo(Budget.parse("2"));
        assertThat(window.model().studyProperty().get().orElseThrow().grouping().best())
                .hasValueSatisfying(best -> assertThat(best.networks()).hasSize(2));
    }

    private void writeTheReport(FxRobot robot) throws Exception {
        control(robot, KeyCode.DIGIT5);
        tabTo(robot, "write-report");
        type(robot, KeyCode.SPACE);
        Path written = folder.resolve("keys-report").resolve("losses.csv");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(written));
        rest();
    }
}
