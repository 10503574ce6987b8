package app.tandem.owner;

import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.Optional;

/** A study cannot be changed here, since another process, or another part of this one, owns it. It can be read. */
public final class StudyHeldException extends UserException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<StudyHolder> holder;

    StudyHeldException(Path study, Optional<StudyHolder> holder) {
        super(what(holder), study.toString(), remedy(holder));
        this.holder = holder;
    }

    private static String what(Optional<StudyHolder> holder) {
        if (isFor(holder, StudyHolder.Work.TRAINING)) {
            return "The study is being trained by another Tandem (" + process(holder) + ")";
        }
        return isFor(holder, StudyHolder.Work.COMMAND)
                ? "Another command is working on the study (" + process(holder) + ")"
                : "The study is open in another Tandem";
    }

    private static String remedy(Optional<StudyHolder> holder) {
        if (isFor(holder, StudyHolder.Work.TRAINING)) {
            return "Wait for its end, or stop it first; reading commands work meanwhile";
        }
        return isFor(holder, StudyHolder.Work.COMMAND)
                ? "Try again once it has ended; reading commands work meanwhile"
                : "Use that window, or close it first; reading commands work meanwhile";
    }

    private static boolean isFor(Optional<StudyHolder> holder, StudyHolder.Work work) {
        return holder.filter(now -> now.work() == work).isPresent();
    }

    private static String process(Optional<StudyHolder> holder) {
        return holder.map(now -> "process " + now.pid() + (now.isHere() ? "" : " on " + now.host()))
                .orElse("");
    }

    /** Who owns it, as far as that is known. */
    public Optional<StudyHolder> holder() {
        return holder;
    }
}
