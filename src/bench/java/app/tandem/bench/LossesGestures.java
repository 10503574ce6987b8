package app.tandem.bench;

import app.tandem.run.DaemonThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Sorts and filters the losses as their reader would, with a real pointer and real keys, and prints what was measured. */
final class LossesGestures {

    /** What a gesture may hold the JavaFX thread for, in milliseconds. */
    private static final int LIMIT = 50;

    private static final int CALM_MILLIS = 3000;

    /** One gesture: for how long it held the thread, and until the window had answered, in milliseconds. */
    private record Gesture(String name, double held, double shown) {}

    private final QuietBackground background;
    private final AtomicLong opened;
    private final boolean soon;
    private final ExecutorService user = Executors.newSingleThreadExecutor(DaemonThreads.named("user"));
    private final List<Gesture> gestures = new ArrayList<>();

    /** @param soon whether the losses are looked at while the study is still being read */
    LossesGestures(QuietBackground background, AtomicLong opened, boolean soon) {
        this.background = background;
        this.opened = opened;
        this.soon = soon;
    }

    /** Begins once the window is there, and ends the program. */
    void start() {
        user.execute(() -> {
            try {
                use();
                System.exit(0);
            } catch (InterruptedException | ExecutionException | RuntimeException e) {
                System.err.println("the window could not be used: " + e);
                System.exit(1);
            }
        });
    }

    private void use() throws InterruptedException, ExecutionException {
        while (opened.get() == 0) {
            Thread.sleep(5);
        }
        Hand hand = new Hand();
        hand.await(() -> Hand.find("#page-losses").isPresent(), "no study is shown");
        if (!soon) {
            Thread.sleep(CALM_MILLIS);
            rest(hand);
        }
        try (StallWatch watch = new StallWatch(Hand.onWindow(Thread::currentThread))) {
            open(hand);
            if (!soon) {
                sort(hand, watch);
                filter(hand, watch);
                print();
            }
        }
    }

    private void open(Hand hand) throws InterruptedException, ExecutionException {
        hand.moveTo(hand.middle("#page-losses"));
        long clicked = System.nanoTime();
        hand.press();
        hand.await(() -> rows() > 0 && Hand.find("#losses-table .loss-cell").isPresent(), "the losses are not shown");
        drawn();
        System.out.printf(
                soon
                        ? "a study's file opened, its losses asked for at once: in sight within %.0f ms%n"
                        : "the page opened, the study being open: %.0f ms%n",
                (System.nanoTime() - (soon ? opened.get() : clicked)) / 1e6);
    }

    private void sort(Hand hand, StallWatch watch) throws InterruptedException, ExecutionException {
        for (String column : List.of("network", "encoder", "task-attribute0", "task-attribute1", "task-attribute4")) {
            String heading = "#loss-" + column;
            for (String direction : List.of("ascending", "descending", "not at all")) {
                hand.moveTo(hand.middle(heading));
                measure(hand, watch, "sort by " + column + ", " + direction, hand::press);
            }
        }
    }

    private void filter(Hand hand, StallWatch watch) throws InterruptedException, ExecutionException {
        hand.click("#losses-filter");
        for (KeyCode key : keys("ATTR", 4, "7 12 ", "-33")) {
            measure(hand, watch, "type " + key.getName(), () -> hand.type(key));
        }
        clear(hand, watch);
        for (String facet : List.of("with", "sizes", "encoders")) {
            hand.moveTo(hand.middle("#facet-" + facet));
            measure(hand, watch, "open " + facet, hand::press);
            measure(hand, watch, "choose the first of " + facet, () -> hand.type(KeyCode.DOWN, KeyCode.ENTER));
            measure(hand, watch, "choose the second of " + facet, () -> hand.type(KeyCode.DOWN, KeyCode.ENTER));
            measure(hand, watch, "close " + facet, () -> hand.type(KeyCode.ESCAPE));
            clear(hand, watch);
        }
    }

    private static List<KeyCode> keys(String words, int erased, String... more) {
        List<KeyCode> keys = new ArrayList<>(codes(words));
        for (int i = 0; i < erased; i++) {
            keys.add(KeyCode.BACK_SPACE);
        }
        Arrays.stream(more).forEach(each -> keys.addAll(codes(each)));
        return keys;
    }

    private static List<KeyCode> codes(String words) {
        return words.chars()
                .mapToObj(letter -> switch (letter) {
                    case ' ' -> KeyCode.SPACE;
                    case '-' -> KeyCode.MINUS;
                    default -> KeyCode.getKeyCode(String.valueOf((char) letter));
                })
                .toList();
    }

    private void clear(Hand hand, StallWatch watch) throws InterruptedException, ExecutionException {
        hand.moveTo(hand.middle("#clear-filter"));
        measure(hand, watch, "clear the filter", hand::press);
    }

    private interface Action {
        void perform() throws InterruptedException, ExecutionException;
    }

    private void measure(Hand hand, StallWatch watch, String name, Action action)
            throws InterruptedException, ExecutionException {
        rest(hand);
        watch.during(name);
        int before = watch.answers().size();
        long begun = System.nanoTime();
        action.perform();
        rest(hand);
        double shown = (System.nanoTime() - begun) / 1e6;
        watch.during("nothing");
        double held = watch.answers().stream()
                .skip(before)
                .filter(answer -> answer.during().equals(name))
                .mapToDouble(StallWatch.Answer::millis)
                .max()
                .orElse(0);
        gestures.add(new Gesture(name, held, shown));
    }

    /** Waits until what was asked of the background is done and drawn. */
    private void rest(Hand hand) throws InterruptedException, ExecutionException {
        drawn();
        hand.await(background::isQuiet, "the window does not come to rest");
        drawn();
    }

    private void print() {
        for (String kind : List.of("sort", "type", "choose", "clear", "open", "close")) {
            List<Gesture> alike = gestures.stream()
                    .filter(gesture -> gesture.name().startsWith(kind))
                    .toList();
            Gesture worst = alike.stream()
                    .max(Comparator.comparingDouble(Gesture::held))
                    .orElseThrow();
            System.out.printf(
                    "%-6s %2d times: thread held for at most %3.0f ms (%s), median %3.0f ms; answered within %3.0f ms%n",
                    kind, alike.size(), worst.held(), worst.name(), median(alike), most(alike, Gesture::shown));
        }
        long over = gestures.stream().filter(gesture -> gesture.held() > LIMIT).count();
        System.out.printf(
                "%d gestures, %d of them held the thread for more than %d ms; the longest %.0f ms%n",
                gestures.size(), over, LIMIT, most(gestures, Gesture::held));
    }

    private static double median(List<Gesture> alike) {
        double[] held = alike.stream().mapToDouble(Gesture::held).sorted().toArray();
        return held[held.length / 2];
    }

    private static double most(List<Gesture> alike, ToDoubleFunction<Gesture> value) {
        return alike.stream().mapToDouble(value).max().orElseThrow();
    }

    private static int rows() {
        return Hand.find("#losses-table")
                .map(table -> ((TableView<?>) table).getItems().size())
                .orElse(0);
    }

    /** Waits for a frame. */
    private static void drawn() throws InterruptedException {
        CountDownLatch frames = new CountDownLatch(2);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.countDown();
                if (frames.getCount() == 0) {
                    stop();
                }
            }
        };
        Platform.runLater(timer::start);
        frames.await();
    }
}
