package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.DatasetCheck;
import app.tandem.data.DatasetListing;
import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.data.SmallPairs;
import app.tandem.data.SplitOrigin;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.PoolChoice;
import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.Split;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen of a real folder of rooms before a study of it is made. */
class StudyDraftTest {

    private static final int IMAGES = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path rooms;

    @BeforeEach
    void write() {
        rooms = folder.resolve("rooms");
        new RoomsGenerator(7, 32).write(rooms, IMAGES, Progress.NONE);
    }

    @Test
    void itBeginsWithEverythingThatWasFound() {
        StudyDraft draft = StudyDraft.ofFolder(rooms);

        assertThat(draft.design()).isEqualTo(NewStudy.ofFolder(rooms));
        assertThat(draft.chosen()).hasSize(5);
        assertThat(draft.inputSize()).isEqualTo(32);
    }

    @Test
    void aFileOfTheDatasetStandsForItsFolder() throws IOException {
        Path label;
        try (var files = Files.walk(rooms.resolve("normal"))) {
            label = files.filter(file -> file.toString().endsWith(".png"))
                    .findFirst()
                    .orElseThrow();
        }

        assertThat(StudyDraft.ofFolder(label)).isEqualTo(StudyDraft.ofFolder(rooms));
        assertThat(StudyDraft.ofFolder(rooms.resolve(RoomsGenerator.SPLITS))).isEqualTo(StudyDraft.ofFolder(rooms));
        Path stray = Files.writeString(rooms.resolve("notes.txt"), "x");
        assertThatThrownBy(() -> StudyDraft.ofFolder(stray))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining("belongs to no dataset");
    }

    @Test
    void theNetworksAreThoseOfTheChosenTasksInTheOrderFound() {
        StudyDraft draft = StudyDraft.ofFolder(rooms).withChosen(List.of("normal", "depth_zbuffer"));

        Study design = draft.design();

        assertThat(design.taskIds()).containsExactly("depth_zbuffer", "normal");
        assertThat(design.networks().stream().map(network -> network.key(design.taskIds())))
                .containsExactly(
                        "depth_zbuffer@1/2", "normal@1/2", "depth_zbuffer@1", "normal@1", "depth_zbuffer+normal@1");
    }

    @Test
    void encoderSizesAreChosenForAllNetworksAndForTasksAlone() {
        PoolChoice pool = PoolChoice.parse("pairs", 5)
                .withSizes(List.of(EncoderSize.FULL, EncoderSize.HALF))
                .withAlone(List.of(EncoderSize.parse("1/3"), EncoderSize.HALF));

        List<Network> networks = pool.networks(2);

        assertThat(networks.stream().map(network -> network.key(List.of("a", "b"))))
                .containsExactly("a@1/3", "b@1/3", "a@1/2", "b@1/2", "a@1", "b@1", "a+b@1/2", "a+b@1");
    }

    @Test
    void aLossIsChangedBeforeTheStudyIsMade() {
        StudyDraft draft = StudyDraft.ofFolder(rooms);

        Study design = draft.withTask(draft.all().tasks().get(1).withLoss(LossFunction.SQUARED_ERROR))
                .design();

        assertThat(design.tasks().get(1).loss()).isEqualTo(LossFunction.SQUARED_ERROR);
        assertThat(design.networks()).hasSize(36);
    }

    @Test
    void noTaskAndAnEncoderThatCannotBeBuiltAreRefused() {
        StudyDraft draft = StudyDraft.ofFolder(rooms);

        assertThatThrownBy(() -> draft.withChosen(List.of()).design()).hasMessageContaining("No task is chosen");
        assertThatThrownBy(() -> draft.withPool(draft.poolOrUsual().withAlone(List.of(EncoderSize.parse("1/500"))))
                        .design())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("1/500");
        assertThatThrownBy(() -> draft.withChosen(List.of("depth"))).hasMessageContaining("depth_zbuffer");
    }

    @Test
    void theCheckCountsTheSplitsAndTakesTheLargestInput() {
        StudyDraft draft = StudyDraft.ofFolder(rooms);
        Setting usual = draft.all().settings().get(0);

        DatasetCheck clean = draft.check(Progress.NONE);
        DatasetCheck large = draft.withSettings(List.of(usual, SettingText.parse("large,size=48", usual)))
                .check(Progress.NONE);

        assertThat(clean.isClean()).isTrue();
        assertThat(clean.usable().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(IMAGES);
        assertThat(clean.usable().get(Split.TRAIN)).isPositive();
        assertThat(large.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.severity() == DatasetCheck.Severity.FATAL);
    }

    @Test
    void onlyTheLabelsOfChosenTasksAreLookedAt() throws IOException {
        try (var files = Files.walk(rooms.resolve("normal"))) {
            for (Path label : files.filter(file -> file.toString().endsWith(".png"))
                    .limit(2)
                    .toList()) {
                Files.delete(label);
            }
        }
        StudyDraft draft = StudyDraft.ofFolder(rooms);

        assertThat(draft.check(Progress.NONE).skipped()).isEqualTo(2);
        assertThat(draft.withChosen(List.of("depth_zbuffer"))
                        .check(Progress.NONE)
                        .isClean())
                .isTrue();
    }

    @Test
    void aCheckIsStoppedFromItsProgress() {
        AtomicInteger looked = new AtomicInteger();

        assertThatThrownBy(() -> StudyDraft.ofFolder(rooms).check((done, total) -> {
                    looked.set(done);
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(looked).hasValue(1);
    }

    @Test
    void theListTellsTheSplitsAndTheSizeOfTheImages() throws IOException {
        DatasetListing listing = StudyDraft.ofFolder(rooms).listing();

        assertThat(listing.origin().kind()).isEqualTo(SplitOrigin.Kind.FILE);
        assertThat(listing.origin().file()).endsWith(RoomsGenerator.SPLITS);
        assertThat(listing.total()).isEqualTo(IMAGES);
        assertThat(listing.imageSize()).hasValue(32);

        Files.delete(rooms.resolve(RoomsGenerator.SPLITS));
        DatasetListing drawn = StudyDraft.ofFolder(rooms).listing();
        assertThat(drawn.origin().kind()).isIn(SplitOrigin.Kind.BUILDINGS, SplitOrigin.Kind.POINTS);
        assertThat(drawn.counts().get(Split.VALIDATION)).isPositive();
    }

    @Test
    void anIdxPairIsFoundByItsFolderAndByEitherOfItsFiles() throws IOException {
        Path images = SmallPairs.write(folder.resolve("digits"), "train-", 40);
        SmallPairs.write(folder.resolve("digits"), "extra-", 30);

        for (Path place : List.of(images, images.resolveSibling("train-labels-idx1-ubyte"))) {
            StudyDraft draft = StudyDraft.ofFolder(place);
            assertThat(draft.all().name()).isEqualTo("digits");
            assertThat(draft.all().dataset().location()).isEqualTo(place.toString());
            assertThat(draft.chosen()).hasSize(5);
            assertThat(draft.inputSize()).isEqualTo(16);
            assertThat(draft.listing().origin().kind()).isEqualTo(SplitOrigin.Kind.PHOTOGRAPHS);
            assertThat(draft.listing().imageSize()).hasValue(SmallPairs.SIDE);
            assertThat(draft.check(Progress.NONE).isClean()).isTrue();
        }
        assertThat(StudyDraft.ofFolder(folder.resolve("digits")).all().dataset().location())
                .isEqualTo(folder.resolve("digits").toString());
    }

    @Test
    void ofSeveralIdxPairsTheOneThatIsNamedIsRead() throws IOException {
        Path good = SmallPairs.write(folder.resolve("digits"), "train-", 40);
        Path wrong = SmallPairs.write(folder.resolve("digits"), "extra-", 30).resolveSibling("extra-labels-idx1-ubyte");
        byte[] labels = Files.readAllBytes(wrong);
        labels[8] = 11;
        Files.write(wrong, labels);

        assertThat(StudyDraft.ofFolder(good).chosen()).hasSize(5);
        assertThatThrownBy(() -> StudyDraft.ofFolder(wrong))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("extra-labels-idx1-ubyte")
                .hasMessageContaining("11");
        Files.delete(wrong);
        assertThatThrownBy(() -> StudyDraft.ofFolder(good.resolveSibling("extra-images-idx3-ubyte")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("extra-labels-idx1-ubyte");
    }

    @Test
    void aSampleShowsTheLabelsOfItsTasks() {
        StudyDraft draft = StudyDraft.of(Samples.fashion());

        assertThat(draft.example())
                .hasValueSatisfying(
                        example -> assertThat(example.label(0).width()).isEqualTo(1));
    }

    @Test
    void theRoomsInThreeSettingsDifferByDepthAndByImages() {
        Study study = NewStudy.roomsInThreeSettings();
        assertThat(study.settings()).extracting(Setting::name).containsExactly("small", "large", "little");
        assertThat(study.settings())
                .extracting(Setting::depth)
                .containsExactly(EncoderDepth.LIGHT, EncoderDepth.STANDARD, EncoderDepth.STANDARD);
        assertThat(study.settings())
                .extracting(setting -> setting.trainingImages(400))
                .containsExactly(400, 400, 20);
        assertThat(study.networks()).hasSize(31 + 4 * 5);
        assertThat(study.seeds()).isEqualTo(3);
        assertThatCode(() -> EncoderCheck.requireBuildable(study)).doesNotThrowAnyException();
    }
}
