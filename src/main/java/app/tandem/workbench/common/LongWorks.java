package app.tandem.workbench.common;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The long work that is under way, for whoever shows it. Lives on the JavaFX thread; holds no controls. */
public final class LongWorks {

    private final InstantSource clock;
    private final ObservableList<LongWork> underWay = FXCollections.observableArrayList();

    public LongWorks(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Shows a piece of work for as long as a value says that it is under way.
     *
     * @param progress 0 to 1, negative where nothing is known; empty while the work is not under way
     * @param stop asks it to end; returns at once
     * @param key of the words that say what is done
     */
    public void follow(ObservableValue<OptionalDouble> progress, Runnable stop, String key) {
        Followed followed = new Followed(stop, key);
        progress.addListener((property, before, now) -> followed.show(now));
        followed.show(progress.getValue());
    }

    public ObservableList<LongWork> underWay() {
        return underWay;
    }

    private final class Followed {

        private final Runnable stop;
        private final String key;
        private Optional<LongWork> work = Optional.empty();

        Followed(Runnable stop, String key) {
            this.stop = stop;
            this.key = key;
        }

        private void show(OptionalDouble progress) {
            if (progress.isEmpty()) {
                work.ifPresent(underWay::remove);
                work = Optional.empty();
                return;
            }
            LongWork now = work.orElseGet(this::begin);
            now.progressed(progress.getAsDouble());
        }

        private LongWork begin() {
            LongWork begun = new LongWork(clock, stop, key);
            work = Optional.of(begun);
            underWay.add(begun);
            return begun;
        }
    }
}
