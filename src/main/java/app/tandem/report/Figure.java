package app.tandem.report;

import java.awt.Graphics2D;

/** A drawing as a value: drawn once with Java2D, shown in the window and written as SVG, PDF and PNG alike. */
public interface Figure {

    /** What it shows, one sentence without a full stop; kept in the file, not drawn. */
    String title();

    /**
     * The height that suits a width, in points.
     *
     * @param width in points
     * @param textSize of the letters, in points
     */
    double preferredHeight(double width, double textSize);

    /**
     * Draws into the rectangle from the origin to {@code (width, height)}, in points. What does not fit is drawn smaller,
     * never cut. The background is the caller's.
     */
    void paint(Graphics2D g, double width, double height, FigureTheme theme);

    /** Draws in the light theme with letters of the size that suits a paper. */
    default void paint(Graphics2D g, double width, double height) {
        paint(g, width, height, FigureTheme.light(FigureSize.COLUMN_TEXT));
    }
}
