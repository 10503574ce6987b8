package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.cli.CommandLineRunner.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestTest {

    /** The published losses of three settings; see the README beside them. */
    private static final Path STANDLEY =
            Path.of("src/test/resources/standley2020/losses.csv").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRunner tandem;

    @BeforeEach
    void start() {
        tandem = new CommandLineRunner(folder);
    }

    @Test
    void theBestGroupingIsOneJsonObject() throws IOException {
        Ended ended = tandem.run("suggest", STANDLEY.toString(), "--budget", "2.5", "--setting", "setting1", "--json");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        JsonNode best = new ObjectMapper().readTree(ended.out());
        assertThat(best.fieldNames())
                .toIterable()
                .containsExactly(
                        "method", "setting", "budget", "cost", "validation_loss", "test_loss", "networks", "stability");
        assertThat(best.get("stability").isNull()).as("there is one seed").isTrue();
        assertThat(best.get("method").asText()).isEqualTo("optimal");
        assertThat(best.get("budget").asDouble()).isEqualTo(2.5);
        assertThat(best.get("cost").asDouble()).isEqualTo(2.5);
        assertThat(best.get("test_loss").asDouble()).isCloseTo(0.44612, within(5e-6));
        assertThat(best.get("networks").toString())
                .isEqualTo("[{\"tasks\":[\"normal\"],\"encoder\":\"1/2\",\"serves\":[\"normal\"]},"
                        + "{\"tasks\":[\"segment_semantic\",\"depth_zbuffer\",\"normal\"],\"encoder\":\"1\","
                        + "\"serves\":[\"segment_semantic\",\"depth_zbuffer\"]},"
                        + "{\"tasks\":[\"normal\",\"keypoints2d\",\"edge_texture\"],\"encoder\":\"1\","
                        + "\"serves\":[\"keypoints2d\",\"edge_texture\"]}]");
    }

    @Test
    void aBudgetMayBeAFraction() {
        String[] decimal = {"suggest", STANDLEY.toString(), "--setting", "setting2", "--json", "--budget", "2.5"};
        String[] fraction = {"suggest", STANDLEY.toString(), "--setting", "setting2", "--json", "--budget", "5/2"};

        assertThat(tandem.run(fraction).out())
                .isEqualTo(tandem.run(decimal).out())
                .isNotEmpty();
    }

    @Test
    void peopleAreToldLossesAndRunnerUps() {
        Ended ended = tandem.run("suggest", STANDLEY.toString(), "--budget", "2.5", "--setting", "setting1");

        assertThat(ended.out())
                .contains("0.44612", "cost 2.5 SNT", "Runner-up 3")
                .contains("Selected on validation, reported on test");
    }

    @Test
    void theFrontierIsOneObjectForEachBudgetAtWhichTheBestChanges() throws IOException {
        Ended ended = tandem.run("frontier", STANDLEY.toString(), "--setting", "setting3", "--json");

        JsonNode points = new ObjectMapper().readTree(ended.out());
        assertThat(points.isArray()).isTrue();
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode point : points) {
            assertThat(point.get("validation_loss").asDouble()).isLessThan(before);
            assertThat(point.get("budget")).isEqualTo(point.get("cost"));
            before = point.get("validation_loss").asDouble();
        }
        assertThat(points.get(0).get("budget").asDouble()).isEqualTo(1);
        assertThat(points.get(points.size() - 1).get("test_loss").asDouble()).isCloseTo(0.38249, within(5e-6));
    }

    @Test
    void severalSettingsAndNoneNamedIsAnErrorThatListsThem() {
        Ended ended = tandem.run("suggest", STANDLEY.toString(), "--budget", "2.5");

        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).containsOnlyOnce("\n").contains("setting1, setting2, setting3", "--setting");
    }

    @Test
    void aBudgetThatPaysForNothingIsInfeasible() {
        Ended ended = tandem.run("suggest", STANDLEY.toString(), "--budget", "0.5", "--setting", "setting1", "--json");

        assertThat(ended.code()).isEqualTo(ExitCode.INFEASIBLE);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("infeasible", "the cheapest costs 1 SNT");
    }

    @Test
    void withoutTestLossesTheTestLossIsNull() throws IOException {
        Path csv = write("setting,tasks,encoder,split,task,loss\ns,a,1/2,val,a,0.5\ns,b,1,val,b,0.25\n");

        JsonNode best = new ObjectMapper()
                .readTree(tandem.run("suggest", csv.toString(), "--budget", "1.5", "--json")
                        .out());

        assertThat(best.get("test_loss").isNull()).isTrue();
        assertThat(best.get("validation_loss").asDouble()).isEqualTo(0.75);
    }

    @Test
    void fromThreeSeedsOnItSaysHowSureItIsAndBeforeItSaysWhyNot() throws IOException {
        Ended one = tandem.run("suggest", STANDLEY.toString(), "--budget", "2.5", "--setting", "setting1");
        assertThat(one.out())
                .contains("Stability over seeds: no claim, for some network has 1 seed and a claim takes 3.");

        StringBuilder lines = new StringBuilder("setting,tasks,encoder,split,task,loss,seed\n");
        for (int seed = 0; seed < 3; seed++) {
            double more = 0.01 * seed;
            lines.append("s,a,1,val,a,")
                    .append(0.5 + more)
                    .append(',')
                    .append(seed)
                    .append('\n');
            lines.append("s,b,1,val,b,")
                    .append(0.5 + more)
                    .append(',')
                    .append(seed)
                    .append('\n');
            lines.append("s,a+b,1,val,a,")
                    .append(0.505 - more)
                    .append(',')
                    .append(seed)
                    .append('\n');
            lines.append("s,a+b,1,val,b,")
                    .append(0.9 - more)
                    .append(',')
                    .append(seed)
                    .append('\n');
        }
        Path csv = write(lines.toString());
        Ended three = tandem.run("suggest", csv.toString(), "--budget", "2");
        assertThat(three.out())
                .containsPattern("it wins in \\d+ % of 1000 resamples of 3 seeds, spread pooled over networks\\.")
                .containsPattern("Runner-up 1: [+]\\d.\\d\\d % on validation, 95 % interval -\\d.\\d\\d to [+]\\d")
                .contains("Its lead over runner-up 1 is within the noise of the seeds.");
        JsonNode stability = new ObjectMapper()
                .readTree(tandem.run("suggest", csv.toString(), "--budget", "2", "--json")
                        .out())
                .get("stability");
        assertThat(stability.get("within_noise").asBoolean()).isTrue();
        assertThat(stability.get("runner_ups")).hasSize(2);
        assertThat(stability.get("runner_ups").get(0).get("low_percent").asDouble())
                .isNegative();
        assertThat(stability.get("wins").asDouble()).isBetween(0.5, 1.0);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("losses.csv"), content);
    }
}
