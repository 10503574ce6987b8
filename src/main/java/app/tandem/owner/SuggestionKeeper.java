package app.tandem.owner;

import app.tandem.store.StudyFile;
import java.nio.file.Path;
import java.time.Instant;

/** Saves a suggestion in a study that is not open, owning it for that moment. */
public final class SuggestionKeeper {

    private SuggestionKeeper() {}

    /**
     * Saves a suggestion that has a grouping, in the place of an earlier one for the same setting, budget and search.
     *
     * @throws app.tandem.study.UserException if another process owns the study, or it cannot be written
     */
    public static void keep(Path study, GroupingSuggestion suggestion, Instant made) {
        StudyFile.requireStudy(study);
        OwnershipLock lock = OwnershipLock.take(study, StudyFile.runsFolder(study), Instant.now());
        try (StudyFile file = StudyFile.open(study)) {
            file.saveSuggestion(SuggestionRecord.of(suggestion, made));
        } finally {
            lock.close();
        }
    }
}
