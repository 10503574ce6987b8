package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Affinities measured by a real worker, kept in a real study, and what is suggested from them. */
@Timeout(300)
class AffinitiesCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeAStudy() {
        Ended made = TandemProcess.run(
                folder,
                "new",
                "rooms",
                "-o",
                "rooms",
                "--tasks",
                "depth_zbuffer,normal,edge_texture",
                "--setting",
                "few,epochs=2,share=0.1",
                "--pool",
                "pairs");
        assertThat(made.code()).as(made.err()).isZero();
    }

    @Test
    void areMeasuredOnceKeptAndUsedToSuggest() throws Exception {
        Ended missing = TandemProcess.run(folder, "suggest", "rooms", "--budget", "2", "--method", "tag");
        assertThat(missing.code()).isNotZero();

        Ended first = TandemProcess.run(folder, "affinities", "rooms", "--every", "1", "--json");
        assertThat(first.code()).as(first.err()).isZero();
        JsonNode measured = new ObjectMapper().readTree(first.out());
        assertThat(measured.get("steps").asInt()).isPositive();
        for (String kind : new String[] {"tag", "cs", "etap"}) {
            assertThat(measured.get(kind)).hasSize(3).allSatisfy(row -> assertThat(row)
                    .hasSize(3)
                    .allSatisfy(value -> assertThat(value.isNumber()).isTrue()));
        }
        for (int task = 0; task < 3; task++) {
            assertThat(measured.get("cs").get(task).get(task).asDouble()).isBetween(0.999, 1.001);
        }

        Ended again = TandemProcess.run(folder, "affinities", "rooms", "--json");
        assertThat(new ObjectMapper().readTree(again.out())).isEqualTo(measured);
        assertThat(again.err()).doesNotContain("training");

        Ended trained = TandemProcess.run(folder, "train", "rooms");
        assertThat(trained.code()).as(trained.err()).isZero();
        Ended suggested = TandemProcess.run(folder, "suggest", "rooms", "--budget", "2", "--method", "tag");
        assertThat(suggested.code()).as(suggested.err()).isZero();
        assertThat(suggested.out()).contains("Grouping by tag", "Training for it:");
        Ended compared = TandemProcess.run(folder, "methods", "rooms");
        assertThat(compared.out()).contains("tag", "cs", "etap");
    }
}
