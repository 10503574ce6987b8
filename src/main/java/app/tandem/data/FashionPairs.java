package app.tandem.data;

import app.tandem.data.DatasetCheck.Problem;
import app.tandem.data.vision.DerivedLabels;
import app.tandem.data.vision.GreyImage;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Photographs of clothes overlaid in pairs, after Multi-Fashion-MNIST (Lin et al., "Pareto multi-task learning", NeurIPS
 * 2019): one garment at the top left, another at the bottom right, three quarters of the canvas each, the brighter pixel
 * where they overlap.
 *
 * <p>The tasks: {@code left_class} and {@code right_class}, the garments' classes; {@code edges} and {@code keypoints},
 * computed from the overlaid image ({@link DerivedLabels}); {@code reconstruction}, the overlaid image itself, brightness
 * 0…1.
 *
 * <p>The photographs are shuffled by a fixed seed; the first 70 % are for training, the next 15 % for validation, the
 * rest for test, and a pair is made of two of the same split: so no photograph is ever in two splits.
 */
public final class FashionPairs {
    /** The pairs of each split: enough to learn from, few enough to train on quickly. */
    static final Map<Split, Integer> PAIRS = Map.of(Split.TRAIN, 1200, Split.VALIDATION, 240, Split.TEST, 240);

    private static final long SEED = 2020;
    private static final int CLASSES = 10;
    private static final int FEWEST = 20;

    private final Path place;

    /** A folder that holds an IDX pair, or one file of such a pair ({@link IdxPair}). */
    public FashionPairs(Path place) {
        this.place = place;
    }

    /** Whether a path is a file of an IDX pair, or a folder with one in it. */
    public static boolean areAt(Path path) {
        return IdxPair.isAt(path);
    }

    /** What can be learned from pairs of any photographs of ten classes. */
    public static List<Task> tasks() {
        return Samples.pairTasks("Left class", "Right class");
    }

    /**
     * The side of a photograph in pixels; it takes three quarters of the side of a pair.
     *
     * @throws UserException if the pair of files cannot be used
     */
    public int photographSize() {
        return photographs().images().size(1);
    }

    SampleSource source(List<Task> tasks, int inputSize) {
        Photographs photographs = photographs();
        return new Source(
                place, photographs.images(), photographs.labels(), tasks, inputSize, photographs.fingerprint());
    }

    private record Photographs(IdxFile images, IdxFile labels, String fingerprint) {}

    private Photographs photographs() {
        IdxPair pair = IdxPair.at(place);
        IdxFile images = IdxFile.read(pair.images());
        IdxFile labels = IdxFile.read(pair.labels());
        if (images.dimensions() != 3 || images.size(1) != images.size(2) || images.size(1) < 2) {
            throw new UserException(
                    "It does not hold square images", pair.images().toString(), "Give images of n × s × s");
        }
        if (labels.dimensions() != 1 || labels.size(0) != images.size(0)) {
            throw new UserException(
                    "The numbers of labels and of images (" + images.size(0) + ") differ",
                    pair.labels().toString(),
                    "Give the two files of the same set");
        }
        if (images.size(0) < FEWEST) {
            throw new UserException(
                    images.size(0) + " photographs are too few", pair.images().toString(), "Give at least " + FEWEST);
        }
        requireClasses(labels, pair.labels());
        return new Photographs(images, labels, fingerprint(pair.images()) + fingerprint(pair.labels()));
    }

    private static void requireClasses(IdxFile labels, Path file) {
        for (int i = 0; i < labels.size(0); i++) {
            if (labels.at(i) >= CLASSES) {
                throw new UserException(
                        "The label " + labels.at(i) + " of image " + i + " is outside its range 0 to 9",
                        file.toString(),
                        "Correct the label");
            }
        }
    }

    private static String fingerprint(Path file) {
        try {
            return file.getFileName() + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis() + "\n";
        } catch (IOException e) {
            throw new UserException("The file cannot be read", file.toString(), "Check its rights", e);
        }
    }

    /** Two photographs by their numbers in the file. */
    record Pair(int left, int right) {}

    /** The pairs of every split, each photograph in one split only. */
    static Map<Split, List<Pair>> pairs(int photographs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[photographs];
        for (int i = 0; i < photographs; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int held = (int) Math.ceil(0.15 * photographs);
        int train = photographs - 2 * held;
        Map<Split, List<Pair>> pairs = new EnumMap<>(Split.class);
        pairs.put(Split.TRAIN, draw(order, 0, train, pairCount(Split.TRAIN), random));
        pairs.put(Split.VALIDATION, draw(order, train, held, pairCount(Split.VALIDATION), random));
        pairs.put(Split.TEST, draw(order, train + held, held, pairCount(Split.TEST), random));
        return pairs;
    }

    private static int pairCount(Split split) {
        return PAIRS.getOrDefault(split, 0);
    }

    /** Goes round the photographs of a part in order, two at a time, so that as many as possible are used. */
    private static List<Pair> draw(int[] order, int from, int length, int count, SplittableRandom random) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = 2 * i;
            int left = order[from + first % length];
            int right = first + 1 < length
                    ? order[from + first + 1]
                    : order[from + (first + 1 + random.nextInt(length - 1)) % length];
            pairs.add(new Pair(left, right));
        }
        return pairs;
    }

    private static final class Source implements SampleSource {
        private final Path folder;
        private final IdxFile images;
        private final IdxFile labels;
        private final List<Task> tasks;
        private final int size;
        private final String fingerprint;
        private final Map<Split, List<Pair>> pairs;

        Source(Path folder, IdxFile images, IdxFile labels, List<Task> tasks, int size, String fingerprint) {
            this.folder = folder;
            this.images = images;
            this.labels = labels;
            this.tasks = tasks;
            this.size = size;
            this.fingerprint = fingerprint;
            this.pairs = pairs(images.size(0), SEED);
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public String fingerprint() {
            return "pairs of seed " + SEED + " " + PAIRS.get(Split.TRAIN) + "\n" + fingerprint;
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public SplitOrigin origin() {
            return SplitOrigin.drawn(SplitOrigin.Kind.PHOTOGRAPHS);
        }

        @Override
        public OptionalInt imageSize() {
            return OptionalInt.of(images.size(1));
        }

        @Override
        public int count(Split split) {
            return pairs.getOrDefault(split, List.of()).size();
        }

        @Override
        public String name(Split split, int index) {
            Pair pair = pair(split, index);
            return pair.left() + "+" + pair.right();
        }

        private Pair pair(Split split, int index) {
            return pairs.getOrDefault(split, List.of()).get(index);
        }

        @Override
        public List<Decoded> read(Split split, int index) {
            Pair pair = pair(split, index);
            byte[] grey = overlaid(pair);
            GreyImage image = GreyImage.ofBytes(grey, size, size);
            float[] rgb = new float[3 * grey.length];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = grey[i / 3] & 255;
            }
            List<Decoded> sample = new ArrayList<>();
            sample.add(new Decoded(size, size, 3, rgb));
            for (Task task : tasks) {
                sample.add(label(task, pair, image));
            }
            return sample;
        }

        private Decoded label(Task task, Pair pair, GreyImage image) {
            return switch (task.id()) {
                case "left_class" -> Decoded.number(labels.at(pair.left()));
                case "right_class" -> Decoded.number(labels.at(pair.right()));
                case "edges" -> map(DerivedLabels.textureEdges(image));
                case "keypoints" -> map(DerivedLabels.keypoints(image));
                case "reconstruction" -> map(image);
                default ->
                    throw new UserException(
                            "Pairs of garments have no task ‘" + task.id() + "’",
                            folder.toString(),
                            "Choose from left_class, right_class, edges, keypoints, reconstruction");
            };
        }

        private Decoded map(GreyImage values) {
            return new Decoded(size, size, 1, values.values());
        }

        private byte[] overlaid(Pair pair) {
            int side = size * 3 / 4;
            byte[] canvas = new byte[size * size];
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    raise(canvas, y * size + x, pixel(pair.left(), x, y, side));
                    int corner = size - side;
                    raise(canvas, (y + corner) * size + x + corner, pixel(pair.right(), x, y, side));
                }
            }
            return canvas;
        }

        private static void raise(byte[] canvas, int at, double value) {
            canvas[at] = (byte) Math.max(canvas[at] & 255, (int) (value + 0.5));
        }

        /** A pixel of a photograph scaled to {@code side}, by bilinear interpolation. */
        private double pixel(int photograph, int x, int y, int side) {
            int from = images.size(1);
            double u = Math.min(from - 1, Math.max(0, (x + 0.5) * from / side - 0.5));
            double v = Math.min(from - 1, Math.max(0, (y + 0.5) * from / side - 0.5));
            int i = Math.min(from - 2, (int) u);
            int j = Math.min(from - 2, (int) v);
            int start = (photograph * from + j) * from + i;
            double top = images.at(start) * (i + 1 - u) + images.at(start + 1) * (u - i);
            double bottom = images.at(start + from) * (i + 1 - u) + images.at(start + from + 1) * (u - i);
            return top * (j + 1 - v) + bottom * (v - j);
        }
    }
}
