package app.tandem.study;

/**
 * Where a study's images and labels are.
 *
 * @param layout the arrangement of the files: {@code taskonomy} or {@code fashion}
 * @param location the folder, as an absolute path, or as {@code sample:NAME} for one that ships with Tandem
 */
public record DatasetReference(String layout, String location) {

    public static final String TASKONOMY = "taskonomy";
    public static final String FASHION = "fashion";

    private static final String SAMPLE = "sample:";

    public static DatasetReference sample(String layout, String name) {
        return new DatasetReference(layout, SAMPLE + name);
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
