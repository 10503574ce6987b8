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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Workers as processes of this machine: one for each CUDA GPU, or one of one thread for each core. */
public final class LocalWorkers implements WorkerLauncher {

    private static final int NICENESS = 5;
    private static final int UNKNOWN = -1;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final WorkerCommand command;
    private final Executor threads;
    private volatile WorkerChoice choice;
    private volatile List<Device> slots;
    private volatile int gpus = UNKNOWN;

    private LocalWorkers(WorkerChoice choice, List<Device> slots, WorkerCommand command, Executor threads) {
        this.choice = choice;
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
        return on(WorkerChoice.of(requested), cacheFolder, threads);
    }

    /**
     * As many workers as were chosen; they may be chosen anew with {@link #choose}.
     *
     * @throws UserException as {@link #choose}
     */
    public static LocalWorkers on(WorkerChoice choice, Path cacheFolder, Executor threads) {
        WorkerCommand command = command(WorkerMain.class.getName(), cacheFolder);
        LocalWorkers workers = new LocalWorkers(choice, List.of(), command, threads);
        workers.slots = workers.slots(choice);
        return workers;
    }

    /** Workers that run another main class, in tests. */
    static LocalWorkers of(List<Device> slots, String mainClass, Path cacheFolder, Executor threads) {
        return new LocalWorkers(WorkerChoice.AUTO, slots, command(mainClass, cacheFolder), threads);
    }

    private static WorkerCommand command(String mainClass, Path cacheFolder) {
        return new WorkerCommand(mainClass, System.getProperty("java.class.path"), cacheFolder, NICENESS);
    }

    private List<Device> slots(WorkerChoice wanted) {
        List<Device> devices = devices(wanted.device());
        if (wanted.workers() == WorkerChoice.AS_MANY_AS_FIT) {
            return devices;
        }
        if (devices.get(0).kind() == Device.Kind.CPU && wanted.workers() > cores()) {
            throw new UserException(
                    "A worker on the CPU takes a core, and this machine has " + cores() + ", not " + wanted.workers(),
                    "",
                    "Give a smaller number of workers");
        }
        return IntStream.range(0, wanted.workers())
                .mapToObj(worker -> devices.get(worker % devices.size()))
                .toList();
    }

    private List<Device> devices(Device requested) {
        List<Device> cpu = Collections.nCopies(cores(), Device.CPU);
        if (requested.kind() == Device.Kind.CPU) {
            return cpu;
        }
        int there = gpus();
        if (requested.kind() == Device.Kind.AUTO) {
            return there == 0
                    ? cpu
                    : IntStream.range(0, there).mapToObj(Device::cuda).toList();
        }
        if (requested.index() >= there) {
            throw new UserException(
                    "The engine can use " + there + " CUDA GPUs here, so " + requested + " is not one of them",
                    "",
                    "Use auto or cpu");
        }
        return List.of(requested);
    }

    /** The cores of this machine. */
    public int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The CUDA GPUs that the engine can use here; the first time that may take a while. */
    public int gpus() {
        if (gpus == UNKNOWN) {
            gpus = GpuCount.ofThisMachine(command);
        }
        return gpus;
    }

    /** What was chosen last. */
    public WorkerChoice choice() {
        return choice;
    }

    /**
     * Lets this machine train with other workers from now on. Those that train a run end it where it is; further ones begin
     * at once.
     *
     * @throws UserException if the device is not there, or there are too few cores; nothing is changed then
     */
    public synchronized void choose(WorkerChoice wanted) {
        slots = List.copyOf(slots(wanted));
        choice = wanted;
        listeners.forEach(Runnable::run);
    }

    @Override
    public Runnable whenSlotsChange(Runnable heard) {
        listeners.add(heard);
        return () -> listeners.remove(heard);
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
