package app.tandem.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What this machine offers to train on. */
public final class Devices {

    private Devices() {}

    /**
     * The devices of as many workers as this machine runs at a time.
     *
     * @param requested {@code auto} for every CUDA GPU that the engine can use, or else the CPU once for each core;
     *     {@code cpu} for the CPU once for each core; {@code cuda:N} for one GPU
     * @throws UserException if the text is none of these, or the GPU is not there
     */
    public static List<ComputeDevice> workers(String requested) {
        if (requested.equals("auto")) {
            return gpuCount() > 0
                    ? IntStream.range(0, gpuCount())
                            .mapToObj(ComputeDevice::cuda)
                            .toList()
                    : cores();
        }
        ComputeDevice device = ComputeDevice.parse(requested);
        if (!device.isGpu()) {
            return cores();
        }
        if (device.gpu() >= gpuCount()) {
            throw new UserException(
                    "The engine can use " + gpuCount() + " CUDA GPUs here, so " + device + " is not one of them",
                    "",
                    "Use ‘auto’ or ‘cpu’; ‘doctor’ tells what this machine offers");
        }
        return List.of(device);
    }

    /** How many CUDA GPUs the engine can use: 0 with the engine's CPU build. Starts the engine. */
    public static int gpuCount() {
        return engine().getGpuCount();
    }

    /** The engine's name and version, such as {@code PyTorch 2.7.1 (DJL 0.36.0)}. Starts the engine. */
    public static String engineVersion() {
        Engine engine = engine();
        return engine.getEngineName() + " " + engine.getVersion() + " (DJL " + Engine.getDjlVersion() + ")";
    }

    /** Memory in use on a GPU, by all processes, in bytes; 0 for the CPU, whose memory the operating system tells. */
    public static long bytesInUse(ComputeDevice device) {
        return device.isGpu() ? CudaUtils.getGpuMemory(Device.gpu(device.gpu())).getUsed() : 0;
    }

    private static Engine engine() {
        assert Blocking.isAllowedHere() : "the engine is asked on the window's thread";
        return Engine.getEngine("PyTorch");
    }

    private static List<ComputeDevice> cores() {
        return Collections.nCopies(Runtime.getRuntime().availableProcessors(), ComputeDevice.CPU);
    }
}
