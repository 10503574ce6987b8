package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    private static final List<String> HARMLESS = List.of(
            "Nov 24, 2026 11:16:15 PM ai.djl.util.Platform detectPlatform",
            "INFO: Found matching platform from: jar:file:/lib/pytorch-native-cpu.jar!/native/lib/pytorch.properties",
            "Nov 24, 2026 11:16:16 PM ai.djl.util.cuda.CudaUtils getGpuCount",
            "WARNING: Failed to detect GPU count: CUDA driver version is insufficient for CUDA runtime version (35)",
            "",
            "Nov 24, 2026 11:16:16 PM ai.djl.pytorch.engine.PtEngine newInstance",
            "INFO: Number of intra-op threads is 1");

    @Test
    void whatTheEngineSaysOfEveryMachineIsNoLastWord() {
        assertThat(LastWords.of(HARMLESS, 3)).isEmpty();
    }

    @Test
    void whatTellsOfAnErrorGoesBeforeWhatWasPrintedLater() {
        List<String> printed = new ArrayList<>(HARMLESS);
        printed.add("java.lang.OutOfMemoryError: Java heap space");
        printed.add("\tat app.tandem.run.WorkerProcess.train(WorkerProcess.java:1)");
        printed.add("It closes its files");
        printed.addAll(HARMLESS);

        assertThat(LastWords.of(printed, 3)).isEqualTo("java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void whereNothingTellsOfAnErrorTheLastLinesAreKept() {
        assertThat(LastWords.of(List.of("one", "two", "three", " "), 2)).isEqualTo("two\nthree");
    }

    @Test
    void aCrashIsToldWithWhatIsSafeAndWhatToDo() {
        String killed = CrashWords.givenUp(128 + 9, Duration.ZERO, 5);
        assertThat(killed)
                .contains("signal 9", "5 times", "is safe", "Close other programs")
                .doesNotContain("\n");
        assertThat(CrashWords.givenUp(128 + 11, Duration.ZERO, 5)).contains("broke off (signal 11)");
        assertThat(CrashWords.givenUp(128 + 9, Duration.ofMinutes(12), 5))
                .contains("stood still for 12 minutes", "is safe");
    }
}
