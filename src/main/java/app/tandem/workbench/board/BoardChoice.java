package app.tandem.workbench.board;

import app.tandem.study.Grouping;
import java.util.List;
import java.util.stream.IntStream;

/** Which grouping is looked at after an edit, an undo or a redo: the one that it changed. */
final class BoardChoice {

    private BoardChoice() {}

    /** @param chosen the name of the one that was looked at before */
    static String follow(List<Grouping> before, List<Grouping> after, String chosen) {
        List<String> changed = after.stream()
                .filter(grouping -> !before.contains(grouping))
                .map(Grouping::name)
                .toList();
        if (!changed.isEmpty()) {
            return changed.contains(chosen) ? chosen : changed.get(0);
        }
        boolean isThere = after.stream().anyMatch(grouping -> grouping.name().equals(chosen));
        if (isThere || after.isEmpty()) {
            return chosen;
        }
        int gone = IntStream.range(0, before.size())
                .filter(i -> before.get(i).name().equals(chosen))
                .findFirst()
                .orElse(0);
        return after.get(Math.min(gone, after.size() - 1)).name();
    }
}
