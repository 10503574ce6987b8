package app.tandem.study;

/** What a task predicts: the shape of its label and how it behaves under a flip of the image. */
public sealed interface TaskKind {

    /** The longest label range a stored label can hold. */
    int MAX_CLASSES = 256;

    /**
     * A class for each pixel.
     *
     * @param classes how many label values there are, 0 to {@code classes - 1}
     * @param ignoredLabel the label that counts in no loss (Taskonomy: 0, uncertain); -1 when every label counts
     */
    record Segmentation(int classes, int ignoredLabel) implements TaskKind {
        public Segmentation {
            requireClasses(classes);
            if (ignoredLabel < -1 || ignoredLabel >= classes) {
                throw new IllegalArgumentException("the ignored label " + ignoredLabel + " is not among the classes");
            }
        }
    }

    /** Real numbers for each pixel, {@code channels} of them; NaN where the label is missing. */
    record RegressionMap(int channels) implements TaskKind {
        public RegressionMap {
            requirePositive(channels, "channels");
        }
    }

    /** A unit vector for each pixel (x right, y up, z towards the camera); x changes its sign with a flip. */
    record NormalMap() implements TaskKind {}

    /** One class for the whole image. */
    record Classification(int classes) implements TaskKind {
        public Classification {
            requireClasses(classes);
        }
    }

    /** Real numbers for the whole image, {@code values} of them; NaN where the label is missing. */
    record Regression(int values) implements TaskKind {
        public Regression {
            requirePositive(values, "values");
        }
    }

    /** Not told: only losses of the task are known, measured elsewhere. Nothing can be trained on it. */
    record LossesOnly() implements TaskKind {}

    /** Whether the label has a value for each pixel. */
    default boolean isDense() {
        return this instanceof Segmentation || this instanceof RegressionMap || this instanceof NormalMap;
    }

    /** Whether the label is a class, and its loss a cross-entropy. */
    default boolean isCategorical() {
        return this instanceof Segmentation || this instanceof Classification;
    }

    private static void requireClasses(int classes) {
        if (classes < 2 || classes > MAX_CLASSES) {
            throw new IllegalArgumentException("a task has 2 to " + MAX_CLASSES + " classes, not " + classes);
        }
    }

    private static void requirePositive(int count, String of) {
        if (count < 1) {
            throw new IllegalArgumentException("a task needs at least one of its " + of);
        }
    }
}
