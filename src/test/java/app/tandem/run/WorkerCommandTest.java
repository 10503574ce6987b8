package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.training.ComputeDevice;
import app.tandem.training.WorkerSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {

    @TempDir
    Path folder;

    @Test
    void aWorkerRunsWithTheSettingsThatTheTrainingAsksFor() throws IOException {
        WorkerSettings settings = WorkerSettings.of(ComputeDevice.CPU, 3);
        List<String> expected = new ArrayList<>();
        settings.environment().forEach((name, value) -> expected.add(name + "=" + value));
        settings.jvmOptions().stream()
                .filter(option -> option.startsWith("-D"))
                .forEach(option -> expected.add(option.substring(2)));

        assertThat(surroundings(3))
                .containsAll(expected)
                .contains("OMP_NUM_THREADS=3", "ai.djl.pytorch.num_threads=3", "DJL_OFFLINE=true");
    }

    @Test
    void aWorkersHeapIsSmall() throws IOException {
        assertThat(surroundings(1)).anySatisfy(line -> assertThat(line).matches("heap=4\\d\\d|heap=5[01]\\d"));
    }

    @Test
    void aWorkerOnAGpuIsNotGivenTheLibraryOfTheCpu() {
        String classPath = String.join(File.pathSeparator, "classes", "pytorch-native-cpu-2.7.1.jar", "api.jar");
        WorkerCommand command = new WorkerCommand("Main", classPath, folder, 0);
        Map<String, String> environment = new HashMap<>();

        command.fillEnvironment(environment, Device.cuda(0), 1);

        assertThat(command.java(Device.cuda(0), 1))
                .endsWith("-cp", String.join(File.pathSeparator, "classes", "api.jar"));
        assertThat(command.java(Device.CPU, 1)).endsWith("-cp", classPath);
        assertThat(environment)
                .containsEntry("OMP_NUM_THREADS", "1")
                .containsKey("PYTORCH_FLAVOR")
                .doesNotContainKey("DJL_OFFLINE");
    }

    private List<String> surroundings(int threads) throws IOException {
        WorkerCommand command =
                new WorkerCommand(WorkerSurroundings.class.getName(), System.getProperty("java.class.path"), folder, 0);
        ProcessBuilder builder =
                new ProcessBuilder(command.of(new RunFolder(folder), Device.CPU, threads)).redirectErrorStream(true);
        command.fillEnvironment(builder.environment(), Device.CPU, threads);
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
