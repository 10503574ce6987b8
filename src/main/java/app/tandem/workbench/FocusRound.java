package app.tandem.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** The controls of a part of the window that can have the focus, one after the other and round again. */
final class FocusRound {

    private final List<Node> stops = new ArrayList<>();
    private int now = -1;

    private FocusRound() {}

    static FocusRound of(Node root) {
        FocusRound round = new FocusRound();
        round.look(root);
        return round;
    }

    private void look(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !(node instanceof ScrollPane)) {
            now = node.isFocused() ? stops.size() : now;
            stops.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    /** Gives the focus to another control, so many after the one that has it. */
    void go(int steps) {
        if (!stops.isEmpty()) {
            int from = now < 0 && steps < 0 ? 0 : now;
            stops.get(Math.floorMod(from + steps, stops.size())).requestFocus();
        }
    }
}
