package app.tandem.workbench.board;

import app.tandem.workbench.common.TaskMark;

/** What can be done with a card, whether by pointer, key or menu; the focus follows the card. */
final class CardActions {

    /** Where the focus goes. */
    interface Focus {

        void on(Held card);

        /** On the card that is nearest to where a card was. */
        void near(int position, int row);
    }

    private final BoardModel model;
    private final BoardWords words;
    private final Focus focus;

    CardActions(BoardModel model, BoardWords words, Focus focus) {
        this.model = model;
        this.words = words;
        this.focus = focus;
    }

    BoardWords words() {
        return words;
    }

    /** Whether cards can only be looked at. */
    boolean isReadOnly() {
        return model.isReadOnly();
    }

    Board board() {
        return model.boardProperty().get();
    }

    TaskMark mark(Held held) {
        return board().marks().get(held.task());
    }

    boolean accepts(Held held, Target target, boolean copy) {
        return model.accepts(held, target, copy);
    }

    /** Puts a card somewhere; nothing happens where it is not accepted. */
    void put(Held held, Target target, boolean copy) {
        if (target instanceof Target.Away) {
            takeOut(held);
            return;
        }
        model.drop(held, target, copy, words.newGrouping(board().study())).ifPresent(focus::on);
    }

    /** Takes a task out of its network. */
    void takeOut(Held held) {
        held.from().ifPresent(position -> {
            int row = rowOf(held.task(), position);
            model.drop(held, new Target.Away(), false, "");
            focus.near(position, row);
        });
    }

    private int rowOf(int task, int position) {
        return (int) board().columns().get(position).cards().stream()
                .takeWhile(card -> card.task() != task)
                .count();
    }

    /** Moves a card to the network beside its own. */
    void shift(Held held, int by) {
        held.from().ifPresent(position -> {
            int to = position + by;
            int networks = board().columns().size();
            if (to >= 0 && to <= networks) {
                put(held, to == networks ? new Target.NewNetwork() : new Target.Column(to), false);
            }
        });
    }

    void toggleTrainOnly(Held held) {
        held.from().ifPresent(position -> model.toggleTrainOnly(held.task(), position));
    }

    boolean isTrainOnly(Held held) {
        return held.from().isPresent()
                && board().columns()
                        .get(held.from().getAsInt())
                        .card(held.task())
                        .filter(card -> card.role() == Board.Role.TRAIN_ONLY)
                        .isPresent();
    }
}
