package app.tandem.cli;

import app.tandem.owner.GroupingSuggestion;
import app.tandem.owner.SuggestionKeeper;
import app.tandem.store.StoredSuggestion;
import app.tandem.store.StudyFile;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/** The suggestions that are kept in a study. */
final class SavedSuggestions {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private SavedSuggestions() {}

    /** Names those of some settings that were made from losses which have changed since. */
    static void tellOutdated(Console console, Path study, Collection<String> settings) {
        try (StudyFile file = StudyFile.openReadOnly(study)) {
            for (StudyFile.DatedSuggestion dated : file.suggestions()) {
                StoredSuggestion suggestion = dated.suggestion();
                if (dated.outOfDate() && settings.contains(suggestion.setting())) {
                    console.say("tandem: the suggestion (" + suggestion.method() + ") for " + suggestion.budget()
                            + " SNT, setting ‘" + suggestion.setting() + "’, of " + MINUTE.format(suggestion.made())
                            + " is out of date: the losses have changed since.");
                }
            }
        }
    }

    /** Keeps a suggestion where that can be done now, and says where not. */
    static void keep(Console console, Path study, GroupingSuggestion suggestion) {
        try {
            SuggestionKeeper.keep(study, suggestion, Instant.now());
        } catch (UserException e) {
            console.say("tandem: the suggestion was not saved: " + e.getMessage());
        }
    }
}
