package app.tandem.owner;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Who owns a study, as its owner has written it beside the lock: for people to read, never to decide by.
 *
 * @param pid of its process, on the machine {@code host}
 * @param since when it opened the study
 */
public record StudyHolder(Work work, long pid, String host, Instant since) {

    /** What an owner does with a study. */
    public enum Work {
        /** Shows it in a window. */
        WINDOW,
        /** Trains it without a window. */
        TRAINING,
        /** Changes it by a command, which soon ends. */
        COMMAND
    }

    private static final Path LINUX_HOST = Path.of("/proc/sys/kernel/hostname");
    private static final System.Logger LOG = System.getLogger(StudyHolder.class.getName());

    static StudyHolder ofThisProcess(Work work, Instant since) {
        return new StudyHolder(work, ProcessHandle.current().pid(), thisHost(), since);
    }

    /** Whether it is this very process, so that nothing is to be waited for elsewhere. */
    public boolean isThisProcess() {
        return pid == ProcessHandle.current().pid() && isHere();
    }

    /** Whether it works on this machine. */
    public boolean isHere() {
        return host.equals(thisHost());
    }

    /** Asks no name server, which may take seconds to say that it knows nothing; empty where the machine does not tell. */
    private static String thisHost() {
        try {
            return Files.isReadable(LINUX_HOST)
                    ? Files.readString(LINUX_HOST, StandardCharsets.UTF_8).strip()
                    : System.getenv().getOrDefault("COMPUTERNAME", "");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the machine's name is not to be read", e);
            return "";
        }
    }

    /** What the last owner wrote; empty where nothing can be read. Says nothing of whether it still is the owner. */
    static Optional<StudyHolder> read(Path file) {
        try {
            Properties read = new Properties();
            read.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            return Optional.of(new StudyHolder(
                    Work.valueOf(read.getProperty("work", "")),
                    Long.parseLong(read.getProperty("pid", "")),
                    read.getProperty("host", ""),
                    Instant.parse(read.getProperty("since", ""))));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "who owns the study is not to be read", e);
            return Optional.empty();
        }
    }

    /** Who only wants to tell of itself is not stopped where it cannot. */
    void write(Path file) {
        Properties written = new Properties();
        written.setProperty("work", work.name());
        written.setProperty("pid", Long.toString(pid));
        written.setProperty("host", host);
        written.setProperty("since", since.toString());
        try (StringWriter text = new StringWriter()) {
            written.store(text, null);
            Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "who owns the study is not written to " + file, e);
        }
    }
}
