package app.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app image starts by itself and does its work. Needs what {@code ./tandem} has built. */
@Tag("package")
class AppImageTest {

    private static final Path LOSSES =
            Path.of("src/test/resources/standley2020/losses.csv").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void itTellsItsVersionAndSuggestsAGrouping() throws IOException, InterruptedException {
        assumeThat(Path.of("target/tandem.stamp")).exists();
        Path image = folder.resolve("image");
        run(List.of("packaging/app-image.sh", image.toString()));
        String tandem = image.resolve("tandem/bin/tandem").toString();

        assertThat(run(List.of(tandem, "--version"))).startsWith("Tandem 0.");
        assertThat(run(List.of(
                        tandem, "suggest", LOSSES.toString(), "--budget", "2.5", "--setting", "setting1", "--json")))
                .contains("\"test_loss\" : 0.44612");
        assertThat(image.resolve("tandem/lib/runtime/bin/java"))
                .as("what starts a worker")
                .isExecutable();
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("TANDEM_NO_BUILD", "1");
        builder.environment().put("TANDEM_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code of %s", command).isZero();
        return out;
    }
}
