package app.tandem.workbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class LongWorksTest {

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private final LongWorks works = new LongWorks(() -> now);
    private final SimpleObjectProperty<OptionalDouble> progress = new SimpleObjectProperty<>(OptionalDouble.empty());
    private final List<String> asked = new ArrayList<>();

    private LongWork only() {
        return works.underWay().get(0);
    }

    private void follow() {
        works.follow(progress, () -> asked.add("stop"), "work.preparing");
    }

    @Test
    void workIsThereForAsLongAsItIsUnderWay() {
        follow();
        assertThat(works.underWay()).isEmpty();
        progress.set(OptionalDouble.of(0));
        LongWork begun = only();
        progress.set(OptionalDouble.of(0.5));
        assertThat(works.underWay()).containsExactly(begun);
        assertThat(begun.words(Messages.in(Language.ENGLISH))).isEqualTo("Preparing the images");
        progress.set(OptionalDouble.empty());
        assertThat(works.underWay()).isEmpty();
        progress.set(OptionalDouble.of(0));
        assertThat(only()).as("begun again, it is another piece of work").isNotSameAs(begun);
    }

    @Test
    void whatIsLeftIsReckonedFromTheTimeItTookSoFar() {
        progress.set(OptionalDouble.of(0));
        follow();
        now = now.plus(Duration.ofMillis(500));
        progress.set(OptionalDouble.of(0.1));
        assertThat(only().stateProperty().get().left()).as("too early to tell").isEmpty();
        now = now.plus(Duration.ofMillis(9500));
        progress.set(OptionalDouble.of(0.25));
        assertThat(only().stateProperty().get())
                .isEqualTo(new LongWork.State(0.25, Optional.of(Duration.ofSeconds(30)), false));
        progress.set(OptionalDouble.of(-1));
        assertThat(only().stateProperty().get().left()).isEmpty();
    }

    @Test
    void workIsAskedOnceToStopAndSaysSoUntilItHas() {
        progress.set(OptionalDouble.of(0.5));
        follow();
        LongWork work = only();
        work.cancel();
        work.cancel();
        assertThat(asked).containsExactly("stop");
        now = now.plus(Duration.ofMinutes(1));
        progress.set(OptionalDouble.of(0.6));
        assertThat(work.stateProperty().get()).isEqualTo(new LongWork.State(0.6, Optional.empty(), true));
        progress.set(OptionalDouble.empty());
        assertThat(works.underWay()).isEmpty();
    }
}
