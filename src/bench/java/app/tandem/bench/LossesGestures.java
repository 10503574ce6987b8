package app.tandem.bench;

import app.tandem.run.DaemonThreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Uses the window as its user would, with a real pointer and real keys, and prints what was measured. */
final class LossesGestures {

    /** How one gesture went, in milliseconds. */
    private record Gesture(String name, HeldThread.Longest longest, double shown) {
        double held() {
            return longest.held();
        }

        double worked() {
            return longest.worked();
        }
    }

    private final QuietBackground background;
    private final AtomicLong opened;
    private final boolean soon;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(DaemonThreads.named("hand"));
    private final List<Gesture> gestures = new ArrayList<>();

    /** @param soon whether the losses are looked at while the study is still being read */
    LossesGestures(QuietBackground background, AtomicLong opened, boolean soon) {
        this.background = background;
        this.opened = opened;
        this.soon = soon;
    }

    void start() {
        hand.execute(this::use);
    }

    private void use() {
        try {
            await(() -> Window.getWindows().stream().anyMatch(Window::isShowing), true);
            await(() -> find("#page-losses") != null, false);
            if (!soon) {
                Thread.sleep(8000);
                await(this::isQuiet, false);
            }
            try (HeldThread held = new HeldThread()) {
                open(held);
                if (!soon) {
                    sort(held);
                    filter(held);
                    print();
                }
            }
            System.exit(0);
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            System.err.println("the window could not be used: " + e);
            System.exit(1);
        }
    }

    private void open(HeldThread held) throws InterruptedException, ExecutionException {
        long clicked = System.nanoTime();
        click("#page-losses");
        await(() -> rows() > 0 && find("#losses-table .table-cell.loss-cell") != null, false);
        pulse();
        long now = System.nanoTime();
        if (soon) {
            System.out.printf(
                    "the study's file opened until its losses are in sight: %.0f ms%n", (now - opened.get()) / 1e6);
        } else {
            System.out.printf(
                    "the page opened, the study being open: %.0f ms (thread held for %.0f ms)%n",
                    (now - clicked) / 1e6, held.take().held());
        }
    }

    private void sort(HeldThread held) throws InterruptedException, ExecutionException {
        for (String title : List.of("Network", "Encoder", "Attribute 0", "Attribute 1", "Attribute 3", "Attribute 4")) {
            for (String direction : List.of("ascending", "descending")) {
                measure(held, "sort by " + title + ", " + direction, () -> click(heading(title)));
            }
        }
    }

    private void filter(HeldThread held) throws InterruptedException, ExecutionException {
        click("#losses-filter");
        for (KeyCode key : List.of(
                KeyCode.A,
                KeyCode.T,
                KeyCode.T,
                KeyCode.R,
                KeyCode.BACK_SPACE,
                KeyCode.BACK_SPACE,
                KeyCode.BACK_SPACE,
                KeyCode.BACK_SPACE,
                KeyCode.DIGIT7,
                KeyCode.SPACE,
                KeyCode.DIGIT1,
                KeyCode.DIGIT2,
                KeyCode.SPACE,
                KeyCode.MINUS,
                KeyCode.DIGIT3,
                KeyCode.DIGIT3)) {
            measure(held, "type " + key.getName(), () -> type(key));
        }
        measure(held, "clear the filter", () -> click("#clear-filter"));
        for (String facet : List.of("#facet-with", "#facet-sizes", "#facet-encoders")) {
            measure(held, "open " + facet, () -> click(facet));
            measure(held, "choose the first of " + facet, () -> type(KeyCode.DOWN, KeyCode.ENTER));
            measure(held, "choose the second of " + facet, () -> type(KeyCode.DOWN, KeyCode.ENTER));
            measure(held, "close " + facet, () -> type(KeyCode.ESCAPE));
            measure(held, "clear the filter", () -> click("#clear-filter"));
        }
    }

    private interface Action {
        void perform() throws InterruptedException, ExecutionException;
    }

    private void measure(HeldThread held, String name, Action action) throws InterruptedException, ExecutionException {
        await(this::isQuiet, false);
        pulse();
        held.take();
        long begun = System.nanoTime();
        action.perform();
        Thread.sleep(30);
        await(this::isQuiet, false);
        pulse();
        pulse();
        gestures.add(new Gesture(name, held.take(), (System.nanoTime() - begun) / 1e6));
    }

    private void print() {
        for (String kind : List.of("sort", "type", "clear", "open", "choose", "close")) {
            List<Gesture> alike = gestures.stream()
                    .filter(gesture -> gesture.name().startsWith(kind))
                    .toList();
            Gesture worst = alike.stream()
                    .max(Comparator.comparingDouble(Gesture::held))
                    .orElseThrow();
            System.out.printf(
                    "%-6s %2d gestures: thread held for at most %3.0f ms (%s), median %3.0f; work at most %3.0f ms;"
                            + " all shown within %4.0f ms%n",
                    kind,
                    alike.size(),
                    worst.held(),
                    worst.name(),
                    median(alike),
                    most(alike, Gesture::worked),
                    most(alike, Gesture::shown));
        }
        System.out.printf(
                "longest that a gesture held the thread: %.0f ms, of work %.0f ms%n",
                most(gestures, Gesture::held), most(gestures, Gesture::worked));
    }

    private static double median(List<Gesture> alike) {
        double[] held = alike.stream().mapToDouble(Gesture::held).sorted().toArray();
        return held[held.length / 2];
    }

    private static double most(List<Gesture> alike, ToDoubleFunction<Gesture> value) {
        return alike.stream().mapToDouble(value).max().orElseThrow();
    }

    private boolean isQuiet() {
        return background.isQuiet();
    }

    private int rows() {
        return find("#losses-table") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }

    private static @Nullable Node find(String selector) {
        for (Window window : Window.getWindows()) {
            Scene scene = window.getScene();
            Node node = scene == null || scene.getRoot() == null
                    ? null
                    : scene.getRoot().lookup(selector);
            if (node != null) {
                return node;
            }
        }
        return null;
    }

    private static Node heading(String title) throws InterruptedException, ExecutionException {
        return onWindow(() -> Window.getWindows().get(0).getScene().getRoot().lookupAll(".column-header").stream()
                .filter(header -> header.lookupAll(".label").stream()
                        .anyMatch(label ->
                                label instanceof Label words && words.getText().equals(title)))
                .findFirst()
                .orElseThrow());
    }

    private void click(String selector) throws InterruptedException, ExecutionException {
        Node node = onWindow(() -> find(selector));
        if (node == null) {
            throw new IllegalStateException("nothing is " + selector);
        }
        click(node);
    }

    private void click(Node node) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
    }

    private void type(KeyCode... keys) throws InterruptedException, ExecutionException {
        for (KeyCode key : keys) {
            onWindow(() -> {
                new Robot().keyType(key);
                return true;
            });
        }
    }

    private static <T extends @Nullable Object> T onWindow(Callable<T> action)
            throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }

    /** Waits for a frame to be drawn. */
    private static void pulse() throws InterruptedException, ExecutionException {
        CountDownLatch drawn = new CountDownLatch(2);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawn.countDown();
                if (drawn.getCount() == 0) {
                    stop();
                }
            }
        };
        Platform.runLater(timer::start);
        drawn.await();
    }

    private static void await(BooleanSupplier condition, boolean starting)
            throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                if (onWindow(condition::getAsBoolean)) {
                    return;
                }
            } catch (IllegalStateException toolkitNotStarted) {
                if (!starting) {
                    throw toolkitNotStarted;
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the window does not come to it");
            }
            Thread.sleep(5);
        }
    }
}
