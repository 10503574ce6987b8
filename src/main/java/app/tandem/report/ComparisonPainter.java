package app.tandem.report;

import app.tandem.report.ComparisonDiagram.Side;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the sides of a {@link ComparisonDiagram}: beside each other where there is room for both, else below each other. */
final class ComparisonPainter {

    private static final double BETWEEN = 2.5;

    private final ComparisonDiagram diagram;
    private final double width;
    private final double t;
    private final boolean beside;
    private final double sideWidth;

    ComparisonPainter(ComparisonDiagram diagram, double width, double textSize) {
        this.diagram = diagram;
        this.width = width;
        this.t = textSize;
        double half = (width - BETWEEN * t) / 2;
        this.beside = diagram.sides().stream()
                .allMatch(side ->
                        DiagramLayout.preferred(side.encoders(), half, t).width() <= half);
        this.sideWidth = beside ? half : width;
    }

    private List<Lettering> words(Side side) {
        List<Lettering> lines =
                new ArrayList<>(Lettering.semibold(side.heading(), t).wrap(sideWidth));
        lines.addAll(Lettering.regular(side.numbers(), 0.92 * t).wrap(sideWidth));
        return lines;
    }

    private double head(Side side) {
        return words(side).size() * Lettering.LINE * t + 0.6 * t;
    }

    private double preferred(Side side) {
        return head(side)
                + DiagramLayout.preferred(side.encoders(), sideWidth, t).height();
    }

    double preferredHeight() {
        double most =
                diagram.sides().stream().mapToDouble(this::preferred).max().orElse(0);
        double sum = diagram.sides().stream().mapToDouble(this::preferred).sum();
        return beside ? most : sum + (diagram.sides().size() - 1) * BETWEEN * t;
    }

    void paint(Graphics2D g, double height, FigureTheme theme) {
        List<Double> rooms = rooms(height);
        // One size of letters on all sides, so that encoders can be compared across them.
        double size = letters(rooms);
        double x = 0;
        double y = 0;
        for (int i = 0; i < rooms.size(); i++) {
            paintWords(g, theme, diagram.sides().get(i), x, y);
            double head = head(diagram.sides().get(i));
            g.translate(x, y + head);
            new DiagramPainter(g, theme, layout(i, rooms.get(i), size))
                    .paint(sideWidth, Math.max(1, rooms.get(i) - head));
            g.translate(-x, -(y + head));
            x += beside ? sideWidth + BETWEEN * t : 0;
            y += beside ? 0 : rooms.get(i) + BETWEEN * t;
        }
        if (beside) {
            g.setColor(theme.grid());
            g.setStroke(new BasicStroke((float) (0.1 * t)));
            g.draw(new Line2D.Double(width / 2, 0.2 * t, width / 2, height - 0.2 * t));
        }
    }

    /** The largest letters with which no label is broken, down to half of those asked for; else what just fits. */
    private double letters(List<Double> rooms) {
        for (double size = t; size > 0.5 * t; size *= 0.96) {
            double tried = size;
            if (IntStream.range(0, rooms.size()).allMatch(i -> fitsWhole(i, rooms.get(i), tried))) {
                return tried;
            }
        }
        return IntStream.range(0, rooms.size())
                .mapToDouble(i -> layout(i, rooms.get(i), t).textSize())
                .min()
                .orElse(t);
    }

    private boolean fitsWhole(int index, double room, double size) {
        Side side = diagram.sides().get(index);
        DiagramLayout layout = DiagramLayout.preferred(side.encoders(), sideWidth, size);
        return layout.width() <= sideWidth + 1e-6 && layout.height() <= room - head(side) + 1e-6;
    }

    private List<Double> rooms(double height) {
        double gaps = (diagram.sides().size() - 1) * BETWEEN * t;
        double share = (height - gaps) / Math.max(1, preferredHeight() - gaps);
        return diagram.sides().stream()
                .map(side -> beside ? height : share * preferred(side))
                .toList();
    }

    private DiagramLayout layout(int index, double room, double size) {
        Side side = diagram.sides().get(index);
        return DiagramLayout.fitting(side.encoders(), sideWidth, Math.max(1, room - head(side)), size);
    }

    private void paintWords(Graphics2D g, FigureTheme theme, Side side, double x, double y) {
        double line = y + 0.65 * t;
        boolean first = true;
        for (Lettering words : words(side)) {
            g.setColor(first ? theme.text() : theme.muted());
            words.drawFrom(g, x, line);
            line += Lettering.LINE * t;
            first = false;
        }
    }
}
