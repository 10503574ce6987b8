package app.tandem.bench;

import app.tandem.data.Samples;
import app.tandem.owner.NewStudy;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyOwner;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.workbench.OwnedStudy;
import app.tandem.workbench.Workbench;
import app.tandem.workbench.WorkbenchContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.application.Platform;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * A minute of typical gestures in the real window, while this machine's workers train the sample of rooms: every time that
 * the JavaFX thread did not answer for longer than 100 ms, and what it did then.
 *
 * <p>Argument: seconds (default 60).
 */
public final class WindowMinute {

    private static final int WORKERS = 2;
    private static final int LOOK = 200;

    private final Path folder;
    private final int seconds;
    private final ExecutorService background = Executors.newCachedThreadPool(DaemonThreads.named("background"));
    private final LocalWorkers workers;
    private final StudyOwner owner;

    private WindowMinute(Path folder, int seconds) {
        this.folder = folder;
        this.seconds = seconds;
        Path cache = CacheFolder.ofThisProcess();
        this.workers = LocalWorkers.on(Device.AUTO, cache, background);
        OwnerOptions options = new OwnerOptions(
                cache,
                workers,
                Device.AUTO,
                Executors.newSingleThreadExecutor(DaemonThreads.named("queue")),
                InstantSource.system());
        this.owner = StudyOwner.create(folder.resolve("rooms.tandem"), NewStudy.of(Samples.rooms()), options);
    }

    /** Runs the benchmark and prints its figures. */
    public static void main(String[] arguments) throws IOException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        Path folder = Files.createTempDirectory("tandem-window");
        try {
            new WindowMinute(folder, seconds).run();
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() {
        OwnedStudy session = new OwnedStudy(owner, background, owner::close);
        Future<?> use = background.submit(() -> use(session));
        Workbench.launch(new WorkbenchContext(
                new NothingElse(),
                Optional.empty(),
                Optional.of(session),
                background,
                folder.resolve("choices").resolve("window.properties"),
                CacheFolder.ofThisProcess(),
                browsed -> {},
                workers));
        try {
            use.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be used", e.getCause());
        }
    }

    private boolean use(OwnedStudy session) throws InterruptedException, ExecutionException {
        session.train();
        while (!trains()) {
            Thread.sleep(LOOK);
        }
        try {
            Hand hand = new Hand();
            hand.click("#page-board");
            hand.click("#create-grouping");
            measure(hand);
        } finally {
            session.pauseAll();
            owner.queue().awaitIdle();
            Platform.runLater(() -> List.copyOf(Window.getWindows())
                    .forEach(window -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST))));
        }
        return true;
    }

    /** Whether every worker trains, and a first result is there to be looked at. */
    private boolean trains() {
        owner.queue().haltReason().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        List<RunStatus> runs = owner.queue().statuses();
        long running =
                runs.stream().filter(run -> run.state() == RunState.RUNNING).count();
        return running == WORKERS && runs.stream().anyMatch(run -> run.state() == RunState.DONE);
    }

    private void measure(Hand hand) throws InterruptedException, ExecutionException {
        try (StallWatch watch = new StallWatch(Hand.onWindow(Thread::currentThread))) {
            WindowGestures gestures = new WindowGestures(hand, watch);
            // What is done for the first time loads classes, styles and glyphs: it is measured apart.
            gestures.round(Long.MAX_VALUE);
            int first = watch.answers().size();
            long deadline = System.nanoTime() + seconds * 1_000_000_000L;
            int rounds = 0;
            while (System.nanoTime() < deadline) {
                gestures.round(deadline);
                rounds++;
            }
            List<StallWatch.Answer> answers = watch.answers();
            print("the first round of gestures", answers.subList(0, first));
            print(seconds + " s of gestures, " + rounds + " rounds", answers.subList(first, answers.size()));
        }
    }

    private static void print(String what, List<StallWatch.Answer> answers) {
        List<StallWatch.Answer> stalls =
                answers.stream().filter(StallWatch.Answer::isStall).toList();
        double longest =
                answers.stream().mapToDouble(StallWatch.Answer::millis).max().orElse(0);
        System.out.printf(
                "%s: %d stalls over %d ms, the longest answer after %.0f ms, 99 of 100 within %.0f ms%n",
                what, stalls.size(), StallWatch.STALL, longest, percentile(answers, 0.99));
        stalls.forEach(stall -> System.out.printf(
                "  %4.0f ms  %-28s %s%n",
                stall.millis(), stall.during(), stall.doing().orElse("")));
    }

    private static double percentile(List<StallWatch.Answer> answers, double share) {
        double[] sorted =
                answers.stream().mapToDouble(StallWatch.Answer::millis).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }
}
