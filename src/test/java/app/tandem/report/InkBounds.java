package app.tandem.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Finds how far a figure's ink reaches, also beyond its own sides. */
final class InkBounds {

    private static final double MARGIN = 60;
    private static final double SCALE = 2;

    private final FigureSize size;

    InkBounds(FigureSize size) {
        this.size = size;
    }

    /** The rectangle that holds all ink, in points, with the figure's upper left corner at the origin. */
    Rectangle2D of(Figure figure) {
        int width = (int) Math.ceil(SCALE * (size.width() + 2 * MARGIN));
        int height = (int) Math.ceil(SCALE * (size.height() + 2 * MARGIN));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(SCALE, SCALE);
        g.translate(MARGIN, MARGIN);
        figure.paint(g, size.width(), size.height(), FigureTheme.light(size.textSize()));
        g.dispose();
        Rectangle2D ink = null;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    Rectangle2D pixel =
                            new Rectangle2D.Double(x / SCALE - MARGIN, y / SCALE - MARGIN, 1 / SCALE, 1 / SCALE);
                    ink = ink == null ? pixel : ink.createUnion(pixel);
                }
            }
        }
        if (ink == null) {
            throw new AssertionError("the figure is empty");
        }
        return ink;
    }
}
