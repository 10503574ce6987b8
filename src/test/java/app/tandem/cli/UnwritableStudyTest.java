package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.tandem.run.Device;
import app.tandem.study.StudyEdit;
import app.tandem.study.UserException;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.StudySession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study where nothing may be written. Permissions do not bind an administrator, so it is read by a process that has given
 * up the right to pass over them.
 */
@Timeout(60)
class UnwritableStudyTest {

    private static final List<String> BOUND_BY_PERMISSIONS =
            List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path place;

    @BeforeEach
    void makeStudy() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        place = Files.createDirectory(folder.resolve("place"));
        Files.writeString(
                place.resolve("table.csv"),
                """
                setting,tasks,encoder,split,task,loss
                one,a,1,val,a,0.5
                one,b,1,val,b,0.5
                one,a+b,1,val,a,0.4
                one,a+b,1,val,b,0.4
                """);
        assertThat(new CommandLineRunner(place)
                        .run("import", "table.csv", "-o", "table")
                        .code())
                .isZero();
    }

    @AfterEach
    void giveBack() throws IOException {
        allow(place, "rwxrwxrwx");
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void isReadByCommandsAndByTheWindowWhichSayWhyNothingIsChanged() throws Exception {
        allow(place, "r-xr-xr-x");
        CommandLineRunner.Ended ended = TandemProcess.start(
                        bound(), UnwritableStudyTest.class, folder, place.toString())
                .end();

        assertThat(ended.code()).as(ended.err()).isZero();
        try (var files = Files.list(place)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("table.csv", "table.tandem");
        }
    }

    @Test
    void aFileThatMayNotBeWrittenIsReadInTheWindow() throws Exception {
        allow(place.resolve("table.tandem"), "r--r--r--");
        CommandLineRunner.Ended ended = TandemProcess.start(
                        bound(), UnwritableStudyTest.class, folder, place.toString(), "window")
                .end();

        assertThat(ended.code()).as(ended.err()).isZero();
    }

    /** How a process is started that permissions bind. */
    private List<String> bound() throws IOException, InterruptedException {
        Path probe = Files.createDirectory(folder.resolve("probe"));
        allow(probe, "r-xr-xr-x");
        if (!Files.isWritable(probe)) {
            return List.of();
        }
        assumeThat(Path.of("/usr/bin/setpriv")).exists();
        return BOUND_BY_PERMISSIONS;
    }

    /** Runs where permissions hold; fails with what did not go as it should. */
    public static void main(String[] arguments) {
        Path place = Path.of(arguments[0]);
        Path home = place.resolveSibling("");
        if (arguments.length == 1) {
            assertThat(Files.isWritable(place)).isFalse();
            readByCommands(new CommandLineRunner(home));
        }
        readByTheWindow(place.resolve("table.tandem"), home);
        System.exit(0);
    }

    private static void readByCommands(CommandLineRunner tandem) {
        for (String command : List.of("losses", "losses --csv", "methods", "frontier", "report -o out --only losses")) {
            List<String> words = List.of(command.split(" "));
            CommandLineRunner.Ended ended = tandem.run(withStudy(words));
            assertThat(ended.code()).as(command + ": " + ended.err()).isZero();
            assertThat(ended.out()).isNotEmpty();
        }
        CommandLineRunner.Ended suggested = tandem.run("suggest", "place/table", "--budget", "1");
        assertThat(suggested.code()).isZero();
        assertThat(suggested.err()).contains("the suggestion was not saved", "cannot be written (access denied)");
        for (String command : List.of("train", "affinities")) {
            CommandLineRunner.Ended refused = tandem.run(withStudy(List.of(command)));
            assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
            assertThat(refused.err()).containsOnlyOnce("\n").contains("cannot be written (access denied)");
        }
    }

    private static String[] withStudy(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add(1, "place/table");
        return words.toArray(String[]::new);
    }

    private static void readByTheWindow(Path study, Path home) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Console console = new Console(nowhere, nowhere, home, home.resolve("cache"), 0, false);
        try (Machine machine = new Machine(console, Device.CPU);
                WindowOpener opener = new WindowOpener(console, machine, home);
                StudySession session = opener.open(study)) {
            assertThat(session.readOnly()).contains(ReadOnly.UNWRITABLE);
            assertThat(session.losses("one").networks()).hasSize(3);
            assertThat(session.runs()).hasSize(3);
            assertThatThrownBy(() -> session.edit(new StudyEdit.SetSeeds(2)))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("only be read here")
                    .hasMessageContaining("right to write");
        }
    }
}
