package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.NewStudy;
import app.tandem.owner.StudyOwner;
import app.tandem.run.CacheFolder;
import app.tandem.run.Device;
import app.tandem.study.Budget;
import app.tandem.study.Pool;
import app.tandem.study.SettingText;
import app.tandem.study.Study;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a study that was training when the window was closed, by a person who wanted it to go on. */
@Timeout(240)
class KeptTrainingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter told = new StringWriter();

    @Test
    void itIsTrainedToItsEndWithProgressAndThenClosed() {
        try (Machine machine = new Machine(console(), Device.CPU)) {
            StudyOwner owner = training(machine, "once,epochs=1,batch=4");

            assertThat(KeptTraining.finish(console(), owner)).isEqualTo(ExitCode.OK);

            assertThat(told.toString())
                    .contains("Training rooms goes on without the window; Ctrl-C stops it.", "2 of 2 runs");
            assertThat(owner.isClosed()).isTrue();
        }
        try (Machine machine = new Machine(console(), Device.CPU);
                StudyOwner again = machine.open(folder.resolve("kept.tandem"))) {
            assertThat(again.plan().missing()).isEmpty();
        }
    }

    @Test
    void aNetworkThatDivergesIsToldByTheExitCode() {
        try (Machine machine = new Machine(console(), Device.CPU)) {
            StudyOwner owner = training(machine, "wild,epochs=9,batch=4,rate=9e5,warmup=0,clip=none");

            assertThat(KeptTraining.finish(console(), owner)).isEqualTo(ExitCode.RUNS_FAILED);

            assertThat(told.toString()).contains("diverged");
        }
    }

    @Test
    void aGuidedTrainingIsKeptToItsOwnEnd() {
        try (Machine machine = new Machine(console(), Device.CPU)) {
            Study found = study("once,epochs=1,batch=4");
            Study joint = found.withNetworks(List.of(found.jointNetwork()));
            StudyOwner owner = machine.create(folder.resolve("kept.tandem"), joint);
            owner.guided().begin(new GuidedGoal("once", Budget.parse("1"), OptionalInt.empty()), Progress.NONE);
            owner.queue().start();

            assertThat(KeptTraining.finish(console(), owner)).isEqualTo(ExitCode.OK);

            assertThat(told.toString())
                    .contains("goes on without the window", "Grouping by guided for 1 SNT", "this is the optimum");
            assertThat(owner.isClosed()).isTrue();
        }
    }

    private Study study(String setting) {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        Study found = NewStudy.ofFolder(folder.resolve("rooms"));
        return found.withSettings(
                List.of(SettingText.parse(setting, found.settings().get(0))));
    }

    private StudyOwner training(Machine machine, String setting) {
        Study found = study(setting);
        Study study = found.withNetworks(Pool.upTo(found.tasks().size(), 1).subList(0, 2));
        StudyOwner owner = machine.create(folder.resolve("kept.tandem"), study);
        owner.queue(owner.plan().missing(), Progress.NONE);
        owner.queue().start();
        return owner;
    }

    private Console console() {
        PrintWriter err = new PrintWriter(told);
        return new Console(err, err, folder, CacheFolder.ofThisProcess(), 0, false);
    }
}
