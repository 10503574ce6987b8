package app.tandem.run;

import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A worker from its start to its exit code: takes the run's lock, trains, and writes what happens into the run's folder.
 * It ends, with the checkpoint of its last epoch in place, when it is told {@code stop} or {@code pause} on standard input, when its standard input
 * ends because its parent is gone (only if attached), and on SIGTERM or SIGINT.
 */
final class WorkerProcess {

    private static final long LONGEST_GOODBYE_SECONDS = 60;

    private final RunFolder folder;
    private final Optional<Device> device;
    private final boolean attached;
    private final Training training;
    private final ThreadFactory threads;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final OutputStream pipe = new FileOutputStream(FileDescriptor.out);

    WorkerProcess(
            RunFolder folder, Optional<Device> device, boolean attached, Training training, ThreadFactory threads) {
        this.folder = folder;
        this.device = device;
        this.attached = attached;
        this.training = training;
        this.threads = threads;
    }

    /** Runs to the end; the answer is one of {@link ExitCode}. */
    int run() {
        // Libraries may print; standard output is for waking the parent up.
        System.setOut(System.err);
        try (ProcessLock lock = ProcessLock.acquire(folder.lockFile()).orElse(null)) {
            if (lock == null) {
                System.err.println(folder.path() + ": Another worker is at this run.");
                return ExitCode.LOCKED;
            }
            Job job = folder.job();
            if (folder.result().isPresent()) {
                return ExitCode.ENDED;
            }
            listen();
            return train(job);
        } catch (UserException e) {
            System.err.println(e.getMessage());
            return ExitCode.BAD_JOB;
        } catch (IOException | UncheckedIOException e) {
            System.err.println(folder.path() + ": The run's folder cannot be written (" + e.getMessage() + ").");
            return ExitCode.INTERNAL;
        } finally {
            ended.countDown();
        }
    }

    private void listen() {
        if (attached) {
            threads.newThread(this::readCommands).start();
        }
        Runtime.getRuntime().addShutdownHook(threads.newThread(() -> {
            stop.set(true);
            try {
                if (!ended.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("The worker did not end in time.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void readCommands() {
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String command = commands.readLine();
            while (command != null && !command.equals("stop") && !command.equals("pause")) {
                command = commands.readLine();
            }
        } catch (IOException e) {
            System.err.println("The parent is gone (" + e.getMessage() + ").");
        }
        stop.set(true);
    }

    private int train(Job job) throws IOException {
        try (EventLog log = new EventLog(folder.eventsFile(), this::wakeParent)) {
            Device chosen = device.orElse(job.device().kind() == Device.Kind.AUTO ? Device.CPU : job.device());
            Session session = new Session(log, chosen);
            Optional<RunResult> result;
            try {
                result = toResult(job, session, training.train(job, chosen, folder.checkpoint(), session));
            } catch (Throwable problem) {
                RunResult.Failed failed = Failures.classify(problem);
                problem.printStackTrace();
                folder.writeResult(failed);
                log.append(new RunEvent.Ended(Instant.now(), "failed"));
                return failed.failure() == RunResult.Failure.OUT_OF_MEMORY
                        ? ExitCode.OUT_OF_MEMORY
                        : failed.failure() == RunResult.Failure.INTERNAL ? ExitCode.INTERNAL : ExitCode.ENDED;
            }
            if (result.isEmpty()) {
                log.append(new RunEvent.Ended(Instant.now(), "stopped"));
                return ExitCode.STOPPED;
            }
            folder.writeResult(result.get());
            boolean finished = result.get() instanceof RunResult.Finished;
            log.append(new RunEvent.Ended(Instant.now(), finished ? "finished" : "diverged"));
            if (finished) {
                Files.deleteIfExists(folder.checkpoint());
            }
            return ExitCode.ENDED;
        }
    }

    private Optional<RunResult> toResult(Job job, Session session, Training.Outcome outcome) throws IOException {
        if (outcome instanceof Training.Outcome.Finished finished) {
            return Optional.of(new RunResult.Finished(
                    finished.reportedEpoch(),
                    finished.losses(),
                    provenance(job, session, finished.multiplyAdds(), finished.imagesPerSecond())));
        } else if (outcome instanceof Training.Outcome.Diverged diverged) {
            return Optional.of(new RunResult.Diverged(
                    diverged.step(),
                    diverged.remedies(),
                    provenance(job, session, session.multiplyAdds, session.imagesPerSecond)));
        }
        return Optional.empty();
    }

    private Provenance provenance(Job job, Session session, long multiplyAdds, double imagesPerSecond)
            throws IOException {
        Map<String, String> versions = new TreeMap<>(training.versions());
        versions.put("tandem", String.valueOf(WorkerProcess.class.getPackage().getImplementationVersion()));
        versions.put("java", Runtime.version().toString());
        versions.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return new Provenance(
                job.seed(),
                job.dataHash(),
                job.designHash(),
                versions,
                session.device.toString(),
                job.threads(),
                TrainingTime.of(folder.events(), Instant.now()),
                multiplyAdds,
                imagesPerSecond);
    }

    /** The line carries nothing: what happened is in the events' file. */
    private void wakeParent() {
        if (attached) {
            try {
                pipe.write('\n');
            } catch (IOException e) {
                stop.set(true);
            }
        }
    }

    /** What the training tells, as events. */
    private final class Session implements Training.Observer {

        private static final Duration BETWEEN_STEPS = Duration.ofMillis(200);

        private final EventLog log;
        private final Device device;
        private long multiplyAdds;
        private double imagesPerSecond;
        private Instant lastStep = Instant.MIN;
        private final BusyCores cores = new BusyCores();

        Session(EventLog log, Device device) {
            this.log = log;
            this.device = device;
        }

        @Override
        public void started(int doneEpochs, long totalSteps, long networkMultiplyAdds) {
            multiplyAdds = networkMultiplyAdds;
            long pid = ProcessHandle.current().pid();
            append(new RunEvent.Started(Instant.now(), pid, device.toString(), doneEpochs, totalSteps, multiplyAdds));
        }

        @Override
        public void stepped(long step, double rate) {
            imagesPerSecond = rate;
            Instant now = Instant.now();
            if (lastStep.equals(Instant.MIN) || now.isAfter(lastStep.plus(BETWEEN_STEPS))) {
                lastStep = now;
                append(new RunEvent.Stepped(now, step, rate, load(now)));
            }
        }

        private WorkerLoad load(Instant now) {
            return new WorkerLoad(ResidentMemory.bytes(), cores.at(now), training.gpuBytes(device));
        }

        @Override
        public void epochEnded(EpochLosses losses) {
            append(new RunEvent.EpochEnded(Instant.now(), losses));
        }

        @Override
        public void affinitiesMeasured(JointAffinities affinities) {
            append(new RunEvent.AffinitiesMeasured(Instant.now(), affinities));
        }

        @Override
        public void checkpointed(int epoch) {
            append(new RunEvent.Checkpointed(Instant.now(), epoch));
        }

        @Override
        public boolean shouldStop() {
            return stop.get();
        }

        private void append(RunEvent event) {
            try {
                log.append(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Path requireFolder(String text) {
        Path path = Path.of(text).toAbsolutePath();
        if (!Files.isDirectory(path)) {
            throw new UserException("There is no such folder", text, "Name the folder of a run");
        }
        return path;
    }
}
