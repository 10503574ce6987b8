package app.tandem.workbench;

import app.tandem.workbench.common.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds actions by what is typed: all words must be in it, in any order; what begins with them comes first. */
final class PaletteModel {

    private final List<Action> actions;

    PaletteModel(List<Action> actions) {
        this.actions = List.copyOf(actions);
    }

    /** The actions that can be done and have all these words; all of them, in their order, for no words. */
    List<Action> find(String typed) {
        List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return actions.stream()
                .filter(Action::isEnabled)
                .filter(action -> words.stream().allMatch(lower(action)::contains))
                .sorted(Comparator.comparingInt(action -> rank(lower(action), words.get(0))))
                .toList();
    }

    /** 0 where the text begins with the word, 1 where one of its words does, 2 elsewhere. */
    private static int rank(String text, String word) {
        if (text.startsWith(word)) {
            return 0;
        }
        return text.contains(" " + word) ? 1 : 2;
    }

    private static String lower(Action action) {
        return action.text().toLowerCase(Locale.ROOT);
    }
}
