package app.tandem.owner;

import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.Optional;

/** A study cannot be changed here, since another process, or another part of this one, owns it. It can be read. */
public final class StudyHeldException extends UserException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<StudyHolder> holder;

    StudyHeldException(Path study, Optional<StudyHolder> holder) {
        super(
                "The study is open in another Tandem",
                study.toString(),
                "Use that window, or close it first; reading commands work meanwhile");
        this.holder = holder;
    }

    /** Who owns it, as far as that is known. */
    public Optional<StudyHolder> holder() {
        return holder;
    }
}
