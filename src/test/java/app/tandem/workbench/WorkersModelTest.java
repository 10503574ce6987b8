package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.WorkerChoice;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.design.WorkersModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many runs this machine trains at a time is chosen, without a window. */
class WorkersModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<WorkerChoice> kept = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();

    private LocalWorkers workers() {
        return LocalWorkers.on(Device.CPU, folder, Runnable::run);
    }

    private WorkersModel model(LocalWorkers workers) {
        return new WorkersModel(workers, new Threads(Runnable::run, Runnable::run), kept::add, faults::add);
    }

    @Test
    void whatIsChosenHoldsAtOnceAndIsKept() {
        LocalWorkers workers = workers();
        WorkersModel model = model(workers);
        assertThat(model.countProperty().get()).as("as many as fit").isEmpty();
        assertThat(model.offerProperty().get().orElseThrow().fitting(Device.CPU))
                .isEqualTo(workers.cores());
        List<String> done = new ArrayList<>();
        model.typeCount("1");
        model.apply(() -> done.add("done"));

        assertThat(workers.slots()).containsExactly(Device.CPU);
        assertThat(kept).containsExactly(new WorkerChoice(Device.CPU, 1));
        assertThat(done).hasSize(1);
        assertThat(model(workers).countProperty().get()).isEqualTo("1");
    }

    @Test
    void whatCannotBeIsSaidAndNotKept() {
        LocalWorkers workers = workers();
        WorkersModel model = model(workers);
        model.typeCount("none");
        assertThat(model.faultProperty().get().orElseThrow().what()).contains("‘none’ is not a whole number");
        model.apply(() -> faults.add(new IllegalStateException("nothing is done")));

        model.typeCount("999");
        assertThat(model.faultProperty().get()).isEmpty();
        model.apply(() -> faults.add(new IllegalStateException("nothing is done")));
        assertThat(model.faultProperty().get().orElseThrow().what()).contains("takes a core");
        assertThat(workers.slots()).hasSize(workers.cores());
        assertThat(kept).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void theChoiceIsThereTheNextTime() {
        WindowChoicesFile file = new WindowChoicesFile(folder.resolve("window.properties"));
        WindowChoices choices = new WindowChoices(ColorTheme.LIGHT, Language.ENGLISH, List.of(), WindowLayout.FIRST);
        file.save(choices.withWorkers(new WorkerChoice(Device.cuda(1), 3)).withTheme(ColorTheme.DARK));
        assertThat(file.load(Locale.ENGLISH).workers()).isEqualTo(new WorkerChoice(Device.cuda(1), 3));
        file.save(choices);
        assertThat(file.load(Locale.ENGLISH).workers()).isEqualTo(WorkerChoice.AUTO);
    }
}
