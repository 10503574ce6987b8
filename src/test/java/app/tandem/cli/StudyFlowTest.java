package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.run.CacheFolder;
import app.tandem.run.ProcessLock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From images to the report by commands alone, with real workers. */
class StudyFlowTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRunner tandem;

    @BeforeEach
    void makeAStudy() {
        tandem = new CommandLineRunner(folder, CacheFolder.ofThisProcess());
        done("generate", "rooms", "--count", "12", "--size", "32", "-o", "rooms");
        done(
                "new",
                "./rooms",
                "-o",
                "mine",
                "--tasks",
                "depth_zbuffer,normal",
                "--setting",
                "small,epochs=1,batch=4",
                "--budget",
                "1");
    }

    @Test
    void aStudyIsTrainedReadSearchedAndReported() throws IOException {
        done("edit", "mine", "remove-network", "depth_zbuffer", "normal");

        Ended trained = done("train", "mine");
        assertThat(trained.err()).contains("first losses on validation", "3 of 3 runs");

        Ended again = done("train", "mine");
        assertThat(again.err()).contains("All 3 runs have ended");

        assertThat(done("losses", "mine").out()).contains("Best constant", "Depth");
        Files.writeString(
                folder.resolve("losses.csv"), done("losses", "mine", "--csv").out());
        JsonNode ofStudy = suggestion("mine");
        assertThat(ofStudy).isEqualTo(suggestion("losses.csv"));
        assertThat(ofStudy.get("cost").asDouble()).isEqualTo(1);

        assertThat(done("report", "mine", "--only", "losses").err()).doesNotContain("replaced");
        assertThat(done("report", "mine").err()).contains("of these files were there before and were replaced");
        assertThat(folder.resolve("mine-report"))
                .isDirectoryContaining("glob:**/losses.csv")
                .isDirectoryContaining("glob:**/grouping.svg")
                .isDirectoryContaining("glob:**/grouping.pdf")
                .isDirectoryContaining("glob:**/grouping.png")
                .isDirectoryContaining("glob:**/frontier.tex");
        assertThat(Files.readString(folder.resolve("mine-report/index.html")))
                .as("where the numbers come from, and the pictures")
                .contains("rooms", "<td>java</td>", "<td>cpu</td>", "<img src=\"grouping.svg\"");
        assertThat(Files.readString(folder.resolve("mine-report/training-curves.svg")))
                .as("the epochs of the runs")
                .contains(">all together<")
                .doesNotContain("Neither");
        assertThat(Files.readString(folder.resolve("mine-report/grouping-curves.svg")))
                .contains("validation loss against epoch")
                .doesNotContain("None of the networks");
        assertThat(folder.resolve("mine-report"))
                .as("no joint run was trained")
                .isDirectoryNotContaining("glob:**/tag-*");
    }

    @Test
    void trainingNamesTheImagesThatItLeavesOut() throws IOException {
        Path picture = folder.resolve("rooms/rgb/house000/point_0_view_0_domain_rgb.png");
        Files.writeString(picture, "damaged since the study was made");

        Ended trained = done("train", "mine");

        assertThat(trained.err()).contains("left out: " + picture, "5 of 5 runs");
    }

    @Test
    void resultsOfOtherDataAreSaidAndCountNoMore() throws IOException {
        done("edit", "mine", "pool", "upto:2");
        done("edit", "mine", "remove-network", "depth_zbuffer", "normal", "depth_zbuffer@1/2", "normal@1/2");
        done("generate", "rooms", "--count", "12", "--size", "32", "--seed", "9", "-o", "others");
        done("edit", "mine", "dataset", "./rooms");
        done("train", "mine");
        String losses = done("losses", "mine", "--csv").out();

        Ended moved = done("edit", "mine", "dataset", "others");
        assertThat(moved.out()).contains("1 to train");
        assertThat(moved.err()).contains("1 result is of other data");
        assertThat(tandem.run("suggest", "mine", "--budget", "1").err()).contains("Train the study first");

        assertThat(done("edit", "mine", "dataset", "./rooms").out()).contains("0 to train");
        assertThat(done("losses", "mine", "--csv").out()).isEqualTo(losses);

        delete(folder.resolve("rooms"));
        Files.move(folder.resolve("others"), folder.resolve("rooms"));
        Ended again = done("train", "mine");
        assertThat(again.err()).contains("1 result is of other data", "1 of 1 runs");
        assertThat(done("losses", "mine", "--csv").out()).isNotEqualTo(losses);
        assertThat(done("train", "mine").err()).contains("The run has ended").doesNotContain("other data");
    }

    @Test
    void aDivergedRunIsNamedEveryTimeAndTrainedAnewOnlyWhenAskedFor() throws IOException {
        done("edit", "mine", "pool", "upto:1");
        done("edit", "mine", "remove-network", "depth_zbuffer@1/2", "normal@1/2", "normal");
        done("edit", "mine", "setting", "small,rate=999999,clip=1e12,epochs=8");

        String trainedOnce = "";
        for (int time = 0; time < 2; time++) {
            Ended diverged = tandem.run("train", "mine");
            assertThat(diverged.code()).isEqualTo(ExitCode.RUNS_FAILED);
            assertThat(diverged.err()).contains("depth_zbuffer@1 diverged at step", "--retry");
            assertThat(events()).contains("\"diverged\"");
            trainedOnce = time == 0 ? events() : trainedOnce;
        }
        assertThat(events()).isEqualTo(trainedOnce);

        Ended retried = tandem.run("train", "mine", "--retry");
        assertThat(retried.code()).isEqualTo(ExitCode.RUNS_FAILED);
        assertThat(events()).contains("\"diverged\"").isNotEqualTo(trainedOnce);
        done("edit", "mine", "setting", "small,rate=0.05,clip=5,epochs=1");
        assertThat(done("train", "mine").err()).contains("1 of 1 runs");
    }

    /** What the workers of the only run told. */
    private String events() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("mine.runs"))) {
            return Files.readString(files.filter(file -> file.endsWith("events.jsonl"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void resultsThatCannotBeSavedAreSaidAndSavedTheNextTime() throws Exception {
        done("edit", "mine", "pool", "upto:1");
        done("edit", "mine", "remove-network", "depth_zbuffer@1/2", "normal@1/2", "normal");
        sql("CREATE TRIGGER full BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'no space left'); END");

        Ended failed = tandem.run("train", "mine");
        assertThat(failed.code()).isEqualTo(ExitCode.INPUT);
        assertThat(failed.err()).contains("Results could not be saved", "no space left", "safe in the folders");
        String trained = events();

        sql("DROP TRIGGER full");
        done("train", "mine");
        assertThat(events()).isEqualTo(trained);
        assertThat(done("losses", "mine", "--csv").out()).contains("depth_zbuffer");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("mine.tandem"));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aSuggestionIsKeptAndSaidToBeOutOfDateOnceTheLossesChange() throws Exception {
        done("edit", "mine", "pool", "upto:1");
        done("edit", "mine", "remove-network", "depth_zbuffer", "normal");
        done("train", "mine");
        assertThat(done("suggest", "mine", "--budget", "1").err()).isEmpty();
        assertThat(done("suggest", "mine", "--budget", "1", "--partition").err())
                .isEmpty();
        assertThat(done("losses", "mine").err()).doesNotContain("out of date");

        assertThat(done("edit", "mine", "task", "normal", "--weight", "3").err())
                .contains("1 result counts no longer");
        done("train", "mine");

        assertThat(done("losses", "mine").err()).contains("(optimal) for 1 SNT", "(optimal-partition)", "out of date");
        assertThat(done("suggest", "mine", "--budget", "1").err())
                .contains("(optimal-partition) for 1 SNT")
                .doesNotContain("(optimal)");
        try (ProcessLock owner = ProcessLock.acquire(folder.resolve("mine.runs").resolve("owner.lock"))
                .orElseThrow()) {
            assertThat(owner).isNotNull();
            assertThat(done("suggest", "mine", "--budget", "1").err())
                    .contains("was not saved", "open in another Tandem");
        }
    }

    @Test
    void everyEditChangesTheStudyAndSaysWhatItIsNow() {
        assertThat(done("edit", "mine", "budget", "5/2").out()).contains("budget 2.5 SNT");
        assertThat(done("edit", "mine", "seeds", "2").out()).contains("2 seeds", "10 to train");
        assertThat(done("edit", "mine", "rename", "Rooms").out()).startsWith("Rooms: ");
        assertThat(done("edit", "mine", "add-network", "normal+depth_zbuffer@1/2")
                        .out())
                .contains("6 networks");
        assertThat(done("edit", "mine", "remove-network", "normal@1/2").out()).contains("5 networks");
        assertThat(done("edit", "mine", "setting", "large,depth=standard,epochs=3")
                        .out())
                .contains("2 settings");
        assertThat(done("edit", "mine", "setting", "small", "--rename", "little")
                        .out())
                .contains("2 settings");
        assertThat(done("edit", "mine", "remove-setting", "little").out()).contains("1 setting,");
        assertThat(done("edit", "mine", "task", "normal", "--weight", "2", "--loss", "squared-error")
                        .out())
                .contains("2 tasks");
        assertThat(done("edit", "mine", "grouping", "both", "depth_zbuffer+normal:train", "normal@1/2")
                        .out())
                .contains("1 grouping,");
        assertThat(done("edit", "mine", "grouping", "both", "--rename", "all").out())
                .contains("1 grouping,");
        assertThat(done("edit", "mine", "remove-grouping", "all").out()).contains("0 groupings");
        assertThat(done("edit", "mine", "pool", "upto:1").out()).contains("4 networks");
        assertThat(done("edit", "mine", "remove-task", "normal"))
                .satisfies(removed -> assertThat(removed.out()).contains("1 task,", "2 networks"))
                .satisfies(removed -> assertThat(removed.err())
                        .contains("runs that waited to be trained will not be", "Whatever was learned is kept"));
    }

    @Test
    void whatIsTrainedFirstIsSaidAndKept() {
        assertThat(done("edit", "mine", "train-first", "normal@1/2", "depth_zbuffer+normal")
                        .out())
                .containsSubsequence("5 to train", "normal@1/2 ·", "depth_zbuffer+normal@1 ·");
        assertThat(done("edit", "mine", "train-first", "depth_zbuffer", "--seed", "0")
                        .out())
                .containsSubsequence("depth_zbuffer@1 ·", "normal@1/2 ·", "depth_zbuffer+normal@1 ·");
        assertThat(tandem.run("edit", "mine", "train-first", "depth_zbuffer", "--seed", "7")
                        .err())
                .contains("No run of ‘depth_zbuffer’ waits", "nothing was changed");
        assertThat(tandem.run("edit", "mine", "train-first", "normal", "--setting", "none")
                        .err())
                .contains("‘none’ is unknown");
    }

    @Test
    void aGroupingIsBuiltTaskByTask() {
        assertThat(done("edit", "mine", "grouping", "hand").out()).contains("hand: no networks; 0 SNT");
        assertThat(done("edit", "mine", "put-task", "hand", "normal", "new").out())
                .contains("hand: A normal@1; 1 SNT");
        assertThat(done("edit", "mine", "put-task", "hand", "depth_zbuffer", "A")
                        .out())
                .contains("hand: A depth_zbuffer+normal@1; 1 SNT");
        assertThat(done("edit", "mine", "copy-task", "hand", "normal", "A", "new")
                        .out())
                .contains("hand: A depth_zbuffer+normal@1, B normal@1; 2 SNT");
        assertThat(done("edit", "mine", "encoder", "hand", "B", "0.5").out()).contains("B normal@1/2; 1.5 SNT");
        assertThat(done("edit", "mine", "train-only", "hand", "normal", "A").out())
                .contains("A depth_zbuffer+normal:train@1, B");
        assertThat(done("edit", "mine", "duplicate-grouping", "hand", "other").out())
                .contains("2 groupings", "other: A depth_zbuffer+normal:train@1, B normal@1/2; 1.5 SNT");
        assertThat(done("edit", "mine", "move-task", "other", "depth_zbuffer", "A", "B")
                        .out())
                .contains("other: A normal:train@1, B depth_zbuffer+normal@1/2");
        assertThat(done("edit", "mine", "take-task", "other", "normal", "A").out())
                .contains("other: A depth_zbuffer+normal@1/2; 0.5 SNT");
        assertThat(done("edit", "mine", "put-network", "other", "depth_zbuffer:train+normal@1/3")
                        .out())
                .contains("B depth_zbuffer:train+normal@1/3; 0.8333 SNT");
        assertThat(done("edit", "mine", "take-network", "other", "A").out())
                .contains("other: A depth_zbuffer:train+normal@1/3;");
        assertThat(done("edit", "mine", "train-only", "other", "depth_zbuffer", "A", "--off")
                        .out())
                .contains("A depth_zbuffer+normal@1/3");
        assertThat(tandem.run("edit", "mine", "take-task", "other", "normal", "C")
                        .err())
                .contains("no network ‘C’");
    }

    @Test
    void anEditThatDoesNotFitLeavesTheStudyAsItWas() {
        Ended refused = tandem.run("edit", "mine", "remove-grouping", "nothing");

        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).containsOnlyOnce("\n").contains("nothing");
        assertThat(done("edit", "mine", "budget", "1").out()).contains("5 networks", "0 groupings");
    }

    @Test
    void anUntrainedStudyHasNothingToSuggestFrom() {
        Ended refused = tandem.run("suggest", "mine", "--budget", "1");

        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("Train the study first");
    }

    private JsonNode suggestion(String source) throws IOException {
        return new ObjectMapper()
                .readTree(done("suggest", source, "--budget", "1", "--json").out());
    }

    private Ended done(String... command) {
        Ended ended = tandem.run(command);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }
}
