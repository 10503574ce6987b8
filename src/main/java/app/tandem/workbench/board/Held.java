package app.tandem.workbench.board;

import java.util.OptionalInt;

/**
 * A card in hand.
 *
 * @param task its index among the study's tasks
 * @param from the position of the network it was taken from; empty for a card of the palette
 */
public record Held(int task, OptionalInt from) {

    public static Held ofPalette(int task) {
        return new Held(task, OptionalInt.empty());
    }

    public static Held ofNetwork(int task, int position) {
        return new Held(task, OptionalInt.of(position));
    }
}
