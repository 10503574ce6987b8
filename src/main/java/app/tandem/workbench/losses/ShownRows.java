package app.tandem.workbench.losses;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/** The lines of the table and the rows that stand in them. Observers hear only of how many there are. */
final class ShownRows extends ObservableListBase<RowSlot> {

    private final List<RowSlot> slots = new ArrayList<>();
    private List<LossRow> rows = List.of();

    /** Puts other rows into the lines; whoever shows them then draws those in sight anew. */
    void show(List<LossRow> now) {
        int before = rows.size();
        while (slots.size() < now.size()) {
            slots.add(new RowSlot(slots.size()));
        }
        beginChange();
        rows = now;
        if (now.size() < before) {
            nextRemove(now.size(), List.copyOf(slots.subList(now.size(), before)));
        } else if (now.size() > before) {
            nextAdd(before, now.size());
        }
        endChange();
    }

    /** What stands in a line; null beyond the last one. */
    @Nullable
    LossRow row(RowSlot slot) {
        return slot.index() < rows.size() ? rows.get(slot.index()) : null;
    }

    List<LossRow> rows() {
        return rows;
    }

    @Override
    public RowSlot get(int index) {
        return slots.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
