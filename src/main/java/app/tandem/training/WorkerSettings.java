package app.tandem.training;

import java.util.HashMap;
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

    /** The engine's arrays are outside the heap. */
    private static final String HEAP = "-Xmx512m";

    private static final Map<String, String> KEEPS_FREED_MEMORY = Map.of(
            "MALLOC_MMAP_THRESHOLD_", "1073741824",
            "MALLOC_TRIM_THRESHOLD_", "8589934592",
            "MALLOC_TOP_PAD_", "268435456");

    public WorkerSettings {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Settings of a worker of one thread. */
    public static WorkerSettings of(ComputeDevice device) {
        return of(device, 1);
    }

    /**
     * Settings of a worker on a device.
     *
     * <p>On the CPU every worker should have one thread: two such workers train 1.2 times as many images as one with two
     * threads, and the same seed gives the same bits. The C library's allocator is told to keep freed memory: by default
     * every large array of every step is mapped anew, which takes longer than the arithmetic. The JVM's own threads are
     * held off the other workers' cores.
     *
     * @param threads of one operation on the CPU, 1 or more
     */
    public static WorkerSettings of(ComputeDevice device, int threads) {
        String count = Integer.toString(threads);
        Map<String, String> environment = new HashMap<>();
        environment.put("OMP_NUM_THREADS", count);
        environment.put("MKL_NUM_THREADS", count);
        if (!device.isGpu()) {
            environment.putAll(KEEPS_FREED_MEMORY);
        }
        List<String> options = List.of(
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.pytorch.num_threads=" + count,
                "-Dai.djl.pytorch.num_interop_threads=1");
        return new WorkerSettings(environment, options);
    }
}
