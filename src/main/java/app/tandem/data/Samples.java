package app.tandem.data;

import app.tandem.data.rooms.RoomClass;
import app.tandem.study.Blocking;
import app.tandem.study.DatasetReference;
import app.tandem.study.LossFunction;
import app.tandem.study.Task;
import app.tandem.study.TaskKind.Classification;
import app.tandem.study.TaskKind.NormalMap;
import app.tandem.study.TaskKind.RegressionMap;
import app.tandem.study.TaskKind.Segmentation;
import app.tandem.study.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The samples that ship with Tandem: where they are and what can be learned from them. */
public final class Samples {
    /** The system property that names the folder Tandem is installed in; the launcher sets it. */
    public static final String HOME = "tandem.home";

    private Samples() {}

    /**
     * A sample.
     *
     * @param name its folder under {@code sample-data}
     * @param reference what a study keeps of it
     * @param tasks everything that can be learned from it
     * @param inputSize the size it is meant for, in pixels
     */
    public record Sample(String name, DatasetReference reference, List<Task> tasks, int inputSize) {}

    /** Rendered rooms with the five classic tasks. */
    public static Sample rooms() {
        return new Sample(
                "rooms",
                DatasetReference.sample(DatasetReference.TASKONOMY, "rooms"),
                List.of(
                        new Task(
                                "segment_semantic",
                                "Semantic segmentation",
                                new Segmentation(RoomClass.count(), RoomClass.UNCERTAIN.label()),
                                LossFunction.CROSS_ENTROPY,
                                1,
                                true),
                        new Task("depth_zbuffer", "Depth", new RegressionMap(1), LossFunction.L1, 1, true),
                        new Task("normal", "Surface normals", new NormalMap(), LossFunction.L1, 1, true),
                        new Task("keypoints2d", "2-D keypoints", new RegressionMap(1), LossFunction.L1, 1, true),
                        new Task("edge_texture", "Texture edges", new RegressionMap(1), LossFunction.L1, 1, true)),
                64);
    }

    /** Real photographs of clothes, overlaid in pairs. A flip would swap left and right, so the classes allow none. */
    public static Sample fashion() {
        return new Sample(
                "fashion",
                DatasetReference.sample(DatasetReference.FASHION, "fashion"),
                pairTasks("Left garment", "Right garment"),
                48);
    }

    static List<Task> pairTasks(String left, String right) {
        return List.of(
                new Task("left_class", left, new Classification(10), LossFunction.CROSS_ENTROPY, 1, false),
                new Task("right_class", right, new Classification(10), LossFunction.CROSS_ENTROPY, 1, false),
                new Task("edges", "Texture edges", new RegressionMap(1), LossFunction.L1, 1, true),
                new Task("keypoints", "2-D keypoints", new RegressionMap(1), LossFunction.L1, 1, true),
                new Task("reconstruction", "Reconstruction", new RegressionMap(1), LossFunction.L1, 1, true));
    }

    /** Every sample that can be trained on. */
    public static List<Sample> all() {
        return List.of(rooms(), fashion());
    }

    /**
     * The sample of that name.
     *
     * @throws UserException if there is none
     */
    public static Sample named(String name) {
        return all().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no sample ‘" + name + "’",
                        "",
                        "Choose one of "
                                + String.join(
                                        ", ", all().stream().map(Sample::name).toList())));
    }

    /** Losses that ship with Tandem, to be looked at without training: what 3 × 36 published networks lost. */
    public static DatasetReference standley2020() {
        return DatasetReference.sample(DatasetReference.LOSSES, "standley2020");
    }

    /** What the networks of the rooms lost in three settings with three seeds, trained by Tandem. */
    public static DatasetReference roomsSettings() {
        return DatasetReference.sample(DatasetReference.LOSSES, "rooms-settings");
    }

    /** Every table of losses that ships with Tandem. */
    public static List<DatasetReference> lossTables() {
        return List.of(standley2020(), roomsSettings());
    }

    /**
     * The file of a study that has only losses.
     *
     * @throws IllegalArgumentException if the study has images
     */
    public static Path lossTable(DatasetReference reference) {
        if (!reference.isOfLosses()) {
            throw new IllegalArgumentException(reference + " is no table of losses");
        }
        return reference.isSample() ? sampleFolder(reference).resolve("losses.csv") : Path.of(reference.location());
    }

    /** @throws UserException if the study has only losses */
    public static void requireImages(DatasetReference reference) {
        if (reference.isOfLosses()) {
            throw new UserException(
                    "This study holds losses that were measured elsewhere, and no images to train on",
                    reference.location(),
                    "To train, make a study of the images (tandem new, or New study in the window)");
        }
    }

    /**
     * The folder a reference means, or the file of an IDX pair.
     *
     * @throws UserException if it is not there, or the study has only losses
     */
    public static Path folder(DatasetReference reference) {
        requireImages(reference);
        Path folder = place(reference);
        if (missing(reference).isPresent()) {
            throw new UserException(
                    "The dataset's folder is not there",
                    folder.toString(),
                    reference.isSample()
                            ? "Start Tandem by its launcher, or set -D" + HOME + " to the folder it is installed in"
                            : "Put it back, or say where it is now: ‘Locate the dataset’ in the window, or tandem edit"
                                    + " STUDY dataset PATH");
        }
        return folder;
    }

    /** The folder or file that a reference means, where it is not there; empty where it is. */
    public static Optional<Path> missing(DatasetReference reference) {
        assert Blocking.isAllowedHere() : "a disk is asked on the window's thread";
        Path place = place(reference);
        boolean pairs = reference.layout().equals(DatasetReference.FASHION);
        boolean isThere = pairs ? Files.exists(place) : Files.isDirectory(place);
        return isThere ? Optional.empty() : Optional.of(place);
    }

    private static Path place(DatasetReference reference) {
        return reference.isSample() ? sampleFolder(reference) : Path.of(reference.location());
    }

    private static Path sampleFolder(DatasetReference reference) {
        return home().resolve("sample-data").resolve(reference.sampleName());
    }

    private static Path home() {
        String home = System.getProperty(HOME);
        return home == null ? Path.of("").toAbsolutePath() : Path.of(home);
    }

    static SampleSource source(DatasetReference reference, List<Task> tasks, int inputSize) {
        Path folder = folder(reference);
        return switch (reference.layout()) {
            case DatasetReference.TASKONOMY -> new TaskonomyFolder(folder).source(tasks, inputSize);
            case DatasetReference.FASHION -> new FashionPairs(folder).source(tasks, inputSize);
            default ->
                throw new UserException(
                        "The layout ‘" + reference.layout() + "’ is not known",
                        folder.toString(),
                        "Use " + DatasetReference.TASKONOMY + " or " + DatasetReference.FASHION);
        };
    }
}
