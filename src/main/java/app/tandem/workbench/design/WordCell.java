package app.tandem.workbench.design;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line of a list that says its value in words. */
final class WordCell<T> extends ListCell<T> {

    private final Function<T, String> words;

    WordCell(Function<T, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? "" : words.apply(value));
    }
}
