package app.tandem.training;

import java.util.List;
import java.util.Map;

/**
 * How a worker's JVM must be started to train fast and the same every time. All of it is measured; see {@code
 * performance.md}.
 *
 * @param environment variables to add to the worker's environment
 * @param jvmOptions options for the worker's JVM
 */
public record WorkerSettings(Map<String, String> environment, List<String> jvmOptions) {

    private static final String ONE = "1";

    public WorkerSettings {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * Settings of a worker on a device.
     *
     * <p>On the CPU every worker has one thread: two such workers train 1.2 times as many images as one with two threads,
     * and the same seed gives the same bits. The C library's allocator is told to keep freed memory: by default every
     * large array of every step is mapped anew. The JVM's own threads are held off the other workers' cores.
     */
    public static WorkerSettings of(ComputeDevice device) {
        List<String> options = List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dai.djl.pytorch.num_interop_threads=1");
        if (device.isGpu()) {
            return new WorkerSettings(Map.of(), options);
        }
        return new WorkerSettings(
                Map.of(
                        "OMP_NUM_THREADS", ONE,
                        "MKL_NUM_THREADS", ONE,
                        "MALLOC_MMAP_THRESHOLD_", "1073741824",
                        "MALLOC_TRIM_THRESHOLD_", "8589934592",
                        "MALLOC_TOP_PAD_", "268435456"),
                options);
    }
}
