package app.tandem.data;

/**
 * Where the splits of a dataset come from.
 *
 * @param file the split file; empty where they are drawn
 */
public record SplitOrigin(Kind kind, String file) {

    /** What is kept together in one split. */
    public enum Kind {
        /** A file says it for each building. */
        FILE,
        /** Drawn: every building is in one split. */
        BUILDINGS,
        /** Drawn, where buildings are few: every point with all its views is in one split. */
        POINTS,
        /** Drawn: every photograph is in one split, whatever it is paired with. */
        PHOTOGRAPHS
    }

    static SplitOrigin drawn(Kind kind) {
        return new SplitOrigin(kind, "");
    }
}
