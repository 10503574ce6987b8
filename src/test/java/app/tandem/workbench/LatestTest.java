package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.Threads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final AtomicInteger source = new AtomicInteger();
    private final List<Integer> shown = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final Threads threads = new Threads(background::add, window::add);
    private final Latest<Integer> latest = new Latest<>(threads, source::incrementAndGet, shown::add, faults::add);

    @Test
    void aFloodOfRequestsCausesOneMoreComputation() {
        latest.request();
        background.remove().run();
        for (int i = 0; i < 1000; i++) {
            latest.request();
        }
        assertThat(background).isEmpty();
        window.remove().run();
        assertThat(background).hasSize(1);
        background.remove().run();
        window.remove().run();
        assertThat(shown).containsExactly(1, 2);
        assertThat(background).isEmpty();
    }

    @Test
    void oneUpdateWaitsForTheWindowAtMost() {
        latest.request();
        background.remove().run();
        latest.request();
        latest.request();
        assertThat(window).hasSize(1);
    }

    @Test
    void afterAFaultItGoesOn() {
        AtomicInteger calls = new AtomicInteger();
        Latest<Integer> failing = new Latest<>(
                new Threads(Runnable::run, Runnable::run),
                () -> {
                    switch (calls.incrementAndGet()) {
                        case 1 -> throw new IllegalStateException("once");
                        case 2 -> throw new OutOfMemoryError("none left");
                        default -> {
                            return 7;
                        }
                    }
                },
                shown::add,
                faults::add);
        failing.request();
        failing.request();
        failing.request();
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0)).hasMessage("once");
        assertThat(faults.get(1)).hasRootCauseMessage("none left");
        assertThat(shown).containsExactly(7);
    }
}
