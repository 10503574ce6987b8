package app.tandem.workbench.common;

import app.tandem.study.UserException;
import java.util.Optional;

/**
 * Whether the study on disk is the study on screen.
 *
 * @param fault why saving failed; empty unless {@link Kind#FAILED}
 */
public record SavedState(Kind kind, Optional<UserException> fault) {

    public enum Kind {
        SAVED,
        SAVING,
        FAILED,
        READ_ONLY
    }

    public static final SavedState SAVED = new SavedState(Kind.SAVED, Optional.empty());
    public static final SavedState SAVING = new SavedState(Kind.SAVING, Optional.empty());
    public static final SavedState READ_ONLY = new SavedState(Kind.READ_ONLY, Optional.empty());

    public static SavedState failed(UserException fault) {
        return new SavedState(Kind.FAILED, Optional.of(fault));
    }

    /** Why saving failed, for the user; empty where it did not. */
    public String reason() {
        return fault.map(UserException::getMessage).orElse("");
    }
}
