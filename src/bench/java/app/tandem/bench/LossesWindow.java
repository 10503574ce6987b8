package app.tandem.bench;

import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyOwner;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.workbench.OwnedStudy;
import app.tandem.workbench.Workbench;
import app.tandem.workbench.WorkbenchContext;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A study of 5,000 runs and 36 tasks in the real window: how soon its losses are in sight, and for how long sorting and
 * filtering them holds the JavaFX thread. Each measurement has a window of its own, fresh as a user's.
 *
 * <p>Arguments: runs (default 5000), seeds (default 1; the table has a row for every network).
 */
public final class LossesWindow {

    private static final String CHILD = "window";

    private LossesWindow() {}

    /** Runs the benchmark and prints its figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals(CHILD)) {
            show(Path.of(arguments[1]), arguments[2].equals("soon"));
            return;
        }
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("tandem-losses");
        Path file = folder.resolve("large.tandem");
        try {
            System.out.printf("writing a study of %,d runs and %d tasks …%n", runs, LargeStudy.TASKS);
            LargeStudy.write(file, runs, seeds);
            child(file, "soon");
            child(file, "later");
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(each -> each.toFile().delete());
            }
        }
    }

    private static void child(Path file, String when) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LossesWindow.class.getName()));
        command.addAll(List.of(CHILD, file.toString(), when));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("the window ended with exit code " + code);
        }
    }

    private static void show(Path file, boolean soon) {
        Path folder = file.resolveSibling("cache");
        QuietBackground background = new QuietBackground();
        ExecutorService queue = Executors.newSingleThreadExecutor();
        AtomicLong opened = new AtomicLong();
        LocalWorkers workers = LocalWorkers.on(Device.CPU, folder, queue);
        StudyOpener opener = new NothingElse() {
            @Override
            public StudySession open(Path study) {
                opened.set(System.nanoTime());
                OwnerOptions options = new OwnerOptions(folder, workers, Device.CPU, queue, InstantSource.system());
                StudyOwner owner = StudyOwner.open(study, options);
                return new OwnedStudy(owner, background, owner::close);
            }
        };
        Path choices = file.resolveSibling("choices").resolve("window.properties");
        LossesGestures gestures = new LossesGestures(background, opened, soon);
        gestures.start();
        Workbench.launch(new WorkbenchContext(
                opener, Optional.of(file), Optional.empty(), background, choices, folder, browsed -> {}, workers));
    }
}
