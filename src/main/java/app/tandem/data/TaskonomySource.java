package app.tandem.data;

import app.tandem.data.DatasetCheck.Problem;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The samples of a {@link TaskonomyFolder}: every image that has a label of every task and a split. */
final class TaskonomySource implements SampleSource {
    private final Path root;
    private final List<Task> tasks;
    private final Map<Split, List<Sample>> samples;
    private final List<Problem> problems;
    private final SplitRule rule;
    private final int inputSize;

    /** An image with its labels: the image's file first, then that of each task in order. */
    private record Sample(ImageKey key, List<Path> files) {}

    private TaskonomySource(
            Path root,
            List<Task> tasks,
            Map<Split, List<Sample>> samples,
            List<Problem> problems,
            SplitRule rule,
            int inputSize) {
        this.root = root;
        this.tasks = tasks;
        this.samples = samples;
        this.problems = problems;
        this.rule = rule;
        this.inputSize = inputSize;
    }

    /**
     * Matches labels to images and gives each image its split.
     *
     * @param files of each domain, {@code rgb} and every task's among them
     */
    static TaskonomySource of(Path root, Map<String, Map<ImageKey, Path>> files, List<Task> tasks, int inputSize) {
        List<Problem> problems = new ArrayList<>();
        List<Sample> complete = complete(root, files, tasks, problems);
        SplitRule rule = SplitRule.of(root, complete.stream().map(Sample::key).toList());
        Map<Split, List<Sample>> samples = new EnumMap<>(Split.class);
        for (Sample sample : complete) {
            Optional<Split> split = rule.split(sample.key());
            if (split.isPresent()) {
                samples.computeIfAbsent(split.get(), ignored -> new ArrayList<>())
                        .add(sample);
            } else {
                problems.add(Problem.skipped(
                        sample.key().toString(),
                        "It is in no split",
                        "Add ‘" + sample.key().building() + "’ to " + rule.source()));
            }
        }
        return new TaskonomySource(root, tasks, samples, problems, rule, inputSize);
    }

    private static List<Sample> complete(
            Path root, Map<String, Map<ImageKey, Path>> files, List<Task> tasks, List<Problem> problems) {
        List<Sample> complete = new ArrayList<>();
        files.getOrDefault(TaskonomyFolder.IMAGES, Map.of()).forEach((key, image) -> {
            List<Path> found = new ArrayList<>(List.of(image));
            List<String> missing = new ArrayList<>();
            for (Task task : tasks) {
                Path label = files.getOrDefault(task.id(), Map.of()).get(key);
                if (label == null) {
                    missing.add(task.id());
                } else {
                    found.add(label);
                }
            }
            if (missing.isEmpty()) {
                complete.add(new Sample(key, found));
            } else {
                problems.add(Problem.skipped(
                        root.relativize(image).toString(),
                        "The image has no label of " + String.join(", ", missing),
                        "Add the missing files, or leave the task out"));
            }
        });
        return complete;
    }

    @Override
    public Path folder() {
        return root;
    }

    @Override
    public String fingerprint() {
        StringBuilder text = new StringBuilder(rule.text());
        for (List<Sample> inSplit : samples.values()) {
            for (Sample sample : inSplit) {
                sample.files().forEach(file -> text.append(describe(file)).append('\n'));
            }
        }
        problems.forEach(problem -> text.append(problem).append('\n'));
        return text.toString();
    }

    private String describe(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return root.relativize(file) + " " + attributes.size() + " "
                    + attributes.lastModifiedTime().toMillis();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public SplitOrigin origin() {
        return rule.origin();
    }

    @Override
    public OptionalInt imageSize() {
        return new TaskonomyFolder(root).imageSize();
    }

    @Override
    public int count(Split split) {
        return samples.getOrDefault(split, List.of()).size();
    }

    @Override
    public String name(Split split, int index) {
        return sample(split, index).key().toString();
    }

    private Sample sample(Split split, int index) {
        return samples.getOrDefault(split, List.of()).get(index);
    }

    @Override
    public List<Decoded> read(Split split, int index) throws UnusableSampleException {
        List<Path> files = sample(split, index).files();
        List<Decoded> decoded = new ArrayList<>();
        for (int part = 0; part < files.size(); part++) {
            Path file = files.get(part);
            PngReader.Pixels pixels = pixels(file);
            requireSize(file, pixels.values(), decoded);
            decoded.add(part == 0 ? image(pixels, file) : TaskonomyLabels.decode(tasks.get(part - 1), pixels, file));
        }
        return decoded;
    }

    private PngReader.Pixels pixels(Path file) throws UnusableSampleException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        try {
            return PngReader.read(bytes);
        } catch (IOException e) {
            throw new UnusableSampleException(Problem.skipped(
                    file.toString(),
                    "The image is damaged: " + e.getMessage(),
                    "Replace the file, or leave the image out"));
        }
    }

    private void requireSize(Path file, Decoded pixels, List<Decoded> before) {
        String size = pixels.width() + "×" + pixels.height();
        if (!before.isEmpty()) {
            Decoded image = before.get(0);
            if (image.width() != pixels.width() || image.height() != pixels.height()) {
                throw new UserException(
                        "The label is " + size + " pixels, its image " + image.width() + "×" + image.height(),
                        file.toString(),
                        "Make them the same size");
            }
        }
        if (Math.min(pixels.width(), pixels.height()) < inputSize) {
            throw new UserException(
                    "The image is " + size + " pixels, smaller than the input size " + inputSize,
                    file.toString(),
                    "Choose an input size that every image has");
        }
    }

    private static Decoded image(PngReader.Pixels pixels, Path file) {
        TaskonomyLabels.requireNoPalette("image", pixels, file);
        Decoded stored = pixels.values();
        float scale = 255f / ((1 << pixels.bits()) - 1);
        float[] rgb = new float[stored.width() * stored.height() * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = stored.values()[stored.channels() == 3 ? i : i / 3] * scale;
        }
        return new Decoded(stored.width(), stored.height(), 3, rgb);
    }

    private static UserException unreadable(Path file, IOException e) {
        return new UserException(
                "The file cannot be read", file.toString(), "Check its rights and that the disk is there", e);
    }
}
