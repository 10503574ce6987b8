package app.tandem.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.input.KeyCode;

/** What a user does all the time: one round over the pages, each gesture under a name. */
final class WindowGestures {

    /** Milliseconds in which a user looks at what came of a gesture. */
    private static final int LOOK = 250;

    private interface Steps {
        void perform() throws InterruptedException, ExecutionException;
    }

    private record Gesture(String name, Steps steps) {}

    private final Hand hand;
    private final StallWatch watch;
    private final List<Gesture> round = new ArrayList<>();

    WindowGestures(Hand hand, StallWatch watch) {
        this.hand = hand;
        this.watch = watch;
        board();
        train();
        losses();
        grouping();
        shell();
    }

    /** Does everything once, but nothing more once the time is over. */
    void round(long deadline) throws InterruptedException, ExecutionException {
        for (Gesture gesture : round) {
            if (System.nanoTime() > deadline) {
                return;
            }
            watch.during(gesture.name());
            gesture.steps().perform();
            Thread.sleep(LOOK);
        }
    }

    private void add(String name, Steps steps) {
        round.add(new Gesture(name, steps));
    }

    private void board() {
        add("go to Board", () -> hand.click("#page-board"));
        add("drag a card to a new network", () -> drag("#palette-depth_zbuffer", "#new-network"));
        add("drag a card into a network", () -> drag("#palette-normal", "#column-A"));
        add("drag a card out", () -> drag("#card-0-normal", "#task-palette"));
        add("choose an encoder", () -> {
            hand.click("#encoder-A");
            hand.click("#size-2");
        });
        add("undo", () -> hand.control(KeyCode.Z));
        add("redo", () -> hand.control(KeyCode.Y));
        for (int edit = 0; edit < 4; edit++) {
            add("undo", () -> hand.control(KeyCode.Z));
        }
    }

    private void drag(String from, String to) throws InterruptedException, ExecutionException {
        hand.drag(hand.middle(from), hand.middle(to));
    }

    private void train() {
        add("go to Train", () -> hand.click("#page-train"));
        for (double row : List.of(0.2, 0.4, 0.6)) {
            add("choose a run", () -> hand.click(hand.at("#queue-table", 0.3, row)));
        }
        add("scroll the queue", () -> {
            hand.scroll(8);
            hand.scroll(-8);
        });
    }

    private void losses() {
        add("go to Losses", () -> hand.click("#page-losses"));
        for (double column : List.of(0.2, 0.5, 0.5)) {
            add("sort the losses", () -> hand.click(hand.at("#losses-table .column-header-background", column, 0.5)));
        }
        add("filter the losses", () -> {
            hand.click("#losses-filter");
            hand.write("depth");
        });
        add("clear the filter", () -> hand.click("#clear-filter"));
        add("scroll the losses", () -> {
            hand.moveTo(hand.middle("#losses-table"));
            hand.scroll(8);
            hand.scroll(-8);
        });
    }

    private void grouping() {
        add("go to Grouping", () -> hand.click("#page-grouping"));
        add(
                "move the budget up",
                () -> hand.drag(hand.middle("#budget-slider .thumb"), hand.at("#budget-slider", 0.9, 0.5)));
        add(
                "move the budget down",
                () -> hand.drag(hand.middle("#budget-slider .thumb"), hand.at("#budget-slider", 0.3, 0.5)));
        add("undo", () -> hand.control(KeyCode.Z));
        add("undo", () -> hand.control(KeyCode.Z));
    }

    private void shell() {
        add("find an action", () -> {
            hand.control(KeyCode.K);
            hand.write("report");
            hand.type(KeyCode.DOWN, KeyCode.ESCAPE);
        });
        add("go to Report", () -> hand.click("#page-report"));
        add("switch the theme", () -> hand.click("#switch-theme"));
        add("switch the theme", () -> hand.click("#switch-theme"));
        add("switch the language", () -> hand.click("#switch-language"));
        add("switch the language", () -> hand.click("#switch-language"));
    }
}
