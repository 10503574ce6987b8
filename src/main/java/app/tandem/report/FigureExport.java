package app.tandem.report;

import app.tandem.study.UserException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes files of figures. Text stays text in SVG and PDF. The same figure gives the same bytes. A file is written whole
 * or not at all.
 */
public final class FigureExport {

    /** The formats a figure can be written in; the name in lower case is the file's ending. */
    public enum Format {
        SVG,
        PDF,
        PNG;

        /** The ending of its files, without a dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private FigureExport() {}

    /**
     * Writes the figure in the format of the file's ending.
     *
     * @throws UserException if the ending is none of svg, pdf and png, or the file cannot be written
     */
    public static void write(Figure figure, Path file, FigureSize size) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (name.endsWith("." + format.ending())) {
                WholeFile.write(file, bytes(figure, format, size));
                return;
            }
        }
        throw new UserException(
                "The ending of the file names no format for a figure", file.toString(), "Use .svg, .pdf or .png");
    }

    /** Writes Scalable Vector Graphics. */
    public static void svg(Figure figure, Path file, FigureSize size) {
        WholeFile.write(file, bytes(figure, Format.SVG, size));
    }

    /** Writes a PDF of one page that is as large as the figure. */
    public static void pdf(Figure figure, Path file, FigureSize size) {
        WholeFile.write(file, bytes(figure, Format.PDF, size));
    }

    /** Writes a PNG that knows its resolution. */
    public static void png(Figure figure, Path file, FigureSize size) {
        WholeFile.write(file, bytes(figure, Format.PNG, size));
    }

    /** The content of a file, in the light theme. */
    public static byte[] bytes(Figure figure, Format format, FigureSize size) {
        return bytes(figure, format, size, FigureTheme.light(size.textSize()));
    }

    /** The content of a file in any theme; the theme's own text size is used. */
    public static byte[] bytes(Figure figure, Format format, FigureSize size, FigureTheme theme) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (format) {
            case SVG -> SvgFile.write(figure, out, size, theme);
            case PDF -> PdfFile.write(figure, out, size, theme);
            case PNG -> PngFile.write(image(figure, size, theme), out, size.dotsPerInch());
        }
        return out.toByteArray();
    }

    /** The figure as a picture on the theme's background, {@code dotsPerInch / 72} pixels per point. */
    public static BufferedImage image(Figure figure, FigureSize size, FigureTheme theme) {
        double scale = size.dotsPerInch() / 72;
        int width = (int) Math.ceil(size.width() * scale - 1e-6);
        int height = (int) Math.ceil(size.height() * scale - 1e-6);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setColor(theme.background());
            g.fillRect(0, 0, width, height);
            g.scale(scale, scale);
            figure.paint(g, size.width(), size.height(), theme);
        } finally {
            g.dispose();
        }
        return image;
    }

    /** A vector file has a ground of its own only where the page's would not do. */
    static void paintGround(Graphics2D g, FigureSize size, FigureTheme theme) {
        if (!theme.background().equals(java.awt.Color.WHITE)) {
            g.setColor(theme.background());
            g.fill(new Rectangle2D.Double(0, 0, size.width(), size.height()));
        }
    }
}
