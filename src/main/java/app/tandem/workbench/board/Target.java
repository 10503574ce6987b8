package app.tandem.workbench.board;

/** Where a card can be put. */
public sealed interface Target {

    /** The network at this position. */
    record Column(int position) implements Target {}

    /** A new network, behind all others. */
    record NewNetwork() implements Target {}

    /** Off the board, which takes the task out of its network. */
    record Away() implements Target {}
}
