package app.tandem.run;

import app.tandem.run.RunResult.Failed;
import app.tandem.run.RunResult.Failure;
import app.tandem.study.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells from an exception what kind of failure it is, and says it for people. */
final class Failures {

    private Failures() {}

    static Failed classify(Throwable problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException user) {
                return new Failed(Failure.USER, String.valueOf(user.getMessage()));
            }
            if (isOutOfMemory(cause)) {
                return new Failed(
                        Failure.OUT_OF_MEMORY,
                        "The run ran out of memory (" + firstLine(cause)
                                + "). Use a smaller batch or input size, or close other programs.");
            }
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return new Failed(
                        Failure.USER,
                        "The run's folder cannot be written (" + firstLine(cause)
                                + "). Free some space or check its permissions.");
            }
        }
        return new Failed(
                Failure.INTERNAL,
                RunReason.of(
                        "Tandem met a fault while it trained this run. What it had learned before is safe, and so are all"
                                + " other runs. Retry the run; if it fails again, report the fault with its details.",
                        firstLine(problem)));
    }

    /** The heap and direct buffers, the engine's allocator on the CPU, and CUDA. */
    private static boolean isOutOfMemory(Throwable cause) {
        String text = firstLine(cause).toLowerCase(Locale.ROOT);
        return cause instanceof OutOfMemoryError
                || text.contains("can't allocate memory")
                || text.contains("not enough memory")
                || text.contains("out of memory");
    }

    private static String firstLine(Throwable cause) {
        String text = cause.toString().strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
