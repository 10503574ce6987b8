package app.tandem.workbench.start;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.DatasetCheck.Severity;
import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.SmallPairs;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.LossFunction;
import app.tandem.study.PoolChoice;
import app.tandem.study.Setting;
import app.tandem.study.Split;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study designed from a real folder, without a window. */
class NewStudyModelTest {

    private static final int IMAGES = 12;

    private final Map<Path, Study> made = new LinkedHashMap<>();
    private final List<RuntimeException> faults = new ArrayList<>();

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

    private NewStudyModel model(Path place) {
        return new NewStudyModel(place, new Threads(Runnable::run, Runnable::run), made::put, faults::add);
    }

    private NewStudyModel read(Path place) {
        NewStudyModel model = model(place);
        model.read();
        assertThat(faults).isEmpty();
        return model;
    }

    private static StudyPlan plan(NewStudyModel model) {
        return model.planProperty().get().orElseThrow();
    }

    private static Study design(NewStudyModel model) {
        return plan(model).design().orElseThrow();
    }

    @Test
    void everythingIsShownBeforeAnythingIsWritten() throws IOException {
        NewStudyModel model = read(rooms);

        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.NONE);
        assertThat(model.previewsProperty().get()).hasSize(5);
        assertThat(model.imageProperty().get())
                .hasValueSatisfying(image -> assertThat(image.width()).isEqualTo(32));
        assertThat(model.look().listingProperty().get().orElseThrow().total()).isEqualTo(IMAGES);
        assertThat(model.look().checkProperty().get().orElseThrow().usable().get(Split.TRAIN))
                .isPositive();
        assertThat(plan(model).runs()).isEqualTo(36);
        assertThat(plan(model).file()).isEqualTo(folder.resolve("rooms.tandem"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(rooms);
        }

        model.create();

        assertThat(made).containsExactly(Map.entry(folder.resolve("rooms.tandem"), design(model)));
    }

    @Test
    void whatIsNoDatasetIsRefusedWithItsRemedy() throws IOException {
        NewStudyModel model = read(Files.createDirectories(folder.resolve("empty")));

        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.REFUSED);
        assertThat(model.refusalProperty().get())
                .hasValueSatisfying(refusal -> assertThat(refusal.remedy()).contains("rgb"));
        model.create();
        assertThat(made).isEmpty();
    }

    @Test
    void imagesThatCannotBeUsedAreListedAndLeftOutOnlyIfTheUserSaysSo() throws IOException {
        List<Path> labels = labels("normal");
        Files.delete(labels.get(0));
        Files.delete(labels.get(1));
        Files.writeString(labels("depth_zbuffer").get(4), "no picture");

        NewStudyModel model = read(rooms);

        assertThat(model.look().problemsProperty().get())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.SKIPPED));
        assertThat(model.look().problemsProperty().get().get(0).files()).hasSize(2);
        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.LEAVE_OUT);
        model.create();
        assertThat(made).isEmpty();

        model.leaveOutProperty().set(true);
        model.create();

        assertThat(made).hasSize(1);
    }

    @Test
    void withoutTheTaskWhoseLabelsLackNothingIsWrong() throws IOException {
        Files.delete(labels("normal").get(0));
        NewStudyModel model = read(rooms);

        model.choose("normal", false);

        assertThat(model.look().problemsProperty().get()).isEmpty();
        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.NONE);
        assertThat(design(model).taskIds()).doesNotContain("normal").hasSize(4);
        assertThat(model.previewsProperty().get()).containsKey("normal");
    }

    @Test
    void whatIsWrongWithEveryImageIsOneProblem() {
        NewStudyModel model = read(rooms);

        model.typeSetting(0, "size", "48");

        assertThat(model.look().problemsProperty().get()).first().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.FATAL);
            assertThat(problem.what()).contains("32×32").contains("48");
            assertThat(problem.files()).hasSize(IMAGES);
        });
        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.UNUSABLE);

        model.typeSetting(0, "size", "32");
        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.NONE);
    }

    @Test
    void aLookIsEndedByLeaving() {
        NewStudyModel model = model(rooms);
        List<Integer> seen = new ArrayList<>();
        model.look()
                .countedProperty()
                .addListener((property, before, now) -> now.ifPresent(counted -> {
                    seen.add(counted.done());
                    if (counted.done() == 3) {
                        model.leave();
                    }
                }));

        model.read();

        assertThat(seen).endsWith(3).doesNotContain(4);
        assertThat(model.look().checkProperty().get()).isEmpty();
        assertThat(model.previewsProperty().get()).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void noTaskIsNoStudy() {
        NewStudyModel model = read(rooms);

        design(model).taskIds().forEach(task -> model.choose(task, false));

        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.DESIGN);
        assertThat(plan(model).fault())
                .hasValueSatisfying(fault -> assertThat(fault.what()).contains("No task"));
    }

    @Test
    void lossesSizesAndThePoolAreChosen() {
        NewStudyModel model = read(rooms);
        Task depth = model.draftProperty().get().orElseThrow().tasks().get(1);

        model.setLoss(depth, LossFunction.SQUARED_ERROR);
        model.setMostTasks(1);
        model.setSize(EncoderSize.HALF, true);
        model.setSizeAlone(EncoderSize.HALF, false);
        model.setSizeAlone(EncoderSize.parse("1/3"), true);

        assertThat(design(model).tasks().get(1).loss()).isEqualTo(LossFunction.SQUARED_ERROR);
        assertThat(design(model).networks()).hasSize(15);
        model.setMostTasks(PoolChoice.EVERY);
        assertThat(design(model).networks()).hasSize(2 * 31 + 5);
        assertThat(plan(model).offers().get(0).multiplyAdds())
                .isGreaterThan(plan(model).offers().get(1).multiplyAdds());
    }

    @Test
    void aSizeThatCannotBeBuiltSaysSo() {
        NewStudyModel model = read(rooms);

        model.typeSize("1/500");

        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.DESIGN);
        assertThat(plan(model).offers())
                .filteredOn(offer -> offer.fault().isPresent())
                .extracting(StudyPlan.SizeOffer::size)
                .containsExactly(EncoderSize.parse("1/500"));

        model.setSize(EncoderSize.parse("1/500"), false);
        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.NONE);
    }

    @Test
    void whatIsTypedWrongIsToldAndChangesNothing() {
        NewStudyModel model = read(rooms);
        Study before = design(model);

        model.typeSetting(0, "epochs", "many");
        assertThat(model.mistakeProperty().get()).map(UserException::what).hasValueSatisfying(what -> assertThat(what)
                .contains("many"));
        model.typeSeeds("0");
        model.typeBudget("-1");
        model.typeSize("2");
        model.removeSetting(0);
        model.rename(" ");
        assertThat(model.mistakeProperty().get()).isPresent();
        assertThat(design(model)).isEqualTo(before);

        model.typeSeeds("3");
        assertThat(model.mistakeProperty().get()).isEmpty();
        assertThat(plan(model).runs()).isEqualTo(108);
    }

    @Test
    void theClassicSettingsAreAddedAndRemoved() {
        NewStudyModel model = read(rooms);

        model.addSetting(SettingEdits.Addition.LARGE);
        model.addSetting(SettingEdits.Addition.LITTLE_DATA);
        model.addSetting(SettingEdits.Addition.COPY);
        model.typeSetting(3, "name", "mine, again");
        model.typeSetting(3, "epochs", "7");

        assertThat(design(model).settings())
                .extracting(Setting::name)
                .containsExactly("light", "large", "little-data", "mine, again");
        assertThat(design(model).settings().get(1).depth()).isEqualTo(EncoderDepth.STANDARD);
        assertThat(design(model).settings().get(3).schedule().epochs()).isEqualTo(7);
        assertThat(plan(model).runs()).isEqualTo(4 * 36);

        model.typeSetting(1, "name", "light");
        assertThat(model.mistakeProperty().get()).isPresent();
        model.removeSetting(1);
        assertThat(model.settings()).extracting(Setting::name).containsExactly("light", "little-data", "mine, again");
    }

    @Test
    void theFileFollowsTheNameUntilItIsChosenAndNeverStandsOverAnother() throws IOException {
        Files.createFile(folder.resolve("mine.tandem"));
        NewStudyModel model = read(rooms);

        model.rename("mine");
        assertThat(plan(model).file()).isEqualTo(folder.resolve("mine-2.tandem"));
        model.rename("a/b: c?");
        assertThat(plan(model).file()).isEqualTo(folder.resolve("a-b- c-.tandem"));

        model.saveIn(folder.resolve("mine.tandem"));
        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.FILE);
        assertThat(plan(model).fileFault())
                .hasValueSatisfying(fault -> assertThat(fault.where()).contains("mine.tandem"));

        model.saveIn(folder.resolve("elsewhere").resolve("mine.tandem"));
        model.rename("other");
        assertThat(plan(model).file()).isEqualTo(folder.resolve("elsewhere").resolve("mine.tandem"));
        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.NONE);
    }

    @Test
    void anIdxFileShowsTheLabelsAsNumbers() throws IOException {
        NewStudyModel model = read(SmallPairs.write(folder.resolve("digits"), "train-", 40));

        assertThat(model.obstacleProperty().get()).isEqualTo(Obstacle.NONE);
        assertThat(model.previewsProperty().get().get("left_class"))
                .satisfies(preview -> assertThat(preview.number().getAsDouble()).isBetween(0.0, 9.0));
        assertThat(model.previewsProperty().get().get("edges"))
                .satisfies(preview -> assertThat(preview.number()).isEqualTo(OptionalDouble.empty()));
    }

    private List<Path> labels(String task) throws IOException {
        try (var files = Files.walk(rooms.resolve(task))) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aLookThatBreaksIsToldAndEnds() {
        NewStudyModel model = model(rooms);
        model.look().listingProperty().addListener(listed -> {
            if (model.look().listingProperty().get().isPresent()) {
                throw new StackOverflowError("too deep");
            }
        });
        model.read();

        assertThat(faults).singleElement().satisfies(told -> assertThat(told).hasRootCauseMessage("too deep"));
        assertThat(model.obstacleProperty().get()).isNotEqualTo(Obstacle.CHECKING);
    }
}
