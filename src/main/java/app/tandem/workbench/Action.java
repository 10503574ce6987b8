package app.tandem.workbench;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done in the window: what the command palette lists, and what shortcuts do.
 *
 * @param words what it does, in the window's language
 * @param keys its shortcut, if it has one
 * @param enabled whether it can be done now
 */
record Action(String words, Optional<KeyCombination> keys, BooleanSupplier enabled, Runnable run) {

    /** An action without a shortcut. */
    static Action of(String words, BooleanSupplier enabled, Runnable run) {
        return new Action(words, Optional.empty(), enabled, run);
    }

    boolean isEnabled() {
        return enabled.getAsBoolean();
    }

    /** Does it, if it can be done. */
    void perform() {
        if (isEnabled()) {
            run.run();
        }
    }
}
