package app.tandem.workbench;

import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyOwner;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.workbench.board.BoardModel;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.grouping.GroupingModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The board's model over a real study file, in a process of its own: duplicates a grouping twenty times a second and prints
 * how many there are on screen, until it is killed.
 */
final class BoardProcess {

    private static final int GESTURE_MILLIS = 50;

    private BoardProcess() {}

    public static void main(String[] arguments) throws Exception {
        ExecutorService background = Executors.newCachedThreadPool(DaemonThreads.named("background"));
        ScheduledExecutorService window = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("window"));
        StudyOwner owner = StudyOwner.open(
                Path.of(arguments[0]),
                new OwnerOptions(
                        CacheFolder.ofThisProcess(),
                        LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), background),
                        Device.CPU,
                        background,
                        InstantSource.system()));
        OwnedStudy session = new OwnedStudy(owner, background, owner::close);
        Threads threads = new Threads(background, window);
        Consumer<RuntimeException> fail = fault -> {
            fault.printStackTrace();
            Runtime.getRuntime().halt(1);
        };
        Callable<BoardModel> build = () -> {
            EditedStudy study = new EditedStudy(session, session.study(), threads, fail);
            GroupingModel best = new GroupingModel(session, study, threads, fail);
            BoardModel board = new BoardModel(session, study, best, threads, fail);
            session.addListener(study::changed);
            session.addListener(best::changed);
            session.addListener(board::changed);
            return board;
        };
        BoardModel board = window.submit(build).get();
        window.scheduleAtFixedRate(() -> gesture(board), 0, GESTURE_MILLIS, TimeUnit.MILLISECONDS)
                .get();
    }

    private static void gesture(BoardModel board) {
        int number = board.boardProperty().get().study().groupings().size();
        board.duplicate("copy " + number);
        System.out.println(
                board.boardProperty().get().study().groupings().size() + " " + System.nanoTime() / 1_000_000);
    }
}
