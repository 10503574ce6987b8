package app.tandem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a table fits the page of a plain LaTeX article, {@value #TEXT_WIDTH} pt wide and {@value #TEXT_HEIGHT} pt high: headings in
 * several lines, then smaller letters, but not below {@code \footnotesize}; long words in lines of a paragraph; and at last
 * parts that repeat the columns by which a row is known.
 *
 * @param size of the letters
 * @param headings of all columns, each in one or more lines
 * @param paragraphs by column, its width in points where its words are broken into lines; 0 where they are not
 * @param parts each a table of its own; one where everything fits
 */
record LatexLayout(Size size, List<List<String>> headings, List<Double> paragraphs, List<Part> parts) {

    static final int TEXT_WIDTH = 345;
    static final int TEXT_HEIGHT = 550;

    /** Of a column whose words may as well be broken into lines. */
    private static final double LONG = 110;

    private static final double LEAST_PARAGRAPH = 80;
    private static final double LEAST_HEADING = 40;
    private static final double CAPTION = 40;

    /** Letters of LaTeX; measures in points. */
    enum Size {
        NORMAL("", 1, 12, 6),
        SMALL("\\small", 0.9, 11, 6),
        FOOTNOTE("\\footnotesize", 0.8, 9.5, 4);

        final String command;
        final double factor;
        final double line;
        /** Half of the gap between two columns. */
        final double gap;

        Size(String command, double factor, double line, double gap) {
            this.command = command;
            this.factor = factor;
            this.line = line;
            this.gap = gap;
        }
    }

    /**
     * What stands in one table.
     *
     * @param columns their indices
     * @param from the first row
     * @param to behind the last row
     */
    record Part(List<Integer> columns, int from, int to) {
        Part {
            columns = List.copyOf(columns);
        }
    }

    LatexLayout {
        headings = headings.stream().map(List::copyOf).toList();
        paragraphs = List.copyOf(paragraphs);
        parts = List.copyOf(parts);
    }

    static LatexLayout of(Table table) {
        List<List<String>> whole = table.columns().stream()
                .map(column -> List.of(column.heading()))
                .toList();
        LatexLayout plain = new LatexLayout(Size.NORMAL, whole, none(table), all(table));
        if (plain.fits(table)) {
            return plain;
        }
        List<List<String>> broken = IntStream.range(0, table.columns().size())
                .mapToObj(column -> lines(table.columns().get(column).heading(), cellWidth(table, column)))
                .toList();
        for (Size size : Size.values()) {
            LatexLayout smaller = new LatexLayout(size, broken, none(table), all(table));
            if (smaller.fits(table)) {
                return smaller;
            }
        }
        LatexLayout paragraphs = new LatexLayout(Size.SMALL, broken, paragraphs(table, broken), all(table));
        return paragraphs.fits(table)
                ? paragraphs
                : new LatexLayout(Size.FOOTNOTE, broken, paragraphs.paragraphs(), all(table)).inParts(table);
    }

    private static List<Double> none(Table table) {
        return table.columns().stream().map(column -> 0.0).toList();
    }

    private static List<Part> all(Table table) {
        return List.of(new Part(
                IntStream.range(0, table.columns().size()).boxed().toList(),
                0,
                table.rows().size()));
    }

    private static double cellWidth(Table table, int column) {
        return table.rows().stream()
                .mapToDouble(row -> LatexWidth.of(row.cells().get(column)))
                .max()
                .orElse(0);
    }

    /** As few lines as can be, none wider than the longest word or the cells below, unless that is very narrow. */
    private static List<String> lines(String heading, double cells) {
        String[] words = heading.split("(?<=[ _])", -1);
        double room = Math.max(
                Math.max(LEAST_HEADING, cells),
                Arrays.stream(words)
                        .mapToDouble(word -> LatexWidth.of(word.strip()))
                        .max()
                        .orElse(0));
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words) {
            if (!line.isEmpty() && LatexWidth.of((line + word).strip()) > room) {
                lines.add(line.strip());
                line = "";
            }
            line += word;
        }
        lines.add(line.strip());
        return lines;
    }

    /** What the columns of numbers leave, shared by the columns of many words. */
    private static List<Double> paragraphs(Table table, List<List<String>> headings) {
        LatexLayout narrow = new LatexLayout(Size.SMALL, headings, none(table), all(table));
        List<Integer> columns = all(table).get(0).columns();
        List<Integer> wordy = columns.stream()
                .filter(column -> table.columns().get(column).alignment() == Table.Alignment.LEFT
                        && cellWidth(table, column) > LONG)
                .toList();
        double taken = narrow.width(
                table,
                columns.stream().filter(column -> !wordy.contains(column)).toList());
        double gaps = 2 * Size.SMALL.gap * wordy.size();
        double share = Math.max(LEAST_PARAGRAPH, (TEXT_WIDTH - taken - gaps) / Math.max(1, wordy.size()));
        return columns.stream()
                .map(column -> wordy.contains(column) ? Math.min(share, 0.5 * TEXT_WIDTH) : 0.0)
                .toList();
    }

    private boolean fits(Table table) {
        return parts.stream().allMatch(part -> width(table, part.columns()) <= TEXT_WIDTH)
                && table.rows().size() <= mostRows(table);
    }

    private double width(Table table, List<Integer> columns) {
        return columns.stream()
                .mapToDouble(column -> 2 * size.gap + width(table, column))
                .sum();
    }

    private double width(Table table, int column) {
        double heading =
                headings.get(column).stream().mapToDouble(LatexWidth::of).max().orElse(0);
        double words = paragraphs.get(column) > 0 ? paragraphs.get(column) : size.factor * cellWidth(table, column);
        return Math.max(words, size.factor * heading);
    }

    /** How many rows stand on one page, with the caption above and the notes below. */
    private int mostRows(Table table) {
        double notes = table.notes().stream()
                .mapToDouble(note -> 9.5 * Math.ceil(0.8 * LatexWidth.of(note) / TEXT_WIDTH + 0.2))
                .sum();
        long rules = table.rows().stream().filter(Table.Row::apart).count();
        int heading = headings.stream().mapToInt(List::size).max().orElse(1);
        double room = TEXT_HEIGHT - CAPTION - notes - (heading + 1) * size.line - 6.0 * Math.min(8, rules);
        return Math.max(8, (int) (room / (size.line * lines(table))));
    }

    /** The most lines that a row needs. */
    private int lines(Table table) {
        int most = 1;
        for (int column = 0; column < table.columns().size(); column++) {
            double room = paragraphs.get(column);
            // A line is seldom full.
            double words = 1.15 * size.factor * cellWidth(table, column);
            most = room > 0 ? Math.max(most, (int) Math.ceil(words / room)) : most;
        }
        return most;
    }

    private LatexLayout inParts(Table table) {
        int keys = keys(table);
        int others = table.columns().size() - keys;
        // As many as needed, and then about as many columns in each.
        int needed = groups(table, keys, others).size();
        List<List<Integer>> groups = groups(table, keys, (others + needed - 1) / needed);
        int most = mostRows(table);
        List<Part> made = new ArrayList<>();
        for (int from = 0; from == 0 || from < table.rows().size(); from += most) {
            for (List<Integer> columns : groups) {
                made.add(new Part(columns, from, Math.min(table.rows().size(), from + most)));
            }
        }
        return new LatexLayout(size, headings, paragraphs, made);
    }

    /** @param most how many columns a group has at most besides the keys */
    private List<List<Integer>> groups(Table table, int keys, int most) {
        List<Integer> known = IntStream.range(0, keys).boxed().toList();
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>(known);
        for (int column = keys; column < table.columns().size(); column++) {
            List<Integer> more = new ArrayList<>(group);
            more.add(column);
            if (group.size() > keys && (group.size() - keys >= most || width(table, more) > TEXT_WIDTH)) {
                groups.add(group);
                group = new ArrayList<>(known);
            }
            group.add(column);
        }
        groups.add(group);
        return groups;
    }

    /** How many columns at the left tell which row it is: those before the first number, and the first one of words. */
    private static int keys(Table table) {
        int columns = table.columns().size();
        int number = IntStream.range(0, columns)
                .filter(column -> table.rows().stream()
                        .map(row -> row.cells().get(column))
                        .anyMatch(cell -> cell instanceof Cell.Amount || cell instanceof Cell.Mean))
                .findFirst()
                .orElse(1);
        int words = IntStream.range(0, columns)
                .filter(column -> table.columns().get(column).alignment() == Table.Alignment.LEFT)
                .findFirst()
                .orElse(0);
        return Math.min(columns, Math.max(Math.max(1, number), words + 1));
    }
}
