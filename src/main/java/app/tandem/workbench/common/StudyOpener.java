package app.tandem.workbench.common;

import java.nio.file.Path;

/** Opens studies for the window; called off the JavaFX thread. */
public interface StudyOpener {

    /** The samples that can be opened in one click. */
    enum Sample {
        ROOMS,
        FASHION
    }

    /** @throws app.tandem.study.UserException if it is no study, or one that cannot be opened now */
    StudySession open(Path file);

    /** Opens the sample's study, making it first where it does not exist yet. */
    StudySession openSample(Sample sample);
}
