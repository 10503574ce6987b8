package app.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.tandem.data.Example;
import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.Samples;
import app.tandem.loss.Measure;
import app.tandem.run.DesignHash;
import app.tandem.run.Device;
import app.tandem.run.Provenance;
import app.tandem.run.RunFolder;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.WorkerLauncher;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.GroupingEdit;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import app.tandem.training.NetworkWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edits of an open study in a real file: whether they are saved, whether they can be trained, and what they would take. */
@Timeout(60)
class StudyEditingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("two.tandem");
    }

    @Test
    void editsThatCannotBeSavedAreKeptToldAndSavedAsSoonAsThatWorks() throws Exception {
        BlockingQueue<Boolean> told = new LinkedBlockingQueue<>();
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            owner.addListener(new StudyListener() {
                @Override
                public void studyChanged(Study study) {
                    told.add(owner.unsavedEdits().isEmpty());
                }
            });
            sql("CREATE TRIGGER broken BEFORE INSERT ON study BEGIN SELECT RAISE(ABORT, 'the disk is away'); END");

            owner.edit(new StudyEdit.SetSeeds(7));
            assertThat(told.take()).isFalse();
            assertThat(owner.unsavedEdits())
                    .hasValueSatisfying(fault -> assertThat(fault).hasMessageContaining("not saved yet"));
            owner.edit(new StudyEdit.SetSeeds(8));
            owner.undo();
            assertThat(owner.study().seeds()).isEqualTo(7);
            assertThat(onDisk().seeds()).isEqualTo(1);
            told.clear();

            sql("DROP TRIGGER broken");
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(true);
            assertThat(onDisk().seeds()).isEqualTo(7);
        }
    }

    @Test
    void closingSaysWhereTheLastEditsAreLost() throws Exception {
        StudyOwner owner = StudyOwner.create(file, study(), options());
        sql("CREATE TRIGGER broken BEFORE INSERT ON study BEGIN SELECT RAISE(ABORT, 'the disk is away'); END");
        owner.edit(new StudyEdit.SetSeeds(7));

        assertThatThrownBy(owner::close).isInstanceOf(UserException.class).hasMessageContaining("are lost");

        StudyOwner.open(file, options()).close();
    }

    @Test
    void anEncoderThatCannotBeBuiltIsRefusedWhenItIsAskedFor() {
        Grouping one = new Grouping("one", List.of(Grouping.Member.of(Network.of(TaskSet.of(0), EncoderSize.FULL))));
        try (StudyOwner owner = StudyOwner.create(file, study().withGroupings(List.of(one)), options())) {
            assertThatThrownBy(() -> owner.edit(new GroupingEdit.SetEncoder("one", 0, EncoderSize.parse("1/5000"))))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("1/5000");
            assertThat(owner.study().groupings()).containsExactly(one);
            assertThat(owner.canUndo()).isFalse();

            owner.edit(new GroupingEdit.SetEncoder("one", 0, EncoderSize.parse("1/3")));
            assertThat(onDisk().grouping("one").cost().snt()).isEqualTo(Fraction.of(1, 3));
        }
    }

    @Test
    void theTimeOfNewRunsFollowsFromThoseThatEndedHere() {
        Network half = Network.of(TaskSet.of(0), EncoderSize.HALF);
        List<List<Network>> choices =
                List.of(List.of(half), List.of(half, Network.of(TaskSet.all(2), EncoderSize.FULL)));
        try (StudyOwner owner = StudyOwner.create(file, study().withNetworks(List.of(half)), options())) {
            assertThat(owner.forecast(choices))
                    .extracting(RunForecast::runs, RunForecast::time)
                    .containsExactly(tuple(1, Optional.empty()), tuple(2, Optional.empty()));
        }
        recordResult(half, Duration.ofSeconds(10));
        try (StudyOwner owner = StudyOwner.open(file, options())) {
            List<RunForecast> forecast = owner.forecast(choices);
            assertThat(forecast.get(0)).isEqualTo(new RunForecast(1, 0, Optional.empty()));
            assertThat(forecast.get(1).runs()).isEqualTo(1);
            assertThat(forecast.get(1).time().orElseThrow()).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(40));
        }
    }

    @Test
    void whatAnEditCostsIsKnownBeforeItIsMade() {
        Network half = Network.of(TaskSet.of(0), EncoderSize.HALF);
        StudyOwner.create(file, study(), options()).close();
        recordResult(half, Duration.ofSeconds(10));
        try (StudyOwner owner = StudyOwner.open(file, options())) {
            int networks = owner.study().networks().size();
            EditForecast seeds = owner.forecast(new StudyEdit.SetSeeds(3));
            assertThat(seeds.more().runs()).isEqualTo(2 * networks);
            assertThat(seeds.more().time()).isPresent();
            assertThat(seeds.all().runs()).isEqualTo(3 * networks - 1);
            assertThat(seeds.lost()).isZero();

            StudyEdit longer = new StudyEdit.SetSettings(owner.study().settings().stream()
                    .map(setting -> setting.withSchedule(setting.schedule().withEpochs(2)))
                    .toList());
            EditForecast epochs = owner.forecast(longer);
            assertThat(epochs.lost()).isEqualTo(1);
            assertThat(epochs.more().runs()).isEqualTo(1);
            assertThat(epochs.more().time().orElseThrow())
                    .as("twice the epochs of the run that took ten seconds")
                    .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
            assertThat(owner.study()).as("nothing is made yet").isEqualTo(study());

            owner.edit(longer);
            EditForecast back = owner.forecast(new StudyEdit.SetSettings(study().settings()));
            assertThat(back.found()).isEqualTo(1);
            assertThat(back.lost()).isZero();
            assertThat(back.all().runs()).isEqualTo(networks - 1);
        }
    }

    @Test
    void anEncoderThatCannotBeBuiltIsToldOfItsSettingBeforeTheEditIsMade() {
        Network small = Network.of(TaskSet.of(0), EncoderSize.parse("1/40"));
        try (StudyOwner owner = StudyOwner.create(
                file,
                study().withNetworks(List.of(small))
                        .withSettings(List.of(deep(study().settings().get(0)))),
                options())) {
            EditForecast light = owner.forecast(new StudyEdit.SetSettings(study().settings()));
            assertThat(light.refused()).containsOnlyKeys("tiny");
            assertThat(light.refused().values())
                    .allSatisfy(why -> assertThat(why.what()).contains("light encoder", "1/40"));
        }
    }

    private static Setting deep(Setting setting) {
        return new Setting(
                setting.name(), EncoderDepth.STANDARD, setting.share(), setting.inputSize(), setting.schedule());
    }

    @Test
    void anExampleOfTheDatasetIsRead() {
        new RoomsGenerator(3, 32).write(folder.resolve("rooms"), 12, Progress.NONE);
        try (StudyOwner owner = StudyOwner.create(file, study(), options())) {
            Example example = owner.example().orElseThrow();

            assertThat(example.image().channels()).isEqualTo(3);
            assertThat(example.image().width()).isEqualTo(32);
            assertThat(example.label(0).channels()).isEqualTo(1);
            assertThat(example.label(1).channels()).isEqualTo(3);
        }
    }

    private void recordResult(Network network, Duration duration) {
        Study study = study();
        Setting setting = study.settings().get(0);
        Map<String, Double> losses = Map.of("depth_zbuffer", 0.5);
        Provenance made = new Provenance(
                0,
                "data",
                DesignHash.of(study.tasks(), network, setting),
                Map.of(),
                "cpu",
                1,
                duration,
                NetworkWork.of(study.tasks(), network, setting).multiplyAdds(),
                100);
        try (StudyFile open = StudyFile.open(file)) {
            open.recordResult(
                    new RunKey(network.key(study.taskIds()), setting.name(), 0),
                    new RunResult.Finished(1, Map.of(Measure.VALIDATION, losses), made));
        }
    }

    private Study onDisk() {
        try (StudyFile read = StudyFile.openReadOnly(file)) {
            return read.study();
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private OwnerOptions options() {
        return new OwnerOptions(
                folder.resolve("cache"), new NoWorkers(), Device.CPU, Runnable::run, InstantSource.system());
    }

    /** One device on which nothing is ever started. */
    private static final class NoWorkers implements WorkerLauncher {
        @Override
        public List<Device> slots() {
            return List.of(Device.CPU);
        }

        @Override
        public Worker launch(RunFolder run, Device device, WorkerListener listener) {
            throw new AssertionError("nothing is to be trained");
        }

        @Override
        public Worker follow(RunFolder run, WorkerListener listener) {
            throw new AssertionError("nothing is to be trained");
        }
    }

    private Study study() {
        Schedule schedule = new Schedule(1, 4, 0.05, Schedule.Decay.COSINE, 0, 0.9, 0, 5);
        return new Study(
                "two tasks",
                new DatasetReference(
                        DatasetReference.TASKONOMY, folder.resolve("rooms").toString()),
                Samples.rooms().tasks().subList(1, 3),
                List.of(new Setting("tiny", EncoderDepth.LIGHT, Fraction.ONE, 32, schedule)),
                1,
                Pool.everySubsetWithHalfSizeSingles(2),
                List.of(),
                Budget.parse("2.5"));
    }
}
