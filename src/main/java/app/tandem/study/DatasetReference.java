package app.tandem.study;

/**
 * Where a study's images and labels are, or the losses that stand in their place.
 *
 * @param layout the arrangement of the files: {@code taskonomy}, {@code fashion}, or {@code losses} for a table of losses
 *     that were measured elsewhere
 * @param location the folder or file, as an absolute path, or as {@code sample:NAME} for one that ships with Tandem
 */
public record DatasetReference(String layout, String location) {

    public static final String TASKONOMY = "taskonomy";
    public static final String FASHION = "fashion";
    public static final String LOSSES = "losses";

    private static final String SAMPLE = "sample:";

    public static DatasetReference sample(String layout, String name) {
        return new DatasetReference(layout, SAMPLE + name);
    }

    /** Whether there are no images, only losses that were measured elsewhere. */
    public boolean isOfLosses() {
        return layout.equals(LOSSES);
    }

    public boolean isSample() {
        return location.startsWith(SAMPLE);
    }

    /** The sample's name; only where {@link #isSample}. */
    public String sampleName() {
        if (!isSample()) {
            throw new IllegalStateException(location + " is not a sample");
        }
        return location.substring(SAMPLE.length());
    }
}
