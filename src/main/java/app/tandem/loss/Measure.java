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

    /** What {@link #VALIDATION} is called in files that others wrote. */
    private static final String VALIDATION_IN_FULL = "validation";

    private final String id;

    Measure(String id) {
        this.id = id;
    }

    /** Its name in files. */
    public String id() {
        return id;
    }

    /** By the name in files; the validation split also by its full name. */
    public static Optional<Measure> parse(String id) {
        if (id.equals(VALIDATION_IN_FULL)) {
            return Optional.of(VALIDATION);
        }
        for (Measure measure : values()) {
            if (measure.id.equals(id)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
