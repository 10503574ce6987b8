package app.tandem.owner;

import app.tandem.data.FashionPairs;
import app.tandem.data.Samples;
import app.tandem.data.TaskonomyFolder;
import app.tandem.study.Blocking;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.PoolChoice;
import app.tandem.study.Schedule;
import app.tandem.study.Schedule.Decay;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import app.tandem.training.SampleSchedules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a study looks like before its user has changed anything. */
public final class NewStudy {

    /** What {@link #roomsInThreeSettings} is called. */
    public static final String ROOMS_SETTINGS = "rooms-settings";

    /** The side of the input with which a study of a folder begins; a setting may say another. */
    static final int MOST_PIXELS = 64;

    /** The smallest input that an encoder takes. */
    static final int SMALLEST_SIZE = 16;

    private static final List<EncoderSize> EQUAL_BUDGET =
            Stream.of("1/2", "1/3", "1/4", "1/5").map(EncoderSize::parse).toList();
    private static final Budget BUDGET = new Budget(Fraction.of(5, 2));

    private NewStudy() {}

    /** A sample with its own tasks, every subset of them, one seed and a schedule that takes minutes. */
    public static Study of(Samples.Sample sample) {
        return study(
                sample.name(), sample.reference(), sample.tasks(), sampleSetting(sample.name(), sample.inputSize()));
    }

    /**
     * The rooms in the classic three settings (Standley et al. 2020): a small network, a large one as the control, and the
     * large one with a twentieth of the images; every subset of the tasks, each task alone also in encoders of 1/2 to 1/5,
     * so that sharing can be compared at equal budget, and three seeds. Takes hours.
     */
    public static Study roomsInThreeSettings() {
        Study one = of(Samples.rooms());
        Setting light = one.settings().get(0);
        Schedule schedule = SampleSchedules.ROOMS.withEpochs(15);
        Schedule little = SampleSchedules.ROOMS_LITTLE;
        PoolChoice pool = PoolChoice.usual(one.tasks().size()).withAlone(EQUAL_BUDGET);
        return one.withName(ROOMS_SETTINGS)
                .withSettings(List.of(
                        new Setting("small", EncoderDepth.LIGHT, Fraction.ONE, light.inputSize(), schedule),
                        new Setting("large", EncoderDepth.STANDARD, Fraction.ONE, light.inputSize(), schedule),
                        new Setting("little", EncoderDepth.STANDARD, Fraction.of(1, 20), light.inputSize(), little)))
                .withNetworks(pool.networks(one.tasks().size()))
                .withSeeds(3);
    }

    /**
     * The tasks found in a folder of images, or in the folder that one of its images, labels or split files is in; or those
     * of an IDX pair, given by its folder or by one of its files.
     *
     * @throws UserException if it is neither, or the folder holds no layout that is known
     */
    public static Study ofFolder(Path path) {
        assert Blocking.isAllowedHere() : "a folder is listed on the window's thread";
        Path place = path.toAbsolutePath().normalize();
        if (Files.exists(place) && FashionPairs.areAt(place)) {
            return ofPairs(place);
        }
        Path absolute = TaskonomyFolder.around(place);
        if (!Files.isDirectory(absolute)) {
            throw new UserException(
                    "There is no such folder",
                    absolute.toString(),
                    "Give the folder of the images, or a sample: "
                            + String.join(
                                    ", ",
                                    Samples.all().stream()
                                            .map(Samples.Sample::name)
                                            .toList()));
        }
        TaskonomyFolder images = new TaskonomyFolder(absolute);
        List<Task> tasks = images.tasks();
        DatasetReference reference = new DatasetReference(DatasetReference.TASKONOMY, absolute.toString());
        return study(String.valueOf(absolute.getFileName()), reference, tasks, folderSetting(inputSize(images)));
    }

    private static Study ofPairs(Path place) {
        // A photograph takes three quarters of the side of a pair.
        int side = Math.min(MOST_PIXELS, new FashionPairs(place).photographSize() * 4 / 3);
        int inputSize = Math.max(1, (side + SMALLEST_SIZE - 1) / SMALLEST_SIZE) * SMALLEST_SIZE;
        Path folder =
                Files.isDirectory(place) ? place : place.resolveSibling("").toAbsolutePath();
        DatasetReference reference = new DatasetReference(DatasetReference.FASHION, place.toString());
        String name = String.valueOf(folder.getFileName());
        return study(name, reference, FashionPairs.tasks(), folderSetting(inputSize));
    }

    private static Study study(String name, DatasetReference dataset, List<Task> tasks, Setting setting) {
        List<Network> networks = PoolChoice.usual(tasks.size()).networks(tasks.size());
        return new Study(name, dataset, tasks, List.of(setting), 1, networks, List.of(), BUDGET);
    }

    /** Enough to learn from in the few minutes that the demo may take for 36 networks. */
    private static Setting sampleSetting(String sample, int inputSize) {
        Schedule schedule = sample.equals("fashion") ? SampleSchedules.FASHION : SampleSchedules.ROOMS;
        return new Setting("light", EncoderDepth.LIGHT, Fraction.ONE, inputSize, schedule);
    }

    /** Small enough for a CPU and for the images, a multiple of 16. */
    private static int inputSize(TaskonomyFolder images) {
        int side = Math.min(images.imageSize().orElse(MOST_PIXELS), MOST_PIXELS);
        return Math.max(SMALLEST_SIZE, side / SMALLEST_SIZE * SMALLEST_SIZE);
    }

    private static Setting folderSetting(int inputSize) {
        return new Setting(
                "light",
                EncoderDepth.LIGHT,
                Fraction.ONE,
                inputSize,
                new Schedule(30, 16, 0.05, Decay.COSINE, 0.1, 0.9, 1e-4, 5));
    }
}
