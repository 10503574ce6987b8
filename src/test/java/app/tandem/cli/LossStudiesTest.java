package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.owner.StudyOwner;
import app.tandem.run.Device;
import app.tandem.workbench.OwnerProcess;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.StudyOpener.Sample;
import app.tandem.workbench.common.StudySession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A table of losses that is opened in the window, beside studies of its name. */
@Timeout(60)
class LossStudiesTest {

    private static final String HEAD = "setting,tasks,encoder,split,task,loss\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Machine machine;

    @SuppressWarnings("NullAway.Init")
    private WindowOpener opener;

    @SuppressWarnings("NullAway.Init")
    private Path csv;

    @BeforeEach
    void open() throws IOException {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Console console = new Console(nowhere, nowhere, folder, folder.resolve("cache"), 0, false);
        machine = new Machine(console, Device.CPU);
        opener = new WindowOpener(console, machine, folder);
        csv = folder.resolve("table.csv");
        Files.writeString(csv, HEAD + "one,a,1,val,a,0.5\n");
    }

    @AfterEach
    void close() {
        opener.close();
        machine.close();
    }

    private Path opened() {
        try (StudySession session = opener.openLosses(csv)) {
            return session.file();
        }
    }

    @Test
    void anotherStudyOfThatNameIsLeftAloneAlsoWhileItIsWorkedOn() throws IOException {
        Path first = opened();
        Files.writeString(csv, HEAD + "one,a,1,val,a,0.25\n");
        try (StudyOwner busy = machine.open(first)) {
            assertThat(opened()).isEqualTo(folder.resolve("table-2.tandem"));
            assertThat(busy.study().name()).isEqualTo("table");
        }
        assertThat(opened()).isEqualTo(folder.resolve("table-2.tandem"));
    }

    @Test
    void theSameLossesAreReadWhileAnotherTandemHasThem() throws IOException {
        Path study = opened();
        try (OwnerProcess other = new OwnerProcess(study, folder);
                StudySession session = opener.openLosses(csv)) {
            assertThat(session.file()).isEqualTo(study);
            assertThat(session.readOnly())
                    .flatMap(ReadOnly::holder)
                    .hasValueSatisfying(holder -> assertThat(holder.pid()).isEqualTo(other.pid()));
        }
        assertThat(opened()).isEqualTo(study);
    }

    @Test
    void aSampleThatWasOpenedIsGoneOnWith() {
        assertThat(opener.begunSamples()).isEmpty();
        opener.openSample(Sample.STANDLEY2020).close();
        assertThat(opener.begunSamples()).containsExactly(Sample.STANDLEY2020);
    }

    private WeakReference<StudySession> openedAndClosed() {
        try (StudySession session = opener.openLosses(csv)) {
            return new WeakReference<>(session);
        }
    }

    @Test
    void aStudyThatTheWindowClosedIsForgotten() {
        WeakReference<StudySession> closed = openedAndClosed();
        for (int i = 0; i < 100 && closed.get() != null; i++) {
            System.gc();
        }
        assertThat(closed.get()).isNull();
    }
}
