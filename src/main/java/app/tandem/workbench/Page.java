package app.tandem.workbench;

/** The pages of an open study, in the order of the rail. */
public enum Page {
    BOARD(1),
    TRAIN(2),
    LOSSES(3),
    GROUPING(4),
    REPORT(5);

    private final int digit;

    Page(int digit) {
        this.digit = digit;
    }

    /** Leads there together with Ctrl. */
    public int digit() {
        return digit;
    }
}
