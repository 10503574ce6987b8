package app.tandem.bench;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/** A user's hand: a real pointer that moves as fast as one, and real keys. Used from any thread but JavaFX's. */
final class Hand {

    /** Milliseconds between two movements of the pointer, as a mouse sends them. */
    private static final int STEP = 16;

    private static final int STEPS = 12;
    private static final int PATIENCE_SECONDS = 60;

    private final Robot robot;

    Hand() throws InterruptedException, ExecutionException {
        this.robot = onWindow(Robot::new);
    }

    void click(String selector) throws InterruptedException, ExecutionException {
        click(middle(selector));
    }

    void click(Point2D point) throws InterruptedException, ExecutionException {
        moveTo(point);
        press();
    }

    /** Clicks where the pointer is. */
    void press() throws InterruptedException, ExecutionException {
        act(() -> robot.mouseClick(MouseButton.PRIMARY));
    }

    /** Presses, moves in steps, and lets go. */
    void drag(Point2D from, Point2D to) throws InterruptedException, ExecutionException {
        moveTo(from);
        act(() -> robot.mousePress(MouseButton.PRIMARY));
        moveTo(to);
        Thread.sleep(STEP);
        act(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    void moveTo(Point2D target) throws InterruptedException, ExecutionException {
        Point2D from = onWindow(robot::getMousePosition);
        for (int step = 1; step <= STEPS; step++) {
            Point2D point = from.interpolate(target, step / (double) STEPS);
            act(() -> robot.mouseMove(point));
            Thread.sleep(STEP);
        }
    }

    void scroll(int notches) throws InterruptedException, ExecutionException {
        for (int notch = 0; notch < Math.abs(notches); notch++) {
            act(() -> robot.mouseWheel(Integer.signum(notches)));
            Thread.sleep(STEP);
        }
    }

    void type(KeyCode... keys) throws InterruptedException, ExecutionException {
        for (KeyCode key : keys) {
            act(() -> robot.keyType(key));
            Thread.sleep(5L * STEP);
        }
    }

    /** Letters and digits, one key after another. */
    void write(String words) throws InterruptedException, ExecutionException {
        for (int i = 0; i < words.length(); i++) {
            type(KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(words.charAt(i)))));
        }
    }

    void control(KeyCode key) throws InterruptedException, ExecutionException {
        act(() -> robot.keyPress(KeyCode.CONTROL));
        type(key);
        act(() -> robot.keyRelease(KeyCode.CONTROL));
    }

    /** The middle of what is seen of a node, once it is there. */
    Point2D middle(String selector) throws InterruptedException, ExecutionException {
        return at(selector, 0.5, 0.5);
    }

    /** A point of a node, once it is there, by its shares of width and height. */
    Point2D at(String selector, double x, double y) throws InterruptedException, ExecutionException {
        await(() -> find(selector).isPresent(), "there is no " + selector);
        return onWindow(() -> {
            Node node = find(selector).orElseThrow();
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
        });
    }

    /** Waits for something that is asked on the JavaFX thread. */
    void await(BooleanSupplier condition, String otherwise) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!onWindow(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise);
            }
            Thread.sleep(STEP);
        }
    }

    /** A visible node of any window. To be called on the JavaFX thread. */
    static Optional<Node> find(String selector) {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.getRoot() != null)
                .map(Scene::getRoot)
                .flatMap(root -> root.lookupAll(selector).stream())
                .filter(node -> node.isVisible() && node.localToScreen(node.getBoundsInLocal()) != null)
                .findFirst();
    }

    private void act(Runnable action) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            action.run();
            return true;
        });
    }

    static <T> T onWindow(Callable<T> action) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }
}
