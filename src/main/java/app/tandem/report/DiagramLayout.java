package app.tandem.report;

import app.tandem.report.GroupingDiagram.Encoder;
import app.tandem.report.GroupingDiagram.Head;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where everything of a {@link GroupingDiagram} stands: a grid of groups, each an encoder with its heads. All measures in
 * points.
 *
 * @param groups in reading order
 * @param width of everything
 * @param height of everything
 * @param textSize of the letters; smaller than asked for where the room is too small
 */
record DiagramLayout(List<Group> groups, double width, double height, double textSize) {

    /** Sides of a full-size encoder and of what stands around it, in text sizes. */
    private static final double ENCODER_WIDTH = 7.2;

    private static final double ENCODER_HEIGHT = 7.0;
    private static final double CONNECTOR = 3.4;
    private static final double HEAD_PADDING = 0.75;
    private static final double HEAD_GAP = 0.5;
    private static final double GROUP_GAP = 1.1;
    private static final double COLUMN_GAP = 2.4;
    private static final double EDGE = 0.4;
    private static final double LEAST_LABEL = 4;
    private static final double MOST_LABEL = 15;

    /** Letters smaller than this share of those asked for are worse than a broken word. */
    private static final double LEAST_WHOLE = 0.6;

    /** A rectangle. */
    record Box(double x, double y, double width, double height) {
        double middle() {
            return y + height / 2;
        }

        double right() {
            return x + width;
        }

        Box moved(double dx, double dy) {
            return new Box(x + dx, y + dy, width, height);
        }
    }

    /** A head in its place, its label in lines. */
    record HeadBox(Head head, Box box, List<Lettering> lines) {}

    /** An encoder in its place, with its heads. */
    record Group(Encoder encoder, Box shape, List<HeadBox> heads) {
        double height() {
            double bottom = heads.isEmpty()
                    ? 0
                    : heads.get(heads.size() - 1).box().y()
                            + heads.get(heads.size() - 1).box().height();
            return Math.max(bottom, shape.y() + shape.height());
        }

        Group moved(double dx, double dy) {
            List<HeadBox> moved = heads.stream()
                    .map(head -> new HeadBox(head.head(), head.box().moved(dx, dy), head.lines()))
                    .toList();
            return new Group(encoder, shape.moved(dx, dy), moved);
        }
    }

    /** The layout that a width asks for: as few rows as fit without breaking a label, then as few columns. */
    static DiagramLayout preferred(List<Encoder> encoders, double width, double textSize) {
        double natural = naturalWidth(encoders, textSize);
        double column = natural + COLUMN_GAP * textSize;
        int most = Math.max(1, (int) Math.floor((width + COLUMN_GAP * textSize) / column));
        int rows = Math.max(1, (encoders.size() + most - 1) / most);
        int columns = Math.max(1, (encoders.size() + rows - 1) / rows);
        return at(encoders, columns, width, textSize);
    }

    /** The layout with the largest letters, up to those asked for, that fits. */
    static DiagramLayout fitting(List<Encoder> encoders, double width, double height, double textSize) {
        DiagramLayout first = preferred(encoders, width, textSize);
        if (first.fits(width, height)) {
            return first;
        }
        // Rather smaller letters than a word that is broken, as long as they can be read.
        return largest(encoders, width, height, textSize, LEAST_WHOLE * textSize, true)
                .or(() -> largest(encoders, width, height, textSize, 0.1 * textSize, false))
                .orElseGet(() -> preferred(encoders, width, 0.1 * textSize));
    }

    private static Optional<DiagramLayout> largest(
            List<Encoder> encoders, double width, double height, double most, double least, boolean wholeWords) {
        for (double size = most; size > least; size *= 0.96) {
            for (int columns = 1; columns <= encoders.size(); columns++) {
                DiagramLayout layout = at(encoders, columns, width, size);
                if (layout.fits(width, height) && !(wholeWords && layout.breaksWords())) {
                    return Optional.of(layout);
                }
            }
        }
        return Optional.empty();
    }

    private boolean breaksWords() {
        return groups.stream().flatMap(group -> group.heads().stream()).anyMatch(this::breaksWords);
    }

    private boolean breaksWords(HeadBox head) {
        double room = head.box().width() - 2 * HEAD_PADDING * textSize + 1e-6;
        return Arrays.stream(head.head().label().split(" "))
                .anyMatch(word -> lettering(new Head(word, 0, head.head().auxiliary()), textSize)
                                .width()
                        > room);
    }

    private boolean fits(double availableWidth, double availableHeight) {
        return width <= availableWidth + 1e-6 && height <= availableHeight + 1e-6;
    }

    private static double naturalWidth(List<Encoder> encoders, double t) {
        double label = encoders.stream()
                .flatMap(encoder -> encoder.heads().stream())
                .mapToDouble(head -> lettering(head, t).width())
                .max()
                .orElse(0);
        label = Math.min(label, MOST_LABEL * t);
        return (2 * EDGE + ENCODER_WIDTH + CONNECTOR + 2 * HEAD_PADDING) * t + label + 0.01;
    }

    private static Lettering lettering(Head head, double t) {
        double size = 0.92 * t;
        return head.auxiliary() ? Lettering.regular(head.label(), size) : Lettering.semibold(head.label(), size);
    }

    private static DiagramLayout at(List<Encoder> encoders, int columns, double width, double t) {
        double room = (width - (columns - 1) * COLUMN_GAP * t) / columns;
        double groupWidth = Math.min(room, naturalWidth(encoders, t));
        double labelRoom = groupWidth - (2 * EDGE + ENCODER_WIDTH + CONNECTOR + 2 * HEAD_PADDING) * t;
        if (labelRoom < LEAST_LABEL * t) {
            labelRoom = LEAST_LABEL * t;
            groupWidth = labelRoom + (2 * EDGE + ENCODER_WIDTH + CONNECTOR + 2 * HEAD_PADDING) * t;
        }
        List<Group> placed = new ArrayList<>();
        double y = EDGE * t;
        for (int start = 0; start < encoders.size(); start += columns) {
            List<Encoder> row = encoders.subList(start, Math.min(encoders.size(), start + columns));
            List<Group> groups = new ArrayList<>();
            for (Encoder encoder : row) {
                groups.add(group(encoder, labelRoom, t));
            }
            double rowHeight = groups.stream().mapToDouble(Group::height).max().orElse(0);
            for (int i = 0; i < groups.size(); i++) {
                double dy = y + (rowHeight - groups.get(i).height()) / 2;
                placed.add(groups.get(i).moved(i * (groupWidth + COLUMN_GAP * t), dy));
            }
            y += rowHeight + GROUP_GAP * t;
        }
        double total = columns * groupWidth + (columns - 1) * COLUMN_GAP * t;
        return new DiagramLayout(placed, total, Math.max(y - GROUP_GAP * t, 0) + EDGE * t, t);
    }

    /** One group with its upper left corner at the origin. */
    private static Group group(Encoder encoder, double labelRoom, double t) {
        double side = Math.sqrt(encoder.share().toDouble());
        double headsHeight = 0;
        List<HeadBox> heads = new ArrayList<>();
        double headX = (EDGE + ENCODER_WIDTH + CONNECTOR) * t;
        for (Head head : encoder.heads()) {
            List<Lettering> lines = lettering(head, t).wrap(labelRoom);
            double boxHeight = lines.size() * Lettering.LINE * 0.92 * t + 0.55 * t;
            heads.add(
                    new HeadBox(head, new Box(headX, headsHeight, labelRoom + 2 * HEAD_PADDING * t, boxHeight), lines));
            headsHeight += boxHeight + HEAD_GAP * t;
        }
        headsHeight = Math.max(0, headsHeight - HEAD_GAP * t);
        double encoderHeight = side * ENCODER_HEIGHT * t;
        double encoderWidth = side * ENCODER_WIDTH * t;
        double height = Math.max(headsHeight, encoderHeight);
        Box shape = new Box(
                (EDGE + ENCODER_WIDTH / 2) * t - encoderWidth / 2,
                (height - encoderHeight) / 2,
                encoderWidth,
                encoderHeight);
        double down = (height - headsHeight) / 2;
        return new Group(
                encoder,
                shape,
                heads.stream()
                        .map(head -> new HeadBox(head.head(), head.box().moved(0, down), head.lines()))
                        .toList());
    }
}
