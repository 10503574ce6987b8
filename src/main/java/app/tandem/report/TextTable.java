package app.tandem.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal: aligned by what each character takes on the screen (Hangul takes two columns), long headings
 * over several lines, best cells marked with an asterisk.
 */
public final class TextTable {

    private static final String GAP = "  ";

    private final Table table;
    private final String[][] cells;
    private final List<List<String>> headings = new ArrayList<>();
    private final int[] widths;

    private TextTable(Table table) {
        this.table = table;
        this.widths = new int[table.columns().size()];
        this.cells = new String[table.rows().size()][widths.length];
        for (int column = 0; column < widths.length; column++) {
            layOut(column);
        }
    }

    /** The title, the rows and the notes, ended by a line feed. */
    public static String format(Table table) {
        return new TextTable(table).write();
    }

    private void layOut(int column) {
        boolean marked =
                table.rows().stream().anyMatch(row -> isBest(row.cells().get(column)));
        boolean spread = table.rows().stream()
                .anyMatch(row -> row.cells().get(column) instanceof Cell.Mean mean && mean.hasSpread());
        int width = 0;
        for (int row = 0; row < cells.length; row++) {
            String text = text(table.rows().get(row).cells().get(column), marked, spread);
            cells[row][column] = text;
            width = Math.max(width, Characters.width(text));
        }
        String heading = Characters.oneLine(table.columns().get(column).heading());
        for (String word : heading.split(" ", -1)) {
            width = Math.max(width, Characters.width(word));
        }
        widths[column] = width;
        headings.add(wrap(heading, width));
    }

    private static boolean isBest(Cell cell) {
        return (cell instanceof Cell.Text text && text.best())
                || (cell instanceof Cell.Amount number && number.best())
                || (cell instanceof Cell.Mean mean && mean.best());
    }

    private static String text(Cell cell, boolean marked, boolean spread) {
        String mark = !marked ? "" : isBest(cell) ? "*" : " ";
        if (cell instanceof Cell.Text text) {
            return Characters.oneLine(text.shown()) + mark;
        }
        if (cell instanceof Cell.Amount number) {
            String room = spread ? " ".repeat(spread(0, number.decimals()).length()) : "";
            return Characters.decimals(number.value(), number.decimals()) + mark + room;
        }
        if (cell instanceof Cell.Mean mean) {
            String sd = spread(mean.sd(), mean.decimals());
            String after = mean.hasSpread()
                    ? sd
                    : spread ? " ".repeat(spread(0, mean.decimals()).length()) : "";
            return Characters.decimals(mean.mean(), mean.decimals()) + mark + after;
        }
        return "";
    }

    private static String spread(double sd, int decimals) {
        return " ±" + Characters.decimals(sd, decimals);
    }

    private static List<String> wrap(String heading, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : heading.split(" ", -1)) {
            if (line.length() > 0 && Characters.width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String write() {
        StringBuilder text = new StringBuilder();
        if (!table.title().isEmpty()) {
            text.append(Characters.oneLine(table.title())).append("\n\n");
        }
        int lines = headings.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            List<String> parts = new ArrayList<>();
            for (List<String> heading : headings) {
                int first = lines - heading.size();
                parts.add(line < first ? "" : heading.get(line - first));
            }
            text.append(line(parts));
        }
        text.append(rule());
        for (int row = 0; row < cells.length; row++) {
            if (table.rows().get(row).apart()) {
                text.append(rule());
            }
            text.append(line(List.of(cells[row])));
        }
        if (!table.notes().isEmpty()) {
            text.append('\n');
        }
        table.notes().forEach(note -> text.append(Characters.oneLine(note)).append('\n'));
        return text.toString();
    }

    private String line(List<String> parts) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String part = parts.get(column);
            String fill = " ".repeat(widths[column] - Characters.width(part));
            line.append(column == 0 ? "" : GAP);
            line.append(table.columns().get(column).alignment() == Table.Alignment.LEFT ? part + fill : fill + part);
        }
        return line.toString().stripTrailing() + "\n";
    }

    private String rule() {
        List<String> dashes = new ArrayList<>();
        for (int width : widths) {
            dashes.add("─".repeat(width));
        }
        return String.join(GAP, dashes) + "\n";
    }
}
