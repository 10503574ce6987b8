package app.tandem.report;

import app.tandem.report.DiagramLayout.Box;
import app.tandem.report.DiagramLayout.Group;
import app.tandem.report.DiagramLayout.HeadBox;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Draws what {@link DiagramLayout} placed. */
final class DiagramPainter {

    /** How much of an encoder's height is left at its narrow end. */
    private static final double NARROW = 0.72;

    private final Graphics2D g;
    private final FigureTheme theme;
    private final DiagramLayout layout;
    private final double t;

    DiagramPainter(Graphics2D g, FigureTheme theme, DiagramLayout layout) {
        this.g = g;
        this.theme = theme;
        this.layout = layout;
        this.t = layout.textSize();
    }

    /** Draws everything in the middle. */
    void paint(double width, double height) {
        double dx = Math.max(0, (width - layout.width()) / 2);
        double dy = Math.max(0, (height - layout.height()) / 2);
        for (Group group : layout.groups()) {
            paint(group.moved(dx, dy));
        }
    }

    private void paint(Group group) {
        List<HeadBox> heads = group.heads();
        for (int i = heads.size() - 1; i >= 0; i--) {
            paintConnector(group.shape(), heads.get(i), i, heads.size());
        }
        paintEncoder(group);
        heads.forEach(this::paintHead);
    }

    private void paintEncoder(Group group) {
        Box box = group.shape();
        double cut = (1 - NARROW) / 2 * box.height();
        Path2D trapezium = new Path2D.Double();
        trapezium.moveTo(box.x(), box.y());
        trapezium.lineTo(box.right(), box.y() + cut);
        trapezium.lineTo(box.right(), box.y() + box.height() - cut);
        trapezium.lineTo(box.x(), box.y() + box.height());
        trapezium.closePath();
        g.setColor(theme.surface());
        g.fill(trapezium);
        g.setColor(theme.outline());
        g.setStroke(new BasicStroke((float) (0.1 * t), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(trapezium);
        double middle = box.x() + box.width() * 0.48;
        double room = box.width() * 0.84;
        double size = Math.min(
                1, room / Lettering.regular(group.encoder().cost(), 0.92 * t).width());
        g.setColor(theme.text());
        Lettering.semibold(group.encoder().name(), t * size).drawCentred(g, middle, box.middle() - 0.62 * t * size);
        g.setColor(theme.muted());
        Lettering.regular(group.encoder().cost(), 0.92 * t * size)
                .drawCentred(g, middle, box.middle() + 0.66 * t * size);
    }

    private void paintConnector(Box encoder, HeadBox head, int index, int count) {
        double spread = Math.min(0.34 * t, NARROW * 0.7 * encoder.height() / Math.max(1, count));
        double fromY = encoder.middle() + (index - (count - 1) / 2.0) * spread;
        double fromX = encoder.right();
        double toX = head.box().x();
        double bend = (toX - fromX) * 0.55;
        g.setColor(strokeColour(head));
        g.setStroke(stroke(head, 0.15));
        g.draw(new CubicCurve2D.Double(
                fromX,
                fromY,
                fromX + bend,
                fromY,
                toX - bend,
                head.box().middle(),
                toX,
                head.box().middle()));
    }

    private void paintHead(HeadBox head) {
        Box box = head.box();
        double radius = 0.7 * t;
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), radius, radius);
        Color ink = theme.muted();
        if (head.head().auxiliary()) {
            g.setColor(theme.background());
            g.fill(shape);
            g.setColor(strokeColour(head));
            g.setStroke(stroke(head, 0.11));
            g.draw(shape);
        } else {
            Color colour = TaskColours.of(head.head().task());
            g.setColor(colour);
            g.fill(shape);
            ink = TaskColours.inkOn(colour);
        }
        g.setColor(ink);
        double lineHeight = Lettering.LINE * 0.92 * t;
        double y = box.middle() - (head.lines().size() - 1) * lineHeight / 2;
        for (Lettering line : head.lines()) {
            line.drawCentred(g, box.x() + box.width() / 2, y);
            y += lineHeight;
        }
    }

    private Color strokeColour(HeadBox head) {
        Color colour = TaskColours.of(head.head().task());
        return head.head().auxiliary() ? TaskColours.mix(colour, theme.background(), 0.65) : colour;
    }

    private BasicStroke stroke(HeadBox head, double width) {
        float w = (float) (width * t);
        if (!head.head().auxiliary()) {
            return new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] dash = {(float) (0.38 * t), (float) (0.26 * t)};
        return new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
