package app.tandem.run;

import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run: its job, what happened, its checkpoint and its result. What is in it is the truth about the run,
 * wherever its worker ran.
 */
public record RunFolder(Path path) {

    private static final int LONGEST_FILE = 16 << 20;

    /** The folder of a run among those of its study. */
    public static RunFolder of(Path runsFolder, RunKey key) {
        return new RunFolder(runsFolder.resolve(key.folderName()));
    }

    public Path jobFile() {
        return path.resolve("job.json");
    }

    public Path eventsFile() {
        return path.resolve("events.jsonl");
    }

    public Path checkpoint() {
        return path.resolve("checkpoint.safetensors");
    }

    public Path resultFile() {
        return path.resolve("result.json");
    }

    public Path lockFile() {
        return path.resolve("lock");
    }

    /** What the worker's process printed. */
    public Path logFile() {
        return path.resolve("worker.log");
    }

    /**
     * Makes the folder ready for a job. What another job has left there, one with other data or another design, is
     * removed; a checkpoint or result of the same job stays.
     */
    public void prepare(Job job) throws IOException {
        assert Blocking.isAllowedHere() : "a file is written on the window's thread";
        Files.createDirectories(path);
        if (!holds(job)) {
            clear();
        }
        AtomicFile.write(jobFile(), JobJson.write(job));
    }

    boolean holds(Job job) {
        try {
            return Files.exists(jobFile()) && job().sameResultAs(job);
        } catch (UserException e) {
            return false;
        }
    }

    /** Removes everything but the lock. */
    private void clear() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(file -> !file.equals(lockFile())).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** Removes all that is known of the run, so that it is trained from the start. */
    public void forget() throws IOException {
        if (Files.isDirectory(path)) {
            clear();
        }
    }

    /** @throws UserException if there is no job, or it is damaged or of another version */
    public Job job() {
        Job job = read(jobFile(), JobJson::read);
        if (job == null) {
            throw new UserException("There is no job here", path.toString(), "Name the folder of a run");
        }
        return job;
    }

    /**
     * How the run ended; empty while it has not.
     *
     * @throws UserException if the file is damaged
     */
    public Optional<RunResult> result() {
        return Optional.ofNullable(read(resultFile(), ResultJson::read));
    }

    /** The result if it is one of this very job. */
    Optional<RunResult> resultOf(Job job) {
        return holds(job) ? result() : Optional.empty();
    }

    /** Forgets that the run failed, so that it can go on from its checkpoint. */
    void forgetFailure() throws IOException {
        Files.deleteIfExists(resultFile());
    }

    /** The last lines of what the worker printed that are worth reading; empty where there are none. */
    String lastWords(int lines) {
        try {
            return LastWords.of(Files.readAllLines(logFile(), StandardCharsets.ISO_8859_1), lines);
        } catch (IOException e) {
            return "";
        }
    }

    public void writeResult(RunResult result) throws IOException {
        AtomicFile.write(resultFile(), ResultJson.write(result));
    }

    /** Everything that happened so far. */
    public List<RunEvent> events() throws IOException {
        return new EventTail(eventsFile()).next();
    }

    /** Whether a worker is alive on this run. */
    public boolean isAlive() throws IOException {
        return Files.exists(lockFile()) && ProcessLock.isHeld(lockFile());
    }

    /**
     * How many epochs the checkpoint holds; 0 where there is none.
     *
     * @throws UserException if there is a checkpoint without a job that can be read
     */
    public int checkpointedEpochs() throws IOException {
        if (!Files.exists(checkpoint())) {
            return 0;
        }
        RunProgress progress = new RunProgress(job());
        events().forEach(progress::apply);
        return progress.checkpointed();
    }

    private static <T> @Nullable T read(Path file, Function<byte[], T> reader) {
        assert Blocking.isAllowedHere() : "a file is read on the window's thread";
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new IllegalArgumentException("it is too long");
            }
            return reader.apply(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            throw new UserException(
                    "The file is damaged or of another version (" + e.getMessage() + ")",
                    file.toString(),
                    "Delete it; the run is then trained again",
                    e);
        }
    }
}
