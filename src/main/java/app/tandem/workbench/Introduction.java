package app.tandem.workbench;

import app.tandem.study.Grouping;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The first steps of a first study, one after the other: each ends when the user has really done it, or goes on. Lives on
 * the JavaFX thread; holds no controls.
 */
public final class Introduction {

    /** What is shown, in this order. */
    public enum Step {
        /** A study is opened. */
        OPEN,
        /** Tasks are put into networks. */
        BUILD,
        /** The networks are trained. */
        TRAIN,
        /** The best grouping is looked at. */
        BEST
    }

    private final ReadOnlyObjectProperty<Optional<OpenStudy>> study;
    private final ObjectProperty<Page> page;
    private final Runnable ended;
    private final ReadOnlyObjectWrapper<Optional<Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Watch following = new Watch();

    /**
     * @param study that is open
     * @param page that is looked at; a step that begins turns to the page that it is about
     * @param ended told when the last step is done, or the rest is skipped
     */
    Introduction(ReadOnlyObjectProperty<Optional<OpenStudy>> study, ObjectProperty<Page> page, Runnable ended) {
        this.study = study;
        this.page = page;
        this.ended = ended;
        study.addListener((property, before, after) -> {
            if (step.get().isPresent()) {
                begin();
            }
        });
    }

    /** Shows the first step that is not done yet: opening a study, where none is open. */
    public void begin() {
        show(study.get().isPresent() ? Step.BUILD : Step.OPEN);
    }

    /** Goes on to the next step without waiting for this one to be done; opening a study cannot be passed over. */
    public void next() {
        step.get().ifPresent(now -> {
            switch (now) {
                case OPEN -> begin();
                case BUILD -> afterBuilding();
                case TRAIN -> showBest();
                case BEST -> end();
            }
        });
    }

    /** A study of losses that were measured elsewhere has nothing to train. */
    private void afterBuilding() {
        boolean isOfLosses = study.get()
                .filter(open ->
                        open.board().boardProperty().get().study().dataset().isOfLosses())
                .isPresent();
        if (isOfLosses) {
            showBest();
        } else {
            show(Step.TRAIN);
        }
    }

    private void showBest() {
        page.set(Page.GROUPING);
        show(Step.BEST);
    }

    /** Ends it for good; it can be begun again. */
    public void end() {
        following.end();
        step.set(Optional.empty());
        ended.run();
    }

    private void show(Step next) {
        following.end();
        following = new Watch();
        step.set(Optional.of(next));
        study.get().ifPresent(open -> {
            turnTo(next);
            follow(open, next);
        });
    }

    /** Both the board and the queue have the button that trains; who has just begun to train stays to see it. */
    private void turnTo(Step now) {
        boolean trains = now == Step.TRAIN && page.get() != Page.TRAIN;
        if (now == Step.BUILD || trains) {
            page.set(Page.BOARD);
        }
    }

    private void follow(OpenStudy open, Step now) {
        if (now == Step.BUILD) {
            List<Grouping> before = open.board().boardProperty().get().study().groupings();
            following.on(open.board().boardProperty(), board -> {
                List<Grouping> groupings = board.study().groupings();
                boolean hasTasks = groupings.stream()
                        .anyMatch(grouping -> !grouping.members().isEmpty());
                if (hasTasks && !groupings.equals(before)) {
                    afterBuilding();
                }
            });
        } else if (now == Step.TRAIN) {
            following.on(open.queue().summaryProperty(), queue -> {
                if (queue.running() > 0) {
                    show(Step.BEST);
                }
            });
        }
    }

    /** What is shown now; empty where nothing is. */
    public ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }
}
