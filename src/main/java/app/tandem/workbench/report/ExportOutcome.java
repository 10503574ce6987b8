package app.tandem.workbench.report;

import java.nio.file.Path;
import java.util.List;

/** How an export ended. */
public sealed interface ExportOutcome {

    /** Everything is written. */
    record Written(Path folder, List<Path> files) implements ExportOutcome {
        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Nothing is written yet, since that would replace files which no export of this window wrote.
     *
     * @param there how many of them
     * @param all how many files are to be written
     */
    record Occupied(Path folder, int there, int all) implements ExportOutcome {}

    /** Something was in the way; what was in the folder before is as it was. */
    record Failed(RuntimeException fault) implements ExportOutcome {}

    /** It was cancelled before anything was written. */
    record Cancelled() implements ExportOutcome {}
}
