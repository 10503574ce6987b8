package app.tandem.workbench.common;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something that can be done in the window. It is said once, and from it {@link ActionControls} makes the button, its
 * tooltip and the item of a menu; the shell makes the shortcut and the line of the command palette.
 *
 * @param id names it among all actions: its page, a dot, a word
 * @param words what it does, in the window's language; they may change with what is open
 * @param icon none where no button without words is made of it
 * @param keys any of them does it; the first is the one that is shown
 * @param enabled whether it can be done now
 * @param run does it; called on the JavaFX thread, and returns at once
 */
public record Action(
        String id,
        ObservableStringValue words,
        Optional<Ikon> icon,
        List<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable run) {

    public Action {
        keys = List.copyOf(keys);
    }

    /** An action without icon and shortcut that can always be done. */
    public static Action of(String id, String words, Runnable run) {
        return of(id, new ReadOnlyStringWrapper(words), run);
    }

    /** The same with words that may change. */
    public static Action of(String id, ObservableStringValue words, Runnable run) {
        return new Action(id, words, Optional.empty(), List.of(), new SimpleBooleanProperty(true), run);
    }

    public Action with(Ikon shown) {
        return new Action(id, words, Optional.of(shown), keys, enabled, run);
    }

    /** With shortcuts that work wherever the focus is, unless a field takes them; the first one is shown. */
    public Action on(KeyCombination... combinations) {
        return new Action(id, words, icon, List.of(combinations), enabled, run);
    }

    public Action when(ObservableBooleanValue possible) {
        return new Action(id, words, icon, keys, possible, run);
    }

    /** Its words as they are now. */
    public String text() {
        return words.get();
    }

    /** The shortcut as it is shown, such as {@code Ctrl+K}; empty where there is none. */
    public String shownKeys() {
        return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
    }

    public boolean isEnabled() {
        return enabled.get();
    }

    /** Does it, if it can be done. */
    public void perform() {
        if (isEnabled()) {
            run.run();
        }
    }
}
