package app.tandem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the labels of a {@link Heatmap} stand and how much room they leave for its cells. Measures in points. */
final class HeatmapLayout {

    /** The most of the width that the names of the rows take. */
    private static final double MOST_LABEL = 0.34;

    private static final double GAP = 0.6;

    /** Up to this, a name is made smaller rather than broken where it has no space. */
    private static final double LEAST_NAME = 0.7;

    private final double t;
    private final boolean titled;
    private final double left;
    private final double cellWidth;
    private final List<List<Lettering>> rows;
    private final List<List<Lettering>> columns;
    private final List<Lettering> legend;

    HeatmapLayout(Heatmap map, double width, double textSize) {
        this.t = textSize;
        this.titled = !map.columns().isEmpty();
        List<String> letters = TaskLetters.of(map.names());
        double side = titled ? 1.6 * t : 0;
        double widest = widest(map.names().stream().map(this::line).toList());
        double room = Math.min(widest, MOST_LABEL * width);
        boolean whole = wordsFit(map.names(), cell(map, width, side + room));
        // Where the names do not fit over the columns, their letters do, and the rows say what these mean.
        List<String> names = whole
                ? map.names()
                : IntStream.range(0, letters.size())
                        .mapToObj(task -> letters.get(task) + "  " + map.names().get(task))
                        .toList();
        room = Math.min(widest(names.stream().map(this::line).toList()), MOST_LABEL * width);
        double labels = room;
        this.rows = names.stream().map(name -> row(name, labels)).toList();
        this.left = side + room + GAP * t;
        this.cellWidth = cell(map, width, side + room);
        this.columns = (whole ? map.names() : letters)
                .stream().map(name -> line(name).wrap(cellWidth - 0.4 * t)).collect(Collectors.toList());
        this.legend = Lettering.regular(map.legend(), 0.92 * t).wrap(width);
    }

    /** In several lines where a space allows it, else smaller; a letter before a name is never left alone. */
    private List<Lettering> row(String name, double room) {
        Lettering whole = line(name);
        boolean breaks = name.strip().replaceFirst("^\\S{1,2}  ", "").contains(" ");
        double scale = room / whole.width();
        return !breaks && scale < 1 && scale >= LEAST_NAME
                ? List.of(Lettering.regular(name, scale * 0.99 * whole.size()))
                : whole.wrap(room);
    }

    private double cell(Heatmap map, double width, double before) {
        return (width - before - GAP * t) / Math.max(1, map.names().size());
    }

    private boolean wordsFit(List<String> names, double cell) {
        List<Lettering> words = new ArrayList<>();
        names.forEach(name -> List.of(name.split(" ", -1)).forEach(word -> words.add(line(word))));
        return widest(words) <= cell - 0.4 * t;
    }

    private Lettering line(String words) {
        return Lettering.regular(words, 0.92 * t);
    }

    private static double widest(List<Lettering> lines) {
        return lines.stream().mapToDouble(Lettering::width).max().orElse(0);
    }

    /** Whether rows and columns have titles of their own. */
    boolean titled() {
        return titled;
    }

    double left() {
        return left;
    }

    double cellWidth() {
        return cellWidth;
    }

    /** What stands above the cells. */
    double top() {
        int lines = columns.stream().mapToInt(List::size).max().orElse(0);
        return (titled ? 1.7 * t : 0) + lines * Lettering.LINE * 0.92 * t + 0.5 * t;
    }

    /** What stands below the cells: the scale, its numbers and what it means. */
    double bottom() {
        return 3.6 * t + legend.size() * Lettering.LINE * 0.92 * t;
    }

    List<List<Lettering>> rows() {
        return rows;
    }

    List<List<Lettering>> columns() {
        return columns;
    }

    List<Lettering> legend() {
        return legend;
    }
}
