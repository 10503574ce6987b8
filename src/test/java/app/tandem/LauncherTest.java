package app.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project of its own, with a Java and a Maven that only say that they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String BUILDS =
            """
            #!/bin/sh
            echo built >> "$CALLS"
            mkdir -p "$PROJECT/target/lib"
            touch "$PROJECT/target/tandem.jar"
            """;

    private record Ended(int code, String out, String err) {}

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path project;

    @BeforeEach
    void layOut() throws IOException {
        project = folder.resolve("a project");
        copy(Path.of("tandem"), project.resolve("tandem"));
        try (Stream<Path> parts = Files.list(Path.of("packaging/launcher"))) {
            for (Path part : parts.toList()) {
                copy(part, project.resolve("packaging/launcher").resolve(part.getFileName()));
            }
        }
        write(project.resolve("pom.xml"), "<project/>");
        write(project.resolve("src/main/A.java"), "class A {}");
        java("jdk", "17.0.9");
        script("bin/mvn", BUILDS);
    }

    @Test
    void itBuildsOnceAndThenOnlyStarts() throws IOException {
        Ended first = tandem("suggest", "x");
        Ended second = tandem("suggest", "x");

        assertThat(first.code()).isZero();
        assertThat(first.err()).contains("building");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("app.tandem.Tandem suggest x");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void itBuildsAgainOnceASourceIsNewerOrGone() throws IOException {
        tandem("--version");
        Files.setLastModifiedTime(
                project.resolve("src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));
        tandem("--version");
        assertThat(builds()).isEqualTo(2);

        Files.setLastModifiedTime(
                project.resolve("src/main/A.java"), FileTime.from(Instant.now().minusSeconds(60)));
        write(project.resolve("src/main/B.java"), "class B {}");
        tandem("--version");
        Files.delete(project.resolve("src/main/B.java"));
        tandem("--version");
        assertThat(builds()).isEqualTo(4);
    }

    @Test
    void aBuildThatFailsShowsWhyAndLeavesNothingToRun() throws IOException {
        tandem("--version");
        script("bin/mvn", "#!/bin/sh\necho '[ERROR] A.java: no such thing'\nexit 1\n");
        Files.setLastModifiedTime(
                project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

        Ended failed = tandem("--version");
        Ended again = tandem("--version");

        assertThat(failed.code()).isEqualTo(6);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("[ERROR] A.java: no such thing", "the build failed");
        assertThat(again.code()).isEqualTo(6);
    }

    @Test
    void whatAnInterruptedBuildLeftIsMadeAnew() throws IOException {
        script(
                "bin/mvn",
                "#!/bin/sh\nmkdir -p \"$PROJECT/target\"\necho half > \"$PROJECT/target/tandem.jar\"\nexit 143\n");
        tandem("--version");
        // As Maven does, which makes no jar where one is newer than its content.
        script("bin/mvn", BUILDS.replace("touch", "[ -f \"$PROJECT/target/tandem.jar\" ] || touch"));

        assertThat(tandem("--version").code()).isZero();
        assertThat(project.resolve("target/tandem.jar")).isEmptyFile();
    }

    @Test
    void twoLaunchesAtOnceBuildOnce() throws IOException, InterruptedException {
        script("bin/mvn", BUILDS + "sleep 1\n");
        Process first = start(Map.of(), project.resolve("tandem"), "--version");
        Process second = start(Map.of(), project.resolve("tandem"), "--version");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void itStartsFromAnyFolderAndThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("tandem"));

        Ended ended = end(start(Map.of(), link, "--version"));

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("-Dtandem.home=" + project.toRealPath());
    }

    @Test
    void anOlderJavaIsRefusedWithWhatToInstall() throws IOException {
        java("jdk", "11.0.2");
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

        java("jdk", "17.0.9");
        tandem("--version");
        Files.delete(folder.resolve("jdk/bin/javac"));
        assertThat(tandem("--version").code()).isZero();
    }

    @Test
    void aNewerJavaIsGivenWhatItAsksFor() throws IOException {
        java("jdk", "25.0.1");

        assertThat(tandem("--version").out()).contains("--enable-native-access=ALL-UNNAMED");
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).size();
    }

    private Ended tandem(String... arguments) {
        return end(start(Map.of(), project.resolve("tandem"), arguments));
    }

    private Process start(Map<String, String> more, Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> environment = builder.environment();
        environment.remove("TANDEM_NO_BUILD");
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        environment.put("TANDEM_CACHE", folder.resolve("cache").toString());
        environment.put("CALLS", folder.resolve("calls").toString());
        environment.put("PROJECT", project.toString());
        environment.putAll(more);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is printed is little enough for the pipes to hold. */
    private static Ended end(Process process) {
        try {
            int code = process.waitFor();
            return new Ended(
                    code,
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void java(String name, String version) throws IOException {
        write(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(name + "/bin/java", "#!/bin/sh\necho \"java $*\"\n");
        script(name + "/bin/javac", "#!/bin/sh\n");
    }

    private void script(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
