package app.tandem.workbench.board;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;

/**
 * Cards by keys: arrows go from card to card, Ctrl with an arrow takes the card along, Enter opens what can be done with it,
 * Delete takes it out of its network, T marks it as train-only.
 */
final class CardKeys {

    private final CardActions actions;
    private final CardMenu menu;
    private final Supplier<List<List<TaskCard>>> columns;

    /** @param columns the cards as they lie, the palette first */
    CardKeys(CardActions actions, CardMenu menu, Supplier<List<List<TaskCard>>> columns) {
        this.actions = actions;
        this.menu = menu;
        this.columns = columns;
    }

    void install(TaskCard card) {
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(card, event)) {
                event.consume();
            }
        });
        card.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!actions.isReadOnly()) {
                menu.open(card, card.held());
            }
            event.consume();
        });
    }

    private boolean pressed(TaskCard card, KeyEvent event) {
        boolean carries = event.isShortcutDown() || event.isControlDown();
        if (actions.isReadOnly() && (carries || !event.getCode().isArrowKey())) {
            return false;
        }
        switch (event.getCode()) {
            case LEFT -> go(card, -1, 0, carries);
            case RIGHT -> go(card, 1, 0, carries);
            case UP -> go(card, 0, -1, false);
            case DOWN -> go(card, 0, 1, false);
            case ENTER, SPACE -> menu.open(card, card.held());
            case M -> {
                if (carries) {
                    return false;
                }
                menu.open(card, card.held());
            }
            case T -> {
                if (carries) {
                    return false;
                }
                actions.toggleTrainOnly(card.held());
            }
            case DELETE, BACK_SPACE -> actions.takeOut(card.held());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(TaskCard card, int right, int down, boolean carries) {
        if (carries) {
            actions.shift(card.held(), right);
            return;
        }
        List<List<TaskCard>> all = columns.get();
        for (int column = 0; column < all.size(); column++) {
            int row = all.get(column).indexOf(card);
            if (row >= 0) {
                nearest(all, column + right, row + down).ifPresent(TaskCard::requestFocus);
                return;
            }
        }
    }

    /** The card in a column that is nearest to a row; empty where there is no such column. */
    static Optional<TaskCard> nearest(List<List<TaskCard>> all, int column, int row) {
        if (column < 0 || column >= all.size() || all.get(column).isEmpty()) {
            return Optional.empty();
        }
        List<TaskCard> cards = all.get(column);
        return Optional.of(cards.get(Math.max(0, Math.min(row, cards.size() - 1))));
    }
}
