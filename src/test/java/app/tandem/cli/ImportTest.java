package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.data.LossTableCsv;
import app.tandem.loss.LossTable;
import app.tandem.store.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

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

    private Ended imported(Object file) {
        Ended ended = tandem.run("import", file.toString(), "-o", "study");
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    @Test
    void theStudyHoldsWhatTheFileHolds() {
        Ended ended = imported(STANDLEY);
        assertThat(ended.err())
                .contains("5 tasks, 36 networks, 3 settings, 1 seed")
                .contains("108 runs");
        List<LossTable> published = LossTableCsv.read(STANDLEY);
        try (StudyFile study = StudyFile.openReadOnly(folder.resolve("study.tandem"))) {
            for (LossTable table : published) {
                assertThat(study.lossTable(table.setting()).contentHash())
                        .as(table.setting())
                        .isEqualTo(table.contentHash());
            }
        }
    }

    @Test
    void suggestsTheSameFromTheStudyAsFromTheFile() {
        imported(STANDLEY);
        String[] options = {"--setting", "1", "--budget", "2.5", "--json"};
        Ended ofStudy = tandem.run("suggest", "study", options[0], options[1], options[2], options[3], options[4]);
        Ended ofFile =
                tandem.run("suggest", STANDLEY.toString(), options[0], options[1], options[2], options[3], options[4]);
        assertThat(ofStudy.code()).as(ofStudy.err()).isZero();
        assertThat(ofStudy.out()).isEqualTo(ofFile.out()).contains("0.44612");
    }

    @Test
    void keepsTheSeedsOfAFile() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("mine.csv"),
                """
                setting,tasks,encoder,split,task,loss,seed
                small,a,1,val,a,0.5,0
                small,a,1,val,a,0.7,2
                small,a+b,1/3,val,b,0.4,0
                """);
        imported(csv);
        Ended losses = tandem.run("losses", "study", "--csv");
        assertThat(losses.out().lines())
                .containsExactly(
                        "setting,tasks,encoder,split,task,loss,seed",
                        "small,a,1,val,a,0.5,0",
                        "small,a,1,val,a,0.7,2",
                        "small,a+b,1/3,val,b,0.4,0");
    }

    @Test
    void aWeightChangesWhatIsChosenAndNotWhatWasMeasured() {
        imported(STANDLEY);
        assertThat(tandem.run("edit", "study", "task", "normal", "--weight", "3")
                        .code())
                .isZero();
        try (StudyFile study = StudyFile.openReadOnly(folder.resolve("study.tandem"))) {
            assertThat(study.lossTable("setting1").networks()).hasSize(36);
            assertThat(study.runs()).allSatisfy(run -> assertThat(run.counts()).isTrue());
        }
    }

    @Test
    void trainingSaysThatThereAreNoImages() {
        imported(STANDLEY);
        assertThat(tandem.run("edit", "study", "add-network", "normal@1/4").code())
                .isZero();
        Ended trained = tandem.run("train", "study");
        assertThat(trained.code()).isEqualTo(ExitCode.INPUT);
        assertThat(trained.err()).contains("no images to train on");
    }

    @Test
    void aSampleIsImportedByItsName() {
        assertThat(imported("standley2020").err()).contains("108 runs");
    }

    @Test
    void theRoomsInThreeSettingsHaveThreeSeedsOfEveryNetwork() {
        assertThat(imported("rooms-settings").err()).contains("51 networks, 3 settings, 3 seeds", "459 runs");
        for (String setting : List.of("small", "large", "little")) {
            Ended best = tandem.run("suggest", "study", "--setting", setting, "--budget", "2.5");
            assertThat(best.code()).isEqualTo(ExitCode.OK);
            assertThat(best.out()).contains("Stability over seeds").doesNotContain("no claim");
        }
    }

    @Test
    void aWrongFileIsToldAndNothingIsMade() throws IOException {
        Path csv = Files.writeString(folder.resolve("bad.csv"), "setting,tasks\nsmall,a\n");
        Ended ended = tandem.run("import", csv.toString(), "-o", "study");
        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.err()).contains("bad.csv, line 1").contains("encoder");
        assertThat(folder.resolve("study.tandem")).doesNotExist();
    }

    @Test
    void aStudyOfThatNameIsKept() throws IOException {
        Path kept = Files.writeString(folder.resolve("study.tandem"), "mine");
        Ended ended = tandem.run("import", STANDLEY.toString(), "-o", "study");
        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(kept).hasContent("mine");
    }

    @Test
    void itIsNotPointedToImagesSinceItsLossesAreNotOfThem() {
        imported(STANDLEY);
        Ended edited = tandem.run("edit", "study", "dataset", "rooms");
        assertThat(edited.code()).isEqualTo(ExitCode.INPUT);
        assertThat(edited.err()).contains("measured elsewhere");
        try (StudyFile study = StudyFile.openReadOnly(folder.resolve("study.tandem"))) {
            assertThat(study.study().dataset().isOfLosses()).isTrue();
            assertThat(study.lossTable("setting1").networks()).hasSize(36);
        }
    }
}
