package app.tandem.workbench;

/** The pages of an open study, in the order of the rail. */
public enum Page {
    BOARD,
    TRAIN,
    LOSSES,
    GROUPING,
    REPORT
}
