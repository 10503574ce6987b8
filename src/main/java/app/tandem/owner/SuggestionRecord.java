package app.tandem.owner;

import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.grouping.ServedTask;
import app.tandem.store.StoredSuggestion;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a suggestion in the words of the study file. */
final class SuggestionRecord {

    private static final String METHOD = "optimal";
    private static final String PARTITION = "optimal-partition";

    private SuggestionRecord() {}

    /** The name under which suggestions of such a search are kept. */
    static String method(SearchOptions options) {
        return options.partition() ? PARTITION : METHOD;
    }

    static StoredSuggestion of(GroupingSuggestion suggestion, Instant made) {
        List<String> taskIds = suggestion.table().taskIds();
        return new StoredSuggestion(
                suggestion.table().setting(),
                method(suggestion.options()),
                Split.VALIDATION,
                suggestion.budget(),
                choice(suggestion.best().orElseThrow(), taskIds),
                suggestion.runnerUps().stream()
                        .map(selection -> choice(selection, taskIds))
                        .toList(),
                suggestion.table().measuredHash(),
                made);
    }

    /** When the grouping that was suggested at a budget was made, if the losses have changed since. */
    static Optional<Instant> outdated(StudyFile file, String setting, Budget budget) {
        return file.suggestions().stream()
                .filter(StudyFile.DatedSuggestion::outOfDate)
                .map(StudyFile.DatedSuggestion::suggestion)
                .filter(suggestion -> suggestion.setting().equals(setting)
                        && suggestion.budget().equals(budget)
                        && suggestion.method().equals(method(SearchOptions.COVER)))
                .findFirst()
                .map(StoredSuggestion::made);
    }

    private static StoredSuggestion.Choice choice(Selection selection, List<String> taskIds) {
        List<StoredSuggestion.ServingNetwork> networks = new ArrayList<>();
        for (Served served : selection.networks()) {
            List<StoredSuggestion.ServedTask> tasks = new ArrayList<>();
            for (int task : served.serves()) {
                ServedTask losses = selection.tasks().get(task);
                tasks.add(
                        new StoredSuggestion.ServedTask(taskIds.get(task), losses.validationLoss(), losses.testLoss()));
            }
            networks.add(new StoredSuggestion.ServingNetwork(served.network().key(taskIds), tasks));
        }
        return new StoredSuggestion.Choice(
                networks, selection.cost(), selection.validationLoss(), selection.testLoss());
    }
}
