package app.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The launcher in a project of its own, with a Java and a Maven that only say that they were called. */
final class LauncherProject {

    static final String BUILDS =
            """
            #!/bin/sh
            echo built >> "$CALLS"
            mkdir -p "$PROJECT/target/lib"
            touch "$PROJECT/target/tandem.jar"
            """;

    record Ended(int code, String out, String err) {}

    private final Path folder;
    private final Path root;

    /** @param folder an empty folder; the project is in it, beside its tools */
    LauncherProject(Path folder) throws IOException {
        this.folder = folder;
        this.root = folder.resolve("a project");
        copy("tandem");
        copy("packaging/app-image.sh");
        try (Stream<Path> parts = Files.list(Path.of("packaging/launcher"))) {
            for (Path part : parts.toList()) {
                copy(part.toString());
            }
        }
        write(root.resolve("pom.xml"), "<project/>");
        write(root.resolve("src/main/A.java"), "class A {}");
        java("jdk", "17.0.9");
        script("bin/mvn", BUILDS);
    }

    /** A file of the project. */
    Path file(String name) {
        return root.resolve(name);
    }

    Path launcher() {
        return file("tandem");
    }

    long builds() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).size();
    }

    Ended tandem(String... arguments) {
        return end(start(Map.of(), List.of(), launcher(), arguments));
    }

    /**
     * Starts a script of the project.
     *
     * @param more of the environment
     * @param before what starts it, as another user does; mostly nothing
     */
    Process start(Map<String, String> more, List<String> before, Path script, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(script.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("TANDEM_NO_BUILD", "DISPLAY"));
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        environment.put("TANDEM_CACHE", folder.resolve("cache").toString());
        environment.put("CALLS", folder.resolve("calls").toString());
        environment.put("PROJECT", root.toString());
        environment.putAll(more);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is printed is little enough for the pipes to hold. */
    static Ended end(Process process) {
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

    void java(String name, String version) throws IOException {
        write(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(name + "/bin/java", "#!/bin/sh\necho \"java $*\"\n");
        script(name + "/bin/javac", "#!/bin/sh\n");
    }

    /** A program beside the project; those in {@code bin} are found before the machine's own. */
    void script(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void copy(String name) throws IOException {
        Path to = file(name);
        Files.createDirectories(to.getParent());
        Files.copy(Path.of(name), to);
    }
}
