package app.tandem.workbench.grouping;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A box to tick in a table. */
final class CheckCell<T> extends TableCell<T, T> {

    private final CheckBox box = new CheckBox();
    private final Predicate<T> offered;
    private final Predicate<T> ticked;
    private final Function<T, String> words;

    CheckCell(Predicate<T> offered, Predicate<T> ticked, BiConsumer<T, Boolean> heard, Function<T, String> words) {
        this.offered = offered;
        this.ticked = ticked;
        this.words = words;
        setAlignment(Pos.CENTER);
        box.setOnAction(event -> {
            if (getItem() != null) {
                heard.accept(getItem(), box.isSelected());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
        super.updateItem(row, empty);
        boolean any = !empty && row != null && offered.test(row);
        setGraphic(any ? box : null);
        if (any && row != null) {
            box.setSelected(ticked.test(row));
            box.setAccessibleText(words.apply(row));
        }
    }
}
