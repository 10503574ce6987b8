package app.tandem.bench;

import app.tandem.run.DaemonThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Watches the JavaFX thread from outside: asks it again and again to answer, and takes down how late it does, and what it did
 * meanwhile.
 */
final class StallWatch implements AutoCloseable {

    /** What is a stall, in milliseconds: longer than this a user sees that the window hangs. */
    static final int STALL = 100;

    private static final int PAUSE = 5;
    private static final int LOOK = 40;

    /** Methods of JavaFX by which a part of its work is known; the first that is found counts. */
    private static final Map<String, String> PHASES = phases();

    /**
     * One answer.
     *
     * @param during what was being done with the window
     * @param millis how late it came
     * @param doing where the thread was while it did not answer, in the middle of that time; empty for a quick answer
     */
    record Answer(String during, double millis, Optional<String> doing) {
        boolean isStall() {
            return millis > STALL;
        }
    }

    private final Thread window;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(DaemonThreads.named("stall-watch"));
    private final List<Answer> answers = new ArrayList<>();
    private volatile String during = "nothing";
    private volatile boolean closed;

    private static Map<String, String> phases() {
        Map<String, String> phases = new LinkedHashMap<>();
        phases.put("waitForRenderingToComplete", "waits for the drawing");
        phases.put("doCSSPass", "styles");
        phases.put("doLayoutPass", "layout");
        phases.put("processMouseEvent", "pointer");
        phases.put("processKeyEvent", "key");
        phases.put("pulse", "frame");
        return phases;
    }

    /** @param window the JavaFX thread */
    StallWatch(Thread window) {
        this.window = window;
        asking.execute(this::watch);
    }

    /** Says what is done with the window from now on. */
    void during(String gesture) {
        during = gesture;
    }

    /** Every answer so far, in order. */
    List<Answer> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    private void watch() {
        try {
            while (!closed) {
                ask();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        String gesture = during;
        List<StackTraceElement[]> seen = new ArrayList<>();
        CountDownLatch answered = new CountDownLatch(1);
        long[] at = new long[1];
        long asked = System.nanoTime();
        Platform.runLater(() -> {
            at[0] = System.nanoTime();
            answered.countDown();
        });
        while (!answered.await(LOOK, TimeUnit.MILLISECONDS)) {
            seen.add(window.getStackTrace());
        }
        Optional<String> doing = seen.isEmpty() ? Optional.empty() : Optional.of(place(seen.get(seen.size() / 2)));
        synchronized (answers) {
            answers.add(new Answer(gesture, (at[0] - asked) / 1e6, doing));
        }
    }

    /** What part of a frame it is, the innermost method of our own, and the innermost of all. */
    private static String place(StackTraceElement[] stack) {
        List<String> words = new ArrayList<>();
        PHASES.forEach((method, phase) -> {
            if (words.isEmpty()
                    && Arrays.stream(stack)
                            .anyMatch(frame -> frame.getMethodName().equals(method))) {
                words.add(phase);
            }
        });
        Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith("app.tandem.workbench"))
                .findFirst()
                .ifPresent(own -> words.add(name(own)));
        if (stack.length > 0) {
            words.add(name(stack[0]));
        }
        return String.join(" · ", words);
    }

    private static String name(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    @Override
    public void close() {
        closed = true;
        asking.shutdownNow();
    }
}
