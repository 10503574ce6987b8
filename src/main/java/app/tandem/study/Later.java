package app.tandem.study;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when somebody first asks for it, which may be never. Safe for several threads: it is made once, and
 * who asks meanwhile waits. Where that fails, whoever asks hears why, and the next one tries again.
 */
public final class Later<T> {

    private @Nullable Supplier<T> source;
    private volatile @Nullable T made;

    public Later(Supplier<T> source) {
        this.source = source;
    }

    public T get() {
        T known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            known = Objects.requireNonNull(source).get();
            made = known;
            // What it was made from is needed no more.
            source = null;
        }
        return known;
    }
}
