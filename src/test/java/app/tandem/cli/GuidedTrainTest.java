package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.run.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A guided training with real workers, stopped by Ctrl-C and taken up again. */
@Timeout(300)
class GuidedTrainTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRunner tandem;

    @BeforeEach
    void makeAStudy() {
        tandem = new CommandLineRunner(folder, CacheFolder.ofThisProcess());
        Ended made = tandem.run(
                "new",
                "rooms",
                "-o",
                "rooms",
                "--tasks",
                "depth_zbuffer,normal,edge_texture",
                "--setting",
                "few,epochs=1,share=0.1",
                "--pool",
                "subsets");
        assertThat(made.code()).as(made.err()).isZero();
    }

    @Test
    void stoppedAndStartedAgainItTrainsWhatItHadChosenAndStopsByItself() {
        String[] train = {"train", "rooms", "--guided", "--budget", "2", "--device", "cpu"};

        Ended stopped = TandemProcess.start(folder, train)
                .await("with a probability of")
                .interrupt()
                .end();
        assertThat(stopped.code()).as(stopped.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(stopped.err()).contains("Go on with: tandem train rooms --guided --budget 2");
        List<String> before = verdicts(stopped);

        Ended ended = TandemProcess.run(folder, train);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(verdicts(ended).subList(0, 2))
                .as("nothing was forgotten, and nothing chosen anew")
                .isEqualTo(before.subList(before.size() - 2, before.size()));
        assertThat(ended.out()).contains("Grouping by guided for 2 SNT, setting few", "Training for it:", "It stops");

        Ended again = TandemProcess.run(folder, train);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(ended.out());
        assertThat(again.err()).doesNotContain("training");
    }

    @Test
    void whatItLooksForIsOnlyNamedWithIt() {
        Ended without = tandem.run("train", "rooms", "--budget", "2");
        assertThat(without.code()).isEqualTo(ExitCode.INPUT);
        assertThat(without.err()).contains("--guided");

        Ended small = tandem.run("train", "rooms", "--guided", "--budget", "1/4");
        assertThat(small.code()).isEqualTo(ExitCode.INPUT);
        assertThat(small.err()).contains("No grouping of the candidates serves every task within the budget");
    }

    private static List<String> verdicts(Ended ended) {
        return ended.err().lines().filter(line -> line.startsWith("guided: ")).toList();
    }
}
