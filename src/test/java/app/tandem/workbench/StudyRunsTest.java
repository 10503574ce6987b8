package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.owner.RunPlan;
import app.tandem.run.RunKey;
import app.tandem.run.RunOrder;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.RunStop;
import app.tandem.study.Pool;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StudyRunsTest {

    private static final Study NONE = TinyStudy.of("tiny", Path.of("rooms")).withNetworks(List.of());
    private static final Study ONE = new StudyEdit.SetNetworks(List.of(TinyStudy.JOINT)).apply(NONE);
    private static final Study TWO = NONE.withNetworks(Pool.upTo(1, 1));

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
                Map::of,
                Map::of,
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

    @Test
    void whatWasStoppedIsShownSoAndNotQueuedAndWhatWasInterruptedShowsItsEpochs() {
        List<RunKey> keys = RunPlan.of(TWO, List.of()).all().stream()
                .map(RunPlan.Planned::key)
                .toList();
        Map<RunKey, RunStop> stops = new HashMap<>(Map.of(keys.get(0), RunStop.CANCELLED));
        StudyRuns runs = new StudyRuns(new StudyRuns.Source(
                () -> TWO,
                List::of,
                () -> RunOrder.NONE,
                () -> stops,
                () -> Map.of(keys.get(1), 1),
                List::of,
                run -> run.equals(keys.get(1))));

        assertThat(runs.unqueued()).extracting(RunPlan.Planned::key).containsExactly(keys.get(1));
        assertThat(runs.all()).hasSize(2);
        assertThat(runs.all().get(0).state()).isEqualTo(RunState.CANCELLED);
        RunStatus interrupted = runs.all().get(1);
        assertThat(interrupted.state()).isEqualTo(RunState.QUEUED);
        assertThat(interrupted.epoch()).isEqualTo(1);
        assertThat(interrupted.fraction()).isEqualTo(1.0 / interrupted.epochs());

        stops.put(keys.get(0), RunStop.PAUSED);
        runs.forget();
        assertThat(runs.all().get(0).state()).isEqualTo(RunState.PAUSED);
    }
}
