package app.tandem.run;

import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Workers as processes of this machine: one for each CUDA GPU, or one of one thread for each core. */
public final class LocalWorkers implements WorkerLauncher {

    private static final int NICENESS = 5;

    private final List<Device> slots;
    private final WorkerCommand command;
    private final Executor threads;

    private LocalWorkers(List<Device> slots, WorkerCommand command, Executor threads) {
        this.slots = List.copyOf(slots);
        this.command = command;
        this.threads = threads;
    }

    /**
     * Workers on the requested device: {@code auto} is every CUDA GPU that the engine can use, or else the CPU once for
     * each core.
     *
     * @param cacheFolder where native libraries are unpacked
     * @param threads one is taken for each worker as long as it lives
     * @throws UserException if the device is not there
     */
    public static LocalWorkers on(Device requested, Path cacheFolder, Executor threads) {
        WorkerCommand command = command(WorkerMain.class.getName(), cacheFolder);
        return new LocalWorkers(slots(requested, command), command, threads);
    }

    /** Workers that run another main class, in tests. */
    static LocalWorkers of(List<Device> slots, String mainClass, Path cacheFolder, Executor threads) {
        return new LocalWorkers(slots, command(mainClass, cacheFolder), threads);
    }

    private static WorkerCommand command(String mainClass, Path cacheFolder) {
        return new WorkerCommand(mainClass, System.getProperty("java.class.path"), cacheFolder, NICENESS);
    }

    private static List<Device> slots(Device requested, WorkerCommand command) {
        List<Device> cpu = Collections.nCopies(Runtime.getRuntime().availableProcessors(), Device.CPU);
        if (requested.kind() == Device.Kind.CPU) {
            return cpu;
        }
        int gpus = GpuCount.ofThisMachine(command);
        if (requested.kind() == Device.Kind.AUTO) {
            return gpus == 0
                    ? cpu
                    : IntStream.range(0, gpus).mapToObj(Device::cuda).toList();
        }
        if (requested.index() >= gpus) {
            throw new UserException(
                    "The engine can use " + gpus + " CUDA GPUs here, so " + requested + " is not one of them",
                    "",
                    "Use auto or cpu");
        }
        return List.of(requested);
    }

    @Override
    public List<Device> slots() {
        return slots;
    }

    @Override
    public Worker launch(RunFolder folder, Device device, WorkerListener listener) throws IOException {
        assert Blocking.isAllowedHere() : "a process is started on the window's thread";
        int engineThreads = folder.job().threads();
        ProcessBuilder builder = new ProcessBuilder(command.of(folder, device, engineThreads))
                .directory(folder.path().toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.logFile().toFile()));
        command.fillEnvironment(builder.environment(), device, engineThreads);
        Process process = builder.start();
        threads.execute(() -> attend(process, folder, listener));
        return new LocalWorker(process);
    }

    /** Passes wake-ups on until the process is gone. */
    private static void attend(Process process, RunFolder folder, WorkerListener listener) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.wakeUp();
                keepBanner(line, folder);
            }
        } catch (IOException e) {
            System.getLogger(LocalWorkers.class.getName())
                    .log(System.Logger.Level.DEBUG, "The pipe of " + folder.path() + " broke", e);
        }
        try {
            process.onExit().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            process.destroyForcibly();
        }
        listener.ended(process.isAlive() ? ExitCode.INTERNAL : process.exitValue());
    }

    /** A dying JVM prints its reasons to standard output. */
    private static void keepBanner(String line, RunFolder folder) throws IOException {
        if (!line.isBlank()) {
            Files.writeString(
                    folder.logFile(),
                    line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    @Override
    public Worker follow(RunFolder folder, WorkerListener listener) {
        Following following = new Following(folder, listener);
        threads.execute(following::await);
        return following;
    }

    private record LocalWorker(Process process) implements Worker {

        @Override
        public void stop() {
            try {
                OutputStream commands = process.getOutputStream();
                commands.write("stop\n".getBytes(StandardCharsets.US_ASCII));
                commands.flush();
            } catch (IOException e) {
                // Its end of the pipe is closed: it is ending.
                process.destroy();
            }
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }
    }

    private record Following(RunFolder folder, WorkerListener listener) implements Worker {

        void await() {
            try {
                ProcessLock.awaitRelease(folder.lockFile());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                System.getLogger(LocalWorkers.class.getName())
                        .log(System.Logger.Level.WARNING, "The lock of " + folder.path(), e);
            }
            listener.wakeUp();
            listener.ended(ExitCode.LOCKED);
        }

        @Override
        public void stop() {
            // It belongs to someone else, who stops it or has ended, and then it stops by itself.
        }

        /** Its process is the one that its last start named, unless that one is younger: then the id is another's by now. */
        @Override
        public void kill() {
            try {
                folder.events().stream()
                        .filter(RunEvent.Started.class::isInstance)
                        .map(RunEvent.Started.class::cast)
                        .reduce((first, last) -> last)
                        .flatMap(RunEvent.Started::process)
                        .ifPresent(ProcessHandle::destroyForcibly);
            } catch (IOException e) {
                System.getLogger(LocalWorkers.class.getName())
                        .log(System.Logger.Level.WARNING, "The events of " + folder.path(), e);
            }
        }
    }
}
