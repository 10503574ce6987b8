package app.tandem.workbench.common;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One piece of long work that is under way: how far it is, how long it still takes, and a way to stop it. Lives on the
 * JavaFX thread; holds no controls.
 */
public final class LongWork {

    /** Before this nothing can be said of the time that is left. */
    private static final Duration KNOWN_AFTER = Duration.ofSeconds(1);

    /**
     * How far it is.
     *
     * @param fraction 0 to 1; negative while nothing is known
     * @param left how long it still takes; empty while nothing is known
     * @param stopping whether it was cancelled and has not ended yet
     */
    public record State(double fraction, Optional<Duration> left, boolean stopping) {}

    private final String key;
    private final Runnable stop;
    private final InstantSource clock;
    private final Instant begun;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State(-1, Optional.empty(), false));

    LongWork(InstantSource clock, Runnable stop, String key) {
        this.clock = clock;
        this.stop = stop;
        this.key = key;
        this.begun = clock.instant();
    }

    /** What is done, in the window's language. */
    public String words(Messages messages) {
        return messages.text(key);
    }

    /**
     * Says how far it is; what is left is reckoned from the time that it took so far.
     *
     * @param fraction 0 to 1; negative where nothing is known
     */
    public void progressed(double fraction) {
        boolean stopping = state.get().stopping();
        state.set(new State(fraction, stopping ? Optional.empty() : left(fraction), stopping));
    }

    private Optional<Duration> left(double fraction) {
        Duration spent = Duration.between(begun, clock.instant());
        boolean known = fraction > 0 && spent.compareTo(KNOWN_AFTER) >= 0;
        return known
                ? Optional.of(Duration.ofMillis((long) (spent.toMillis() * (1 - Math.min(1, fraction)) / fraction)))
                : Optional.empty();
    }

    /** Stops it as soon as that leaves nothing half-done; a second time does nothing. */
    public void cancel() {
        State now = state.get();
        if (!now.stopping()) {
            state.set(new State(now.fraction(), Optional.empty(), true));
            stop.run();
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
