package app.tandem.loss;

import java.util.Optional;

/** On which images, and when, a loss was taken. Validation selects; test reports. */
public enum Measure {
    /** The running mean over the training images in the reported epoch. */
    TRAIN("train"),
    /** The validation split at the reported epoch. */
    VALIDATION("val"),
    /** The test split at the reported epoch. */
    TEST("test"),
    /** The validation split after 20 % of the schedule. */
    EARLY("early20");

    private final String id;

    Measure(String id) {
        this.id = id;
    }

    /** Its name in files. */
    public String id() {
        return id;
    }

    public static Optional<Measure> parse(String id) {
        for (Measure measure : values()) {
            if (measure.id.equals(id)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
