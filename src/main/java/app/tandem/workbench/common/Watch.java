package app.tandem.workbench.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/** What the views listen to, so that views which are replaced stop listening to view models that stay. */
public final class Watch {

    private final List<Runnable> ends = new ArrayList<>();

    /** Hears of every change of a value. */
    public <T> void on(ObservableValue<T> value, Consumer<T> heard) {
        ChangeListener<T> listener = (property, before, after) -> heard.accept(after);
        value.addListener(listener);
        ends.add(() -> value.removeListener(listener));
    }

    /** Hears of every change of a list. */
    public void on(ObservableList<?> list, Runnable heard) {
        InvalidationListener listener = observable -> heard.run();
        list.addListener(listener);
        ends.add(() -> list.removeListener(listener));
    }

    /** Does something when it ends. */
    public void atEnd(Runnable end) {
        ends.add(end);
    }

    /** Another one that ends with this one at the latest. */
    public Watch inner() {
        Watch inner = new Watch();
        ends.add(inner::end);
        return inner;
    }

    /** Stops hearing. */
    public void end() {
        ends.forEach(Runnable::run);
        ends.clear();
    }
}
