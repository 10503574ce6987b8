package app.tandem.workbench.losses;

import app.tandem.workbench.common.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** A choice of any number of values, which says what is chosen. It stays open while one chooses. */
final class FacetMenu<T> extends MenuButton {

    private static final int NAMED = 2;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final String name;
    private final Messages messages;
    private final Function<T, String> words;
    private final Consumer<Set<T>> chosen;
    private List<T> values = List.of();
    private Set<T> selected = Set.of();

    /** @param chosen hears of every choice the user makes, but not of {@link #select} */
    FacetMenu(String name, Messages messages, Function<T, String> words, Consumer<Set<T>> chosen) {
        this.name = name;
        this.messages = messages;
        this.words = words;
        this.chosen = chosen;
        setMnemonicParsing(false);
        getStyleClass().addAll("facet");
        setOnShowing(event -> getItems().setAll(items()));
        // A menu without items does not open; these are made anew when it does.
        getItems().setAll(new MenuItem());
        say();
    }

    void setValues(List<T> now) {
        values = List.copyOf(now);
        setVisible(values.size() > 1);
        setManaged(values.size() > 1);
        say();
    }

    /** Shows what is chosen. */
    void select(Set<T> now) {
        selected = Set.copyOf(now);
        say();
    }

    private void say() {
        List<String> named =
                values.stream().filter(selected::contains).map(words).toList();
        pseudoClassStateChanged(CHOSEN, !named.isEmpty());
        if (named.isEmpty()) {
            setText(name);
            return;
        }
        String some = String.join(", ", named.subList(0, Math.min(NAMED, named.size())));
        setText(
                named.size() > NAMED
                        ? messages.text("losses.facetMore", name, some, named.size() - NAMED)
                        : messages.text("losses.facet", name, some));
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (T value : values) {
            CheckBox box = new CheckBox(words.apply(value));
            box.setMnemonicParsing(false);
            box.setSelected(selected.contains(value));
            CustomMenuItem item = new CustomMenuItem(box, false);
            box.setOnAction(event -> choose(value, box.isSelected()));
            // By the keys the item is chosen, and not the box in it.
            item.setOnAction(event -> {
                box.setSelected(!box.isSelected());
                choose(value, box.isSelected());
            });
            items.add(item);
        }
        return items;
    }

    private void choose(T value, boolean wanted) {
        Set<T> next = new LinkedHashSet<>(selected);
        if (wanted) {
            next.add(value);
        } else {
            next.remove(value);
        }
        select(next);
        chosen.accept(next);
    }
}
