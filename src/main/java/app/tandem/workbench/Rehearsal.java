package app.tandem.workbench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Goes through the pages of a window by itself, and closes it. */
final class Rehearsal {

    /** Enough for a page to be drawn with what it reads in the background. */
    private static final Duration LOOK = Duration.millis(600);

    private final WorkbenchWindow window;
    private final Deque<Runnable> steps;

    private Rehearsal(WorkbenchWindow window, List<Runnable> steps) {
        this.window = window;
        this.steps = new ArrayDeque<>(steps);
    }

    /** Begins as soon as a study is open. On the JavaFX thread. */
    static void begin(WorkbenchWindow window) {
        WorkbenchModel model = window.model();
        List<Runnable> pages = Arrays.stream(Page.values())
                .<Runnable>map(page -> () -> model.pageProperty().set(page))
                .toList();
        Rehearsal rehearsal = new Rehearsal(window, pages);
        model.studyProperty().addListener((property, before, study) -> {
            if (study.isPresent() && before.isEmpty()) {
                rehearsal.next();
            }
        });
    }

    private void next() {
        PauseTransition pause = new PauseTransition(LOOK);
        pause.setOnFinished(event -> {
            if (steps.isEmpty()) {
                window.close();
            } else {
                steps.remove().run();
                next();
            }
        });
        pause.play();
    }
}
