package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.data.DatasetCache;
import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.owner.NewStudy;
import app.tandem.run.Job;
import app.tandem.run.RunFolder;
import app.tandem.run.RunResult;
import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code tandem worker} in a process of its own, as a cluster starts it. */
@Timeout(120)
class WorkerCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void itTrainsTheRunOfItsFolderAndLeavesTheResultThere() throws IOException {
        RunFolder run = prepared();

        Ended ended = TandemProcess.run(folder, "worker", "run");

        assertThat(ended.code()).as(ended.err()).isEqualTo(app.tandem.run.ExitCode.ENDED);
        assertThat(run.result()).get().isInstanceOf(RunResult.Finished.class);
    }

    @Test
    void aRunThatEndedIsNotTrainedAgain() throws IOException {
        prepared();
        TandemProcess.run(folder, "worker", "run");
        String result = Files.readString(folder.resolve("run/result.json"));

        Ended again = TandemProcess.run(folder, "worker", "run");

        assertThat(again.code()).as(again.err()).isEqualTo(app.tandem.run.ExitCode.ENDED);
        assertThat(folder.resolve("run/result.json")).hasContent(result);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        refused(TandemProcess.run(folder, "worker", "nowhere"), app.tandem.run.ExitCode.USAGE, "nowhere");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFolderWithoutAJobIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        refused(TandemProcess.run(folder, "worker", "empty"), app.tandem.run.ExitCode.BAD_JOB, "There is no job here");
    }

    @Test
    void aDamagedJobIsRefusedWithItsFile() throws IOException {
        RunFolder run = prepared();
        Path job = run.path().resolve("job.json");
        Files.writeString(job, Files.readString(job).substring(0, 40));

        refused(TandemProcess.run(folder, "worker", "run"), app.tandem.run.ExitCode.BAD_JOB, "job.json", "damaged");
        assertThat(run.path().resolve("result.json")).doesNotExist();
    }

    @Test
    void anUnknownDeviceIsRefused() throws IOException {
        RunFolder run = prepared();

        refused(
                TandemProcess.run(folder, "worker", "run", "--device", "tpu"),
                app.tandem.run.ExitCode.USAGE,
                "‘tpu’",
                "cuda:0");
        assertThat(run.path().resolve("result.json")).doesNotExist();
    }

    private static void refused(Ended ended, int code, String... told) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(told).doesNotContain("Exception", "\n");
    }

    /** Two tasks in one network, for one epoch. */
    private RunFolder prepared() throws IOException {
        new RoomsGenerator(1, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        Study study = NewStudy.ofFolder(folder.resolve("rooms"));
        Setting setting =
                SettingText.parse("once,epochs=1,batch=4", study.settings().get(0));
        DatasetCache cache = DatasetCache.prepare(
                study.dataset(), study.tasks(), setting.inputSize(), folder.resolve("decoded"), Progress.NONE);
        RunFolder run = new RunFolder(folder.resolve("run"));
        run.prepare(Job.of(study, study.networks().get(0), setting, 0, cache));
        return run;
    }
}
