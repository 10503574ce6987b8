package app.tandem.workbench.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A choice of one among a few, all in sight. */
public final class Segments<T> extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final Function<T, String> words;
    private final Consumer<T> chosen;
    private boolean showing;

    /** @param chosen hears of every choice the user makes, but not of {@link #select} */
    public Segments(List<T> values, Function<T, String> words, Consumer<T> chosen) {
        this.words = words;
        this.chosen = chosen;
        getStyleClass().add("segments");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setValues(values);
        group.selectedToggleProperty().addListener((property, before, after) -> follow(before, after));
    }

    /** Offers other values; the same ones keep their buttons, and with them the focus. */
    public void setValues(List<T> values) {
        if (!buttons.isEmpty() && values.equals(List.copyOf(buttons.keySet()))) {
            return;
        }
        buttons.values().forEach(button -> button.setToggleGroup(null));
        buttons.clear();
        for (T value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setToggleGroup(group);
            button.setMnemonicParsing(false);
            button.getStyleClass().add(pill(buttons.size(), values.size()));
            buttons.put(value, button);
        }
        getChildren().setAll(buttons.values());
    }

    /** Hears of clicks and of the arrow keys, which choose without an action; and keeps one chosen. */
    private void follow(@Nullable Toggle before, @Nullable Toggle after) {
        if (showing) {
            return;
        }
        if (after == null) {
            if (before != null && buttons.containsValue(before)) {
                show(before);
            }
            return;
        }
        buttons.forEach((value, button) -> {
            if (button == after) {
                chosen.accept(value);
            }
        });
    }

    private void show(Toggle toggle) {
        showing = true;
        try {
            toggle.setSelected(true);
        } finally {
            showing = false;
        }
    }

    /** Shows which one is chosen. */
    public void select(T value) {
        ToggleButton button = buttons.get(value);
        if (button != null) {
            show(button);
        }
    }

    private static String pill(int position, int count) {
        if (count == 1) {
            return "only-pill";
        }
        return position == 0 ? "left-pill" : position == count - 1 ? "right-pill" : "center-pill";
    }
}
