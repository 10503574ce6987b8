package app.tandem.run;

import app.tandem.training.ComputeDevice;
import app.tandem.training.WorkerSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line and environment of a worker on this machine.
 *
 * @param mainClass that runs it
 * @param classPath of this program, as the JVM writes it
 * @param cacheFolder where native libraries are unpacked
 * @param niceness 0 for the same priority as this process, up to 19 for the lowest; only where there is {@code nice}
 */
record WorkerCommand(String mainClass, String classPath, Path cacheFolder, int niceness) {

    /** A class-data archive that speeds up the worker's start, made with the same class path. */
    static final String ARCHIVE = "tandem.worker.jsa";

    private static final Path NICE = Path.of("/usr/bin/nice");

    /** @param threads of one operation on the CPU */
    List<String> of(RunFolder folder, Device device, int threads) {
        List<String> command = new ArrayList<>();
        if (niceness > 0 && Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", Integer.toString(niceness)));
        }
        command.addAll(java(device, threads));
        command.add("-XX:ErrorFile=" + folder.path().resolve("hs_err.log"));
        command.addAll(List.of(mainClass, WorkerMain.ATTACHED, WorkerMain.DEVICE, device.toString()));
        command.add(folder.path().toString());
        return command;
    }

    /** The program with its options, up to the main class. */
    List<String> java(Device device, int threads) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings(device, threads).jvmOptions());
        command.addAll(List.of(
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Djava.awt.headless=true"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        String archive = System.getProperty(ARCHIVE, "");
        if (!archive.isBlank() && Files.isRegularFile(Path.of(archive)) && device.kind() != Device.Kind.CUDA) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        for (String property : List.of("tandem.home", "tandem.cache")) {
            String value = System.getProperty(property, "");
            if (!value.isBlank()) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.addAll(List.of("-cp", classPathFor(device)));
        return command;
    }

    /** With the CPU's native library on the class path the engine would never look for a GPU. */
    private String classPathFor(Device device) {
        if (device.kind() != Device.Kind.CUDA) {
            return classPath;
        }
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("pytorch-native-cpu"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Adds what a worker needs in its environment. */
    void fillEnvironment(Map<String, String> environment, Device device, int threads) {
        environment.putAll(settings(device, threads).environment());
        environment.put("OPT_OUT_TRACKING", "true");
        environment.putIfAbsent("DJL_CACHE_DIR", cacheFolder.resolve("djl").toString());
        if (device.kind() == Device.Kind.CUDA) {
            environment.put("PYTORCH_FLAVOR", "cu128");
        } else {
            environment.put("DJL_OFFLINE", "true");
        }
    }

    private static WorkerSettings settings(Device device, int threads) {
        return WorkerSettings.of(ComputeDevice.parse(device.toString()), threads);
    }
}
