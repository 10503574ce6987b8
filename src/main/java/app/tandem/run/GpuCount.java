package app.tandem.run;

import app.tandem.study.Blocking;
import app.tandem.training.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Counts the CUDA GPUs that the engine can use. It is asked in a process of its own, with the class path and environment
 * of a worker on a GPU, so that the engine is never loaded here.
 */
public final class GpuCount {

    private static final int BASE = 100;
    private static final int LONGEST_SECONDS = 120;

    private GpuCount() {}

    /** The process that counts: its exit code is 100 more than the number of GPUs. */
    public static void main(String[] arguments) {
        System.exit(BASE + Devices.gpuCount());
    }

    /** 0 without asking the engine where there is no driver of NVIDIA's. */
    static int ofThisMachine(WorkerCommand command) {
        assert Blocking.isAllowedHere() : "a process is started on the window's thread";
        if (!hasDriver()) {
            return 0;
        }
        Device gpu = Device.cuda(0);
        List<String> line = new ArrayList<>(command.java(gpu, 1));
        line.add(GpuCount.class.getName());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.fillEnvironment(builder.environment(), gpu, 1);
        try {
            Process process = builder.start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return 0;
            }
            return Math.max(0, process.exitValue() - BASE);
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static boolean hasDriver() {
        String windows = System.getenv("SystemRoot");
        return Files.exists(Path.of("/dev/nvidiactl"))
                || (windows != null && Files.exists(Path.of(windows, "System32", "nvcuda.dll")));
    }
}
