package app.tandem.workbench;

import app.tandem.owner.StudyHolder;
import app.tandem.owner.StudyReader;
import app.tandem.run.DaemonThreads;
import app.tandem.study.UserException;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.ReadOnly.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Follows who owns a study that is only read here: what it writes, and when it lets go. */
final class OtherOwner implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OtherOwner.class.getName());
    private static final long LONGEST_GOODBYE_SECONDS = 10;

    private final StudyReader reader;
    private final Runnable written;
    private final Runnable changed;
    /** Of its own, since both tasks wait for the other owner, and end only by an interrupt. */
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("reader"));

    private volatile ReadOnly now;

    /**
     * @param now who it is; where nobody may write, only what is written all the same is followed
     * @param written told on a thread of this one when the owner has written something
     * @param changed told likewise when the study was let go of, or has another owner
     */
    OtherOwner(StudyReader reader, ReadOnly now, Runnable written, Runnable changed) {
        this.reader = reader;
        this.written = written;
        this.changed = changed;
        this.now = now;
        threads.execute(() -> attend(() -> reader.follow(this::heardOfWrite)));
        if (now.reason() == Reason.HELD) {
            threads.execute(() -> attend(this::awaitRelease));
        }
    }

    /** Who it is, as it is known now. */
    ReadOnly now() {
        return now;
    }

    private interface Attendance {
        void run() throws IOException, InterruptedException;
    }

    private static void attend(Attendance attendance) {
        try {
            attendance.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UserException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.log(System.Logger.Level.WARNING, "what another Tandem does with the study is not seen any more", e);
            }
        }
    }

    private void awaitRelease() throws IOException, InterruptedException {
        reader.awaitRelease();
        now = now.letGo();
        // Its last words may have come just before.
        written.run();
        changed.run();
    }

    private void heardOfWrite() {
        try {
            written.run();
            Optional<StudyHolder> holder = reader.holder();
            // Who writes while nobody is known to own it has taken it since.
            boolean taken = now.reason() == Reason.LET_GO && reader.isHeld();
            boolean other = now.reason() == Reason.HELD && holder.isPresent() && !holder.equals(now.holder());
            if (taken || other) {
                now = ReadOnly.heldBy(holder);
                changed.run();
            }
            if (taken && !threads.isShutdown()) {
                threads.execute(() -> attend(this::awaitRelease));
            }
        } catch (IOException | UserException e) {
            LOG.log(System.Logger.Level.INFO, "what another Tandem wrote could not be read", e);
        }
    }

    /** Waits for the threads, so that nothing reads the study after it. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the study is still being read while it is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
