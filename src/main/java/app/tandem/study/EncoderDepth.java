package app.tandem.study;

/** The depth of the encoder's family: how many blocks the full-size encoder has. */
public enum EncoderDepth {
    /** The small network of the classic comparison (Standley et al. 2020, setting 1). */
    LIGHT("light"),
    /** The large network (settings 2 and 3). */
    STANDARD("standard");

    private final String id;

    EncoderDepth(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static EncoderDepth parse(String id) {
        for (EncoderDepth depth : values()) {
            if (depth.id.equals(id)) {
                return depth;
            }
        }
        throw new UserException("The encoder depth ‘" + id + "’ is unknown", "", "Use ‘light’ or ‘standard’");
    }
}
