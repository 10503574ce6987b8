package app.tandem.report;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds room for labels beside points, clear of lines and of other labels. Cost: candidates × obstacles. */
final class LabelPlacer {

    private static final double[] DISTANCES = {1, 2.2, 3.6, 5.5, 8, 12};

    private final Rectangle2D bounds;
    private final List<Line2D> lines = new ArrayList<>();
    private final List<Rectangle2D> boxes = new ArrayList<>();

    LabelPlacer(Rectangle2D bounds) {
        this.bounds = bounds;
    }

    /** Keeps labels off this line. */
    void avoid(Line2D line) {
        lines.add(line);
    }

    /** Keeps labels off this box. */
    void avoid(Rectangle2D box) {
        boxes.add(box);
    }

    /**
     * A free place for a label near its point, which is then taken; empty where there is none within reach. A nearer
     * place is given up for one whose connection to the point crosses fewer lines.
     *
     * @param gap between the point and the nearest places
     */
    Optional<Rectangle2D> place(Point2D point, double width, double height, double gap) {
        Optional<Rectangle2D> best = Optional.empty();
        double bestPrice = Double.POSITIVE_INFINITY;
        for (int ring = 0; ring < DISTANCES.length; ring++) {
            for (Rectangle2D box : around(point, width, height, gap * DISTANCES[ring])) {
                double price = ring + (ring == 0 ? 0 : 0.8 * crossings(point, box, gap));
                if (price < bestPrice && isFree(box)) {
                    best = Optional.of(box);
                    bestPrice = price;
                }
            }
        }
        best.ifPresent(boxes::add);
        return best;
    }

    /** The point of the box that is nearest. */
    static Point2D nearest(Rectangle2D box, Point2D point) {
        return new Point2D.Double(
                Math.max(box.getX(), Math.min(box.getMaxX(), point.getX())),
                Math.max(box.getY(), Math.min(box.getMaxY(), point.getY())));
    }

    /** The lines that a connection crosses beyond the point's own mark; one that it runs along counts three times. */
    private double crossings(Point2D point, Rectangle2D box, double gap) {
        Point2D end = nearest(box, point);
        double share = Math.min(1, gap / Math.max(1e-9, point.distance(end)));
        Line2D connection = new Line2D.Double(
                point.getX() + share * (end.getX() - point.getX()),
                point.getY() + share * (end.getY() - point.getY()),
                end.getX(),
                end.getY());
        double count = 0;
        for (Line2D line : lines) {
            if (line.intersectsLine(connection)) {
                count += line.ptLineDist(end) < 0.5 ? 3 : 1;
            }
        }
        return count;
    }

    /** Right, left, above, below, and the four corners. */
    private static List<Rectangle2D> around(Point2D p, double w, double h, double gap) {
        double slant = gap * 0.7;
        double right = p.getX() + gap;
        double left = p.getX() - gap - w;
        double above = p.getY() - gap - h;
        double below = p.getY() + gap;
        double middleX = p.getX() - w / 2;
        double middleY = p.getY() - h / 2;
        return List.of(
                new Rectangle2D.Double(right, middleY, w, h),
                new Rectangle2D.Double(p.getX() + slant, p.getY() - slant - h, w, h),
                new Rectangle2D.Double(p.getX() + slant, p.getY() + slant, w, h),
                new Rectangle2D.Double(left, middleY, w, h),
                new Rectangle2D.Double(p.getX() - slant - w, p.getY() - slant - h, w, h),
                new Rectangle2D.Double(p.getX() - slant - w, p.getY() + slant, w, h),
                new Rectangle2D.Double(middleX, above, w, h),
                new Rectangle2D.Double(middleX, below, w, h));
    }

    private boolean isFree(Rectangle2D box) {
        return bounds.contains(box)
                && lines.stream().noneMatch(line -> line.intersects(box))
                && boxes.stream().noneMatch(other -> other.intersects(box));
    }
}
