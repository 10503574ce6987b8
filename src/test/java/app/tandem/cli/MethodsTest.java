package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.cli.CommandLineRunner.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {

    /** The published losses of three settings; see the README beside them. */
    private static final String STANDLEY =
            Path.of("sample-data/standley2020/losses.csv").toAbsolutePath().toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRunner tandem;

    @BeforeEach
    void start() {
        tandem = new CommandLineRunner(folder);
    }

    private JsonNode json(String... arguments) throws IOException {
        Ended ended = tandem.run(arguments);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return new ObjectMapper().readTree(ended.out());
    }

    /** Every pool of up to so many tasks, with losses that fall a little in company. */
    private String csv(int tasks, int most, String... splits) throws IOException {
        StringBuilder csv = new StringBuilder("setting,tasks,encoder,split,task,loss\n");
        for (int a = 0; a < tasks; a++) {
            add(csv, List.of("t" + a), "1/2", 1.2, splits);
            add(csv, List.of("t" + a), "1", 1, splits);
            for (int b = a + 1; most > 1 && b < tasks; b++) {
                add(csv, List.of("t" + a, "t" + b), "1", 1 - 0.01 * ((7 * a + 3 * b) % 5), splits);
            }
        }
        return Files.writeString(folder.resolve("losses.csv"), csv).toString();
    }

    private static void add(StringBuilder csv, List<String> tasks, String encoder, double loss, String... splits) {
        for (String task : tasks) {
            for (String split : splits) {
                csv.append(String.format(
                        Locale.ROOT, "s,%s,%s,%s,%s,%.3f%n", String.join("+", tasks), encoder, split, task, loss));
            }
        }
    }

    @Test
    void everyMethodHasARowForEveryHalf() throws IOException {
        JsonNode rows = json("methods", STANDLEY, "--setting", "1", "--json");

        assertThat(rows.get(0).fieldNames())
                .toIterable()
                .containsExactly("method", "budget", "test_loss", "excess_percent", "training_snt", "networks");
        List<String> methods = new ArrayList<>();
        rows.forEach(row -> methods.add(row.get("method").asText()));
        assertThat(methods.stream().distinct())
                .containsExactly(
                        "optimal", "guided", "hoa", "esa", "all-in-one", "independent", "random", "random-worst");
        for (String method : List.copyOf(methods)) {
            assertThat(methods.stream().filter(method::equals)).hasSize(9);
        }
        for (JsonNode row : rows) {
            if (row.get("method").asText().equals("optimal")) {
                assertThat(row.get("excess_percent").asDouble()).isZero();
                assertThat(row.get("training_snt").asDouble()).isEqualTo(33.5);
            }
        }
    }

    @Test
    void otherBudgetsMayBeNamed() throws IOException {
        JsonNode rows = json("methods", STANDLEY, "--setting", "setting2", "--budgets", "2,5/2", "--json");

        List<Double> budgets = new ArrayList<>();
        rows.forEach(row -> budgets.add(row.get("budget").asDouble()));
        assertThat(budgets.stream().distinct()).containsExactly(2.0, 2.5);
        // Per method a row for each budget, in the methods' order: the third method is HOA.
        JsonNode hoa = rows.get(5);
        assertThat(hoa.get("method").asText()).isEqualTo("hoa");
        assertThat(hoa.get("test_loss").asDouble()).isCloseTo(0.31450, within(0.005));
        assertThat(hoa.get("networks").get(0).fieldNames()).toIterable().containsExactly("tasks", "encoder", "serves");
    }

    @Test
    void peopleAreToldLossesExcessTrainingAndAgreement() {
        Ended ended = tandem.run("methods", STANDLEY, "--setting", "1", "--budgets", "2,2.5");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("Test loss, setting setting1")
                .contains("Excess over the optimum's test loss in %, setting setting1")
                .contains("Training in SNT, setting setting1")
                .containsPattern("hoa +0\\.82 +0\\.82 +55")
                .containsPattern("esa +0\\.65 +0\\.60 +75");
    }

    @Test
    void whereDataAreMissingTheRunsThatAreNeededAreSaid() throws IOException {
        Ended ended = tandem.run("methods", csv(3, 2, "val", "test"));

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("esa: ESA needs the losses of every candidate at 20 % of the schedule.");
    }

    @Test
    void aTableWithHolesIsComparedAsFarAsItGoes() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("holes.csv"),
                """
                setting,tasks,encoder,split,task,loss
                s,a,1,val,a,0.5
                s,a+b,1,val,a,0.4
                s,a+b,1,val,b,0.3
                s,b,1,val,b,0.4
                s,a+b+c,1,val,a,0.3
                s,a+b+c,1,val,c,0.3
                s,a+b+c,1,val,b,0.9
                s,c,1,test,c,0.2
                """);

        Ended ended = tandem.run("methods", csv.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("hoa: HOA needs every network of one and two tasks trained.")
                .contains("optimal: its networks have no test losses.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    void oneTaskAndTwoWork(int tasks, int most) throws IOException {
        JsonNode rows = json("methods", csv(tasks, most, "val", "test", "early20"), "--json");

        for (JsonNode row : rows) {
            String method = row.get("method").asText();
            if (List.of("optimal", "guided", "hoa", "esa").contains(method)) {
                assertThat(row.get("test_loss").isNumber()).isTrue();
                assertThat(row.get("excess_percent").asDouble()).isZero();
            }
        }
    }

    @Test
    void ofTwentyTasksEachMethodWorksOrSaysItsLimit() throws IOException {
        Ended ended = tandem.run("methods", csv(20, 2, "val", "test"), "--budgets", "9,12");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("guided: The guided search works for at most 12 tasks, not for 20.")
                .containsPattern("hoa +\\d+\\.\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"optimal", "hoa", "esa", "guided", "independent", "random"})
    void everyMethodSuggestsAGrouping(String method) throws IOException {
        JsonNode best = json("suggest", STANDLEY, "--setting", "1", "--budget", "2.5", "--method", method, "--json");

        assertThat(best.get("method").asText()).isEqualTo(method);
        assertThat(best.get("cost").asDouble()).isLessThanOrEqualTo(2.5);
        assertThat(best.get("test_loss").isNumber()).isTrue();
        List<String> served = new ArrayList<>();
        best.get("networks").forEach(network -> network.get("serves").forEach(task -> served.add(task.asText())));
        assertThat(served).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void suggestIsOptimalUnlessToldOtherwise() {
        String[] plain = {"suggest", STANDLEY, "--setting", "1", "--budget", "3"};
        String[] named = {"suggest", STANDLEY, "--setting", "1", "--budget", "3", "--method", "optimal"};

        assertThat(tandem.run(named).out()).isEqualTo(tandem.run(plain).out()).startsWith("Best grouping for 3 SNT");
    }

    @Test
    void theGuidedSearchSaysWhatItSpentAndWhatItKnows() {
        Ended ended = tandem.run("suggest", STANDLEY, "--setting", "1", "--budget", "2.5", "--method", "guided");

        assertThat(ended.out())
                .contains("Grouping by guided for 2.5 SNT")
                .containsPattern(
                        "Training for it: 1\\d(\\.5)? SNT\\. With a probability of \\d+ % an untrained network");
    }

    @Test
    void ofAnUnfinishedTableTheGuidedSearchSaysWhatToTrainNext() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("part.csv"),
                """
                setting,tasks,encoder,split,task,loss
                s,a,1,test,a,0.5
                s,a+b,1,val,a,0.4
                s,a+b,1,val,b,0.3
                s,b,1,test,b,0.4
                """);

        Ended ended = tandem.run("suggest", csv.toString(), "--budget", "2", "--method", "guided");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).containsPattern("train next: [ab]@1\\.");
    }

    @Test
    void allInOneStandsOnlyAtItsOwnCost() {
        Ended at = tandem.run("suggest", STANDLEY, "--setting", "1", "--budget", "1", "--method", "all-in-one");
        Ended beside = tandem.run("suggest", STANDLEY, "--setting", "1", "--budget", "2", "--method", "all-in-one");

        assertThat(at.code()).isZero();
        assertThat(beside.code()).isEqualTo(ExitCode.INPUT);
        assertThat(beside.err()).contains("No network with all tasks costs exactly 2 SNT");
    }

    @Test
    void anUnknownMethodIsToldThoseThereAre() {
        Ended ended = tandem.run("suggest", STANDLEY, "--setting", "1", "--budget", "2", "--method", "best");

        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.err()).contains("‘best’", "optimal, hoa, esa, guided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "cs"})
    void withoutAffinitiesTheJointRunIsAskedFor(String method) {
        Ended ended = tandem.run("suggest", STANDLEY, "--setting", "1", "--budget", "2", "--method", method);

        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.err()).contains("one joint run of all tasks");
    }

    @Test
    void onlyTheOptimalMethodPartitions() {
        Ended ended =
                tandem.run("suggest", STANDLEY, "--setting", "1", "--budget", "2", "--method", "hoa", "--partition");

        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.err()).contains("--partition");
    }

    @Test
    void aBudgetThatPaysForNothingIsNoGrouping() {
        Ended ended = tandem.run("suggest", STANDLEY, "--setting", "1", "--budget", "0.5", "--method", "hoa");

        assertThat(ended.code()).isEqualTo(ExitCode.INFEASIBLE);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("infeasible", "the cheapest costs 1 SNT");
    }
}
