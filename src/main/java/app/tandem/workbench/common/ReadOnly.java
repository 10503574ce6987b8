package app.tandem.workbench.common;

import app.tandem.owner.StudyHolder;
import app.tandem.owner.StudyUnwritableException;
import app.tandem.study.UserException;
import java.util.Optional;

/**
 * Why a study is only read.
 *
 * @param holder who works on it, or did last, as far as it is known; empty where that is not the reason
 */
public record ReadOnly(Reason reason, Optional<StudyHolder> holder) {

    /** What stands in the way of a change. */
    public enum Reason {
        /** Another Tandem works on the study. */
        HELD,
        /** Another Tandem did, when the study was opened here, and has let go of it. */
        LET_GO,
        /** Nothing may be written where the study is. */
        UNWRITABLE
    }

    /** Where nothing may be written. */
    public static final ReadOnly UNWRITABLE = new ReadOnly(Reason.UNWRITABLE, Optional.empty());

    /** While this one works on it. */
    public static ReadOnly heldBy(Optional<StudyHolder> holder) {
        return new ReadOnly(Reason.HELD, holder);
    }

    /** Once whoever worked on it has let go of it. */
    public ReadOnly letGo() {
        return new ReadOnly(Reason.LET_GO, holder);
    }

    /** Whether it is worth a try to open the study anew, to change it. */
    public boolean mayBeOver() {
        return reason != Reason.HELD;
    }

    /** What is told to who tries to change it all the same. */
    public UserException refusal(String study) {
        return new UserException(
                "The study can only be read here",
                study,
                reason == Reason.UNWRITABLE
                        ? StudyUnwritableException.REMEDY
                        : "Change it and train in the Tandem that has it open, or close that first");
    }
}
