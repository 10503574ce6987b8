package app.tandem.workbench.common;

/**
 * Whether the study on disk is the study on screen.
 *
 * @param reason why saving failed, for the user; empty unless {@link Kind#FAILED}
 */
public record SavedState(Kind kind, String reason) {

    public enum Kind {
        SAVED,
        SAVING,
        FAILED,
        READ_ONLY
    }

    public static final SavedState SAVED = new SavedState(Kind.SAVED, "");
    public static final SavedState SAVING = new SavedState(Kind.SAVING, "");
    public static final SavedState READ_ONLY = new SavedState(Kind.READ_ONLY, "");

    public static SavedState failed(String reason) {
        return new SavedState(Kind.FAILED, reason);
    }
}
