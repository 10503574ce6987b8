package app.tandem.data;

import app.tandem.study.Split;
import app.tandem.study.UserException;
import java.util.List;
import java.util.Map;

/**
 * What was found wrong with a dataset, and how much of it can be used.
 *
 * @param problems in the order they were met; empty where all is well
 * @param usable how many images of each split can be used
 */
public record DatasetCheck(List<Problem> problems, Map<Split, Integer> usable) {

    /** How bad a problem is. */
    public enum Severity {
        /** The image is left out; the rest can be used. */
        SKIPPED,
        /** Nothing can be trained before it is put right. */
        FATAL
    }

    /**
     * One thing that is wrong.
     *
     * @param file the file or folder
     * @param what what is wrong with it
     * @param remedy what to do
     */
    public record Problem(Severity severity, String file, String what, String remedy) {

        static Problem skipped(String file, String what, String remedy) {
            return new Problem(Severity.SKIPPED, file, what, remedy);
        }

        /** What was refused. */
        public static Problem fatal(UserException e) {
            return new Problem(Severity.FATAL, e.where(), e.what(), e.remedy());
        }

        @Override
        public String toString() {
            return file + ": " + what + ". " + remedy + ".";
        }
    }

    public DatasetCheck {
        problems = List.copyOf(problems);
        usable = Map.copyOf(usable);
    }

    /** Whether nothing at all is wrong. */
    public boolean isClean() {
        return problems.isEmpty();
    }

    /** How many problems made an image be left out. */
    public int skipped() {
        return (int) problems.stream()
                .filter(problem -> problem.severity() == Severity.SKIPPED)
                .count();
    }

    /**
     * Refuses a dataset that cannot be trained on.
     *
     * @throws UserException naming the first problem that stops training
     */
    public void requireUsable() {
        problems.stream()
                .filter(problem -> problem.severity() == Severity.FATAL)
                .findFirst()
                .ifPresent(problem -> {
                    throw new UserException(problem.what(), problem.file(), problem.remedy());
                });
    }
}
