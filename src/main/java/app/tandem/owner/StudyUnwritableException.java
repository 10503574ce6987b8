package app.tandem.owner;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A study cannot be changed here, since nothing may be written where it is. It can be read. */
public final class StudyUnwritableException extends UserException {

    private static final long serialVersionUID = 1L;
    /** What helps. */
    public static final String REMEDY = "Give yourself the right to write there, or copy the study elsewhere";

    StudyUnwritableException(Path runsFolder, IOException why) {
        super("The study's folder of runs cannot be written (" + words(why) + ")", runsFolder.toString(), REMEDY, why);
    }

    StudyUnwritableException(Path study) {
        super("The study's file cannot be written", study.toString(), REMEDY);
    }

    /** The message of the first two is but the name of the file. */
    private static String words(IOException why) {
        if (why instanceof AccessDeniedException) {
            return "access denied";
        }
        return why instanceof FileAlreadyExistsException
                ? "a file stands where a folder is needed"
                : String.valueOf(why.getMessage());
    }
}
