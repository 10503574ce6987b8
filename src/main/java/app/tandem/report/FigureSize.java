package app.tandem.report;

/**
 * How large a figure is made.
 *
 * @param width in points (1/72 inch)
 * @param height in points
 * @param textSize of the letters, in points
 * @param dotsPerInch of a PNG
 */
public record FigureSize(double width, double height, double textSize, double dotsPerInch) {

    /** The size of letters in a paper's figures. */
    public static final double COLUMN_TEXT = 8;

    public FigureSize {
        if (!(width > 0 && height > 0 && textSize > 0 && dotsPerInch > 0)) {
            throw new IllegalArgumentException("every side of a figure's size is above 0");
        }
    }

    /** One column of a two-column paper: 3.5 inches. */
    public static FigureSize singleColumn(Figure figure) {
        return FigurePreset.SINGLE_COLUMN.size(figure, COLUMN_TEXT);
    }

    /** Both columns of a two-column paper: 7 inches. */
    public static FigureSize doubleColumn(Figure figure) {
        return FigurePreset.DOUBLE_COLUMN.size(figure, COLUMN_TEXT);
    }

    /** A whole slide of 16 to 9; a PNG has 1920 × 1080 pixels. */
    public static FigureSize slide() {
        return new FigureSize(960, 540, 18, 144);
    }

    /** So many pixels of a screen at scale 1. */
    public static FigureSize pixels(double width, double height, double textSize) {
        return new FigureSize(width, height, textSize, 72);
    }
}
