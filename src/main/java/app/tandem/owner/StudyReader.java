package app.tandem.owner;

import app.tandem.data.Progress;
import app.tandem.loss.Measure;
import app.tandem.run.RunFolder;
import app.tandem.run.RunStatus;
import app.tandem.run.WatchedRun;
import app.tandem.store.StudyFile;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/** An open study that is only read, as while another process owns it: nothing is written, and nobody is hindered. */
public final class StudyReader extends ReadableStudy {

    /** Nothing is trained from here, so times are those of one device. */
    private static final int SLOTS = 1;

    /**
     * A write is seen in the folder before its transaction can be read: SQLite fills its log first, waits for the disk, and
     * then tells other readers through memory that they share, of which nobody hears. So after the last write it is looked
     * again, in this time and in this one.
     */
    private static final List<Long> SETTLING_MS = List.of(200L, 2000L);

    private final StudyFile file;
    private final Path cacheFolder;

    private StudyReader(StudyFile file, Path cacheFolder) {
        super(file, () -> SLOTS);
        this.file = file;
        this.cacheFolder = cacheFolder;
    }

    /**
     * Opens a study to read.
     *
     * @param cacheFolder where decoded datasets are kept
     * @throws UserException if it is no study, or of another version
     */
    public static StudyReader open(Path path, Path cacheFolder) {
        return new StudyReader(StudyFile.openReadOnly(path), cacheFolder);
    }

    @Override
    public Study study() {
        return file.study();
    }

    /** The runs that are being trained now, by whomever. */
    public List<RunStatus> running() {
        return RunPlan.of(study(), runs()).missing().stream()
                .map(RunPlan.Planned::key)
                .flatMap(key -> WatchedRun.of(RunFolder.of(runsFolder(), key), key).stream())
                .toList();
    }

    /** The affinities between all tasks by seed, of joint runs that have ended. */
    public SortedMap<Integer, JointAffinities> affinities(String setting) {
        return file.affinities(setting);
    }

    @Override
    public Map<Measure, Map<String, Double>> constantPrediction(String setting, Progress decoding) {
        Study design = study();
        return StudyResults.constants(design, design.setting(setting), cacheFolder, decoding);
    }

    /** Who owns the study, or did last, as far as that is known. */
    public Optional<StudyHolder> holder() {
        return OwnershipLock.holder(runsFolder());
    }

    /** Whether someone owns the study now. */
    public boolean isHeld() throws IOException {
        return OwnershipLock.isHeld(runsFolder());
    }

    /** Waits, without asking again and again, until nobody owns the study; an interrupt ends the wait. */
    public void awaitRelease() throws IOException, InterruptedException {
        OwnershipLock.awaitRelease(runsFolder());
    }

    /**
     * Hears of every write to the study until the thread is interrupted.
     *
     * @param written several writes may be told as one, and one more than once
     */
    public void follow(Runnable written) throws IOException, InterruptedException {
        Path folder = path().toAbsolutePath().resolveSibling("");
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            // What was written before the folder was watched is told as well.
            int settled = 0;
            boolean valid = true;
            while (valid) {
                WatchKey key = settled < SETTLING_MS.size()
                        ? watch.poll(SETTLING_MS.get(settled), TimeUnit.MILLISECONDS)
                        : watch.take();
                boolean ours = key != null && key.pollEvents().stream().anyMatch(this::isOfStudy);
                // Whatever is written while it is told is told again.
                valid = key == null || key.reset();
                if (ours || key == null) {
                    settled = ours ? 0 : settled + 1;
                    written.run();
                }
            }
        } catch (ClosedWatchServiceException e) {
            throw new IOException("The folder is gone: " + folder, e);
        }
    }

    /** What is written goes to the log first; the file itself follows when the log is long. */
    private boolean isOfStudy(WatchEvent<?> event) {
        String name = String.valueOf(path().getFileName());
        String changed = String.valueOf(event.context());
        return event.kind() == StandardWatchEventKinds.OVERFLOW
                || changed.equals(name)
                || changed.equals(name + "-wal");
    }

    @Override
    public void close() {
        file.close();
    }
}
