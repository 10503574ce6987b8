package app.tandem.owner;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.SearchOptions;
import app.tandem.grouping.SearchWatch;
import app.tandem.loss.LossTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Searches each setting's losses once, for with many tasks that takes seconds, and most edits leave them as they are. */
final class GroupingSearches {

    private record Found(String losses, Frontier frontier) {}

    private final Map<String, Found> latest = new ConcurrentHashMap<>();

    /** @throws java.util.concurrent.CancellationException if the watch ends the search */
    Frontier frontier(LossTable table, SearchWatch watch) {
        Found known = latest.get(table.setting());
        if (known != null && known.losses().equals(table.contentHash())) {
            return known.frontier();
        }
        Frontier frontier = GroupingSolver.frontier(table, SearchOptions.COVER, watch);
        latest.put(table.setting(), new Found(table.contentHash(), frontier));
        return frontier;
    }
}
