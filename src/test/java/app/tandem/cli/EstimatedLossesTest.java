package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tandem losses --estimates} on the published losses, of which only some are known. */
class EstimatedLossesTest {

    private static final Path STANDLEY =
            Path.of("sample-data/standley2020/losses.csv").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRunner tandem;

    @BeforeEach
    void start() {
        tandem = new CommandLineRunner(folder);
    }

    private void importing(Predicate<String> line) throws IOException {
        List<String> lines = Files.readAllLines(STANDLEY).stream()
                .filter(each -> each.startsWith("setting,") || (each.startsWith("setting1,") && line.test(each)))
                .toList();
        Path csv = Files.write(folder.resolve("some.csv"), lines);
        assertThat(tandem.run("import", csv.toString(), "-o", "study").code()).isZero();
    }

    private static long tasks(String line) {
        return line.split(",", -1)[1].chars().filter(c -> c == '+').count() + 1;
    }

    @Test
    void lossesAndGroupingsAreEstimatedAndMarkedUntilTheyAreMeasured() throws IOException {
        importing(line -> tasks(line) <= 2);
        String large = "segment_semantic+depth_zbuffer+normal";
        assertThat(tandem.run("edit", "study", "grouping", "mine", large, "keypoints2d+edge_texture")
                        .code())
                .isZero();
        assertThat(tandem.run("edit", "study", "grouping", "pairs", "segment_semantic+depth_zbuffer", "normal")
                        .code())
                .isZero();

        Ended ended = tandem.run("losses", "study", "--estimates");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("≈ Not measured: estimated from the 20 networks that are")
                .containsPattern("SDN +1 +≈0\\.\\d{4} ±0\\.\\d{4}")
                .containsPattern("mine +1 of 2 +≈0\\.\\d{4}")
                .containsPattern("pairs +2 of 2 *\n?");
        assertThat(tandem.run("losses", "study").out()).doesNotContain("≈");
        assertThat(tandem.run("losses", "study", "--csv").out()).doesNotContain("≈");
        assertThat(tandem.run("losses", "study", "--estimates", "--latex").out())
                .contains("$\\approx$0.");
    }

    @Test
    void whereTooLittleIsKnownItSaysWhatIsLacking() throws IOException {
        importing(line -> tasks(line) == 1 && line.contains(",1/2,"));

        Ended ended = tandem.run("losses", "study", "--estimates");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).doesNotContain("≈");
        assertThat(ended.err()).contains("once every task is measured in 2 networks");
    }

    @Test
    void estimatesAreNeverPrintedAsMeasurements() throws IOException {
        importing(line -> tasks(line) <= 2);
        assertThat(tandem.run("losses", "study", "--estimates", "--csv").err()).contains("Leave out --csv");
        assertThat(tandem.run("losses", "study", "--estimates", "--measure", "test")
                        .err())
                .contains("Estimates are of validation losses");
    }
}
