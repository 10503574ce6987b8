package app.tandem.workbench.report;

import app.tandem.report.Figure;
import app.tandem.report.FigureSize;
import app.tandem.report.FigureStyle;
import app.tandem.report.ReportFormat;
import app.tandem.report.ReportPiece;
import app.tandem.report.StudyReport;

/** One table or figure as it is exported. */
public sealed interface ReportPreview {

    ReportPiece piece();

    /**
     * A figure.
     *
     * @param size of the file, with the size of its letters
     */
    record Drawn(ReportPiece piece, Figure figure, FigureSize size) implements ReportPreview {}

    /**
     * The words of a table's file.
     *
     * @param text its first lines
     * @param moreLines how many follow in the file
     */
    record Written(ReportPiece piece, ReportFormat format, String text, long moreLines) implements ReportPreview {}

    /** Nothing, since the setting has nothing to show in it, so that it is not exported. */
    record Lacking(ReportPiece piece) implements ReportPreview {}

    /** How many lines of a file are looked at; a table of every loss may have a hundred thousand. */
    int MOST_LINES = 1000;

    /** @param tableFormat as what a table is looked at, where it can be written so */
    static ReportPreview of(StudyReport report, ReportPiece piece, ReportFormat tableFormat, FigureStyle style) {
        if (!report.holds(piece)) {
            return new Lacking(piece);
        }
        if (piece.isFigure()) {
            Figure figure = report.figure(piece);
            return new Drawn(piece, figure, style.size(figure));
        }
        ReportFormat format = piece.formats().contains(tableFormat)
                ? tableFormat
                : piece.formats().get(0);
        String text = report.text(piece, format);
        int end = 0;
        for (int line = 0; line < MOST_LINES && end >= 0; line++) {
            end = text.indexOf('\n', end == 0 ? 0 : end + 1);
        }
        if (end < 0 || end + 1 == text.length()) {
            return new Written(piece, format, text, 0);
        }
        long more = text.substring(end + 1).lines().count();
        return new Written(piece, format, text.substring(0, end + 1), more);
    }
}
