package app.tandem.workbench.board;

import app.tandem.loss.LossTable;
import app.tandem.study.Grouping;
import app.tandem.workbench.common.StudySession;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads losses only where they have changed, since runs tell of their progress many times a second. */
final class FindingsReader {

    private record Read(int generation, LossTable table) {}

    private final StudySession session;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile Optional<Read> latest = Optional.empty();
    private volatile Optional<Findings> found = Optional.empty();

    FindingsReader(StudySession session) {
        this.session = session;
    }

    /** The losses may have changed; from any thread. */
    void forget() {
        generation.incrementAndGet();
    }

    /** In the background, one at a time; empty where there is no setting. */
    Optional<Findings> read(String setting, Optional<Grouping> grouping) {
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        LossTable table = table(setting);
        found = Optional.of(found.filter(before -> before.isOf(table, grouping))
                .map(before -> before.withRuns(session.runs()))
                .orElseGet(() -> Findings.of(table, session.runs(), grouping)));
        return found;
    }

    private LossTable table(String setting) {
        int now = generation.get();
        return latest.filter(read ->
                        read.generation() == now && read.table().setting().equals(setting))
                .map(Read::table)
                .orElseGet(() -> {
                    LossTable table = session.losses(setting);
                    latest = Optional.of(new Read(now, table));
                    return table;
                });
    }
}
