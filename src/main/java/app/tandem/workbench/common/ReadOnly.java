package app.tandem.workbench.common;

import app.tandem.owner.StudyHolder;
import app.tandem.study.UserException;
import java.util.Optional;

/**
 * A study that is only read, since another Tandem works on it.
 *
 * @param holder who that is, as far as it is known
 * @param free whether it has let go of the study meanwhile
 */
public record ReadOnly(Optional<StudyHolder> holder, boolean free) {

    /** What is told to who tries to change it all the same. */
    public static UserException refusal(String study) {
        return new UserException(
                "The study can only be read here",
                study,
                "Change it and train in the Tandem that has it open, or close that first");
    }
}
