package app.tandem.workbench.common;

import app.tandem.study.Study;
import java.nio.file.Path;
import java.util.Set;

/** Opens studies for the window; called off the JavaFX thread. */
public interface StudyOpener {

    /** The samples that can be opened in one click. */
    enum Sample {
        ROOMS,
        FASHION,
        /** Published losses, without images. */
        STANDLEY2020,
        /** The losses of the rooms in three settings with three seeds, without images. */
        ROOMS_SETTINGS
    }

    /** @throws app.tandem.study.UserException if it is no study, or one that cannot be opened now */
    StudySession open(Path file);

    /**
     * Makes a study and opens it.
     *
     * @throws app.tandem.study.UserException if there is such a file, or it cannot be written; it is not there then
     */
    StudySession create(Path file, Study design);

    /**
     * Opens the study of a file of losses, {@code NAME.tandem} beside {@code NAME.csv}, making it first where it does not
     * exist yet.
     *
     * @throws app.tandem.study.UserException if the file cannot be read, or a study of other things has that name
     */
    StudySession openLosses(Path file);

    /** The samples whose study exists already. */
    Set<Sample> begunSamples();

    /** Opens the sample's study, making it first where it does not exist yet. */
    StudySession openSample(Sample sample);
}
