package app.tandem.workbench;

import app.tandem.owner.StudyResults;
import app.tandem.report.StudyReport;
import app.tandem.report.Words;
import app.tandem.store.StudyFile;
import java.nio.file.Path;
import java.util.Locale;

/** What an open study reports, whoever owns it. */
final class SessionReport {

    private SessionReport() {}

    /** Where it goes unless the user chooses another folder: beside the study. */
    static Path folder(Path study) {
        String name = study.getFileName().toString();
        String stem =
                name.endsWith(StudyFile.SUFFIX) ? name.substring(0, name.length() - StudyFile.SUFFIX.length()) : name;
        return study.toAbsolutePath().resolveSibling(stem + "-report");
    }

    /** Every table and figure. */
    static StudyReport of(StudyResults results, Locale language) {
        return results.report(results.study().budget(), Words.in(language));
    }
}
