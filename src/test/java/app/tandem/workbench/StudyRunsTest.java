package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.run.RunOrder;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StudyRunsTest {

    private static final Study NONE = TinyStudy.of("tiny", Path.of("rooms")).withNetworks(List.of());
    private static final Study ONE = new StudyEdit.SetNetworks(List.of(TinyStudy.JOINT)).apply(NONE);

    @Test
    void whatChangesWhileItIsBeingReadIsReadAgain() {
        AtomicReference<Study> study = new AtomicReference<>(NONE);
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        StudyRuns runs = new StudyRuns(new StudyRuns.Source(
                () -> {
                    Study read = study.get();
                    meanwhile.getAndSet(() -> {}).run();
                    return read;
                },
                List::of,
                () -> RunOrder.NONE,
                List::of,
                run -> true));
        meanwhile.set(() -> {
            study.set(ONE);
            runs.forget();
        });

        assertThat(runs.unqueued()).isEmpty();
        assertThat(runs.unqueued()).hasSize(1);
        assertThat(runs.all()).hasSize(1);
    }
}
