package app.tandem.data;

import app.tandem.study.Blocking;
import app.tandem.study.DatasetReference;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.util.List;
import java.util.Optional;

/** One sample of a dataset as it is learned from, to be looked at. Only its own files are read. */
public final class Example {

    /** How many damaged samples are passed over before there is none to be shown. */
    private static final int MOST_TRIED = 20;

    private final List<Decoded> decoded;

    private Example(List<Decoded> decoded) {
        this.decoded = decoded;
    }

    /**
     * The first training sample that can be read; empty where the first {@value #MOST_TRIED} are damaged or there is none.
     *
     * @param inputSize the side of the square image in pixels
     * @throws UserException if the dataset is not there
     */
    public static Optional<Example> read(DatasetReference reference, List<Task> tasks, int inputSize) {
        assert Blocking.isAllowedHere() : "images are read on the window's thread";
        SampleSource source = Samples.source(reference, tasks, inputSize);
        int tried = Math.min(MOST_TRIED, source.count(Split.TRAIN));
        for (int index = 0; index < tried; index++) {
            try {
                return Optional.of(new Example(source.read(Split.TRAIN, index)));
            } catch (UnusableSampleException damaged) {
                System.getLogger(Example.class.getName())
                        .log(System.Logger.Level.DEBUG, damaged.problem().file());
            }
        }
        return Optional.empty();
    }

    /** Values 0…255, {@code (height, width, 3)} row by row, red first. */
    public Picture image() {
        return picture(decoded.get(0));
    }

    /** The label of the task with this index, as the files give it: {@link DatasetCache#labels} says what it holds. */
    public Picture label(int task) {
        return picture(decoded.get(1 + task));
    }

    private static Picture picture(Decoded decoded) {
        return new Picture(decoded.width(), decoded.height(), decoded.channels(), decoded.values());
    }

    /** Numbers for each pixel; a label for the whole image is 1×1. */
    public static final class Picture {

        private final int width;
        private final int height;
        private final int channels;
        private final float[] values;

        /** @param values row by row from the top left, channels last; not copied */
        public Picture(int width, int height, int channels, float... values) {
            if (values.length != width * height * channels) {
                throw new IllegalArgumentException(
                        values.length + " values for " + width + "×" + height + "×" + channels);
            }
            this.width = width;
            this.height = height;
            this.channels = channels;
            this.values = values;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        public int channels() {
            return channels;
        }

        /** NaN where the label is missing. */
        public float at(int x, int y, int channel) {
            return values[(y * width + x) * channels + channel];
        }
    }
}
