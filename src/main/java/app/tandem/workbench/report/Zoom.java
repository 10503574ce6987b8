package app.tandem.workbench.report;

/** How large a sheet is shown. */
enum Zoom {
    /** As large as there is room for. */
    FIT,
    /** As large as it will be on paper, on a screen of 96 dots per inch. */
    PAPER,
    /** Twice that. */
    DOUBLE;

    private static final double DOTS_PER_POINT = 96 / 72.0;

    /** Screen units for each point of the sheet. */
    double scale(double width, double height, double roomWide, double roomHigh) {
        return switch (this) {
            case FIT -> Math.max(0.05, Math.min(roomWide / width, roomHigh / height));
            case PAPER -> DOTS_PER_POINT;
            case DOUBLE -> 2 * DOTS_PER_POINT;
        };
    }
}
