package app.tandem.study;

/** The parts of a dataset: train to learn, validation to select, test to report. They never overlap. */
public enum Split {
    TRAIN("train"),
    VALIDATION("val"),
    TEST("test");

    private final String id;

    Split(String id) {
        this.id = id;
    }

    /** Its name in files: {@code train}, {@code val}, {@code test}. */
    public String id() {
        return id;
    }
}
