package app.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.LauncherProject.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project of its own, with a Java and a Maven that only say that they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LauncherProject project;

    @BeforeEach
    void layOut() throws IOException {
        project = new LauncherProject(folder);
    }

    /** So that the folder can be removed. */
    @AfterEach
    void makeWritable() throws IOException {
        change(folder, "rwxr-xr-x");
    }

    @Test
    void itBuildsOnceAndThenOnlyStarts() throws IOException {
        Ended first = tandem("suggest", "x");
        Ended second = tandem("suggest", "x");

        assertThat(first.code()).isZero();
        assertThat(first.err()).contains("building");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("app.tandem.Tandem suggest x");
        assertThat(project.builds()).isEqualTo(1);
    }

    @Test
    void itBuildsAgainOnceASourceIsNewerOrGone() throws IOException {
        tandem("--version");
        Files.setLastModifiedTime(
                project.file("src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));
        tandem("--version");
        assertThat(project.builds()).isEqualTo(2);

        Files.setLastModifiedTime(
                project.file("src/main/A.java"), FileTime.from(Instant.now().minusSeconds(60)));
        LauncherProject.write(project.file("src/main/B.java"), "class B {}");
        tandem("--version");
        Files.delete(project.file("src/main/B.java"));
        tandem("--version");
        assertThat(project.builds()).isEqualTo(4);
    }

    @Test
    void aBuildThatFailsShowsWhyAndLeavesNothingToRun() throws IOException {
        tandem("--version");
        project.script("bin/mvn", "#!/bin/sh\necho '[ERROR] A.java: no such thing'\nexit 1\n");
        Files.setLastModifiedTime(
                project.file("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

        Ended failed = tandem("--version");
        Ended again = tandem("--version");

        assertThat(failed.code()).isEqualTo(6);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("[ERROR] A.java: no such thing", "the build failed");
        assertThat(again.code()).isEqualTo(6);
    }

    @Test
    void whatAnInterruptedBuildLeftIsMadeAnew() throws IOException {
        project.script(
                "bin/mvn",
                "#!/bin/sh\nmkdir -p \"$PROJECT/target\"\necho half > \"$PROJECT/target/tandem.jar\"\nexit 143\n");
        tandem("--version");
        // As Maven does, which makes no jar where one is newer than its content.
        project.script(
                "bin/mvn", LauncherProject.BUILDS.replace("touch", "[ -f \"$PROJECT/target/tandem.jar\" ] || touch"));

        assertThat(tandem("--version").code()).isZero();
        assertThat(project.file("target/tandem.jar")).isEmptyFile();
    }

    @Test
    void twoLaunchesAtOnceBuildOnce() throws IOException, InterruptedException {
        project.script("bin/mvn", LauncherProject.BUILDS + "sleep 1\n");
        Process first = project.start(Map.of(), List.of(), project.launcher(), "--version");
        Process second = project.start(Map.of(), List.of(), project.launcher(), "--version");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(project.builds()).isEqualTo(1);
    }

    @Test
    void itStartsFromAnyFolderAndThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), project.launcher());

        Ended ended = LauncherProject.end(project.start(Map.of(), List.of(), link, "--version"));

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("-Dtandem.home=" + project.file("").toRealPath());
    }

    @Test
    void anOlderJavaIsRefusedWithWhatToInstall() throws IOException {
        project.java("jdk", "11.0.2");
        Files.createSymbolicLink(folder.resolve("bin/java"), folder.resolve("jdk/bin/java"));

        Ended ended = tandem("--version");

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.err()).contains("JDK 17 or later", "Found Java 11", "openjdk-17-jdk");
    }

    @Test
    void aRuntimeWithoutACompilerIsRefusedOnlyWhereABuildIsNeeded() throws IOException {
        Files.delete(folder.resolve("jdk/bin/javac"));
        Ended refused = tandem("--version");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.err()).contains("needs a JDK", "only a runtime");

        project.java("jdk", "17.0.9");
        tandem("--version");
        Files.delete(folder.resolve("jdk/bin/javac"));
        assertThat(tandem("--version").code()).isZero();
    }

    @Test
    void aNewerJavaIsGivenWhatItAsksFor() throws IOException {
        project.java("jdk", "25.0.1");

        assertThat(tandem("--version").out()).contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void aLibraryThatIsNoLongerNeededIsNotOnTheClassPath() throws IOException {
        tandem("--version");
        LauncherProject.write(project.file("target/lib/old-1.0.jar"), "");
        Files.setLastModifiedTime(
                project.file("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(tandem("--version").out()).doesNotContain("old-1.0.jar");
    }

    @Test
    void anInstallationThatCannotBeWrittenStartsAllTheSame() throws IOException {
        tandem("--version");
        removeFolder(project.file("target/cds"));
        readOnly(folder);
        Ended ended = LauncherProject.end(project.start(Map.of(), anotherUser(), project.launcher(), "suggest", "x"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("app.tandem.Tandem suggest x").doesNotContain("SharedArchiveFile");
    }

    @Test
    void whereNothingIsBuiltAndNothingCanBeWrittenItSaysWhoMayBuild() throws IOException {
        readOnly(folder);
        Ended ended = LauncherProject.end(project.start(Map.of(), anotherUser(), project.launcher(), "--version"));

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.err()).contains("cannot be written", "start " + project.launcher() + " once");
    }

    @Test
    void theDemoIsMeasuredByTheClockAndByWhatItsWorkersWroteDown() throws IOException {
        project.script(
                "jdk/bin/java",
                """
                #!/bin/sh
                case "$*" in *" demo "*) ;; *) exit 0 ;; esac
                while [ "$1" != -o ]; do shift; done
                echo "$2" > "$CALLS.folder"
                echo "first losses on validation" >&2
                mkdir -p "$2/rooms.runs/a" "$2/rooms.runs/b"
                echo '{"event":"stepped","resident_bytes":104857600}' > "$2/rooms.runs/a/events.jsonl"
                echo '{"event":"stepped","resident_bytes":314572800,"step":1}' > "$2/rooms.runs/b/events.jsonl"
                """);

        Ended ended = tandem("bench", "demo");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .containsPattern("first loss on the screen: \\d+ s\nwhole demo: \\d+ s\n")
                .endsWith("resident memory of the largest worker: 300 MiB\n");
        assertThat(Path.of(Files.readString(folder.resolve("calls.folder")).strip()))
                .doesNotExist();
    }

    private Ended tandem(String... arguments) {
        return project.tandem(arguments);
    }

    /** Root may write everywhere, so that it has to become somebody else. */
    private static List<String> anotherUser() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups")
                : List.of();
    }

    private static void readOnly(Path folder) throws IOException {
        change(folder, "r-xr-xr-x");
    }

    private static void change(Path folder, String permissions) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    private static void removeFolder(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
