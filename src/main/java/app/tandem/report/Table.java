package app.tandem.report;

import java.util.List;

/**
 * A table as a value: what {@link CsvTable}, {@link LatexTable}, {@link MarkdownTable} and {@link TextTable} write.
 *
 * @param id a short name without spaces, used for file names and LaTeX labels, such as {@code losses}
 * @param title what the table shows, one sentence without a full stop; may be empty
 * @param columns from left to right
 * @param rows from top to bottom, each with one cell per column
 * @param notes sentences below the table; not part of a CSV
 */
public record Table(String id, String title, List<Column> columns, List<Row> rows, List<String> notes) {

    /** Checks that every row has one cell per column. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.cells().size() + " cells in a table of " + columns.size() + " columns");
            }
        }
    }

    /** Where the cells of a column stand. */
    public enum Alignment {
        LEFT,
        RIGHT
    }

    /**
     * A column.
     *
     * @param name its heading, for people
     * @param key its name in a CSV, for programs
     * @param alignment words left, numbers right
     * @param unit such as {@code SNT}; empty where there is none
     */
    public record Column(String name, String key, Alignment alignment, String unit) {

        /** A column of words. */
        public static Column words(String name, String key) {
            return new Column(name, key, Alignment.LEFT, "");
        }

        /** A column of numbers; {@code unit} may be empty. */
        public static Column numbers(String name, String key, String unit) {
            return new Column(name, key, Alignment.RIGHT, unit);
        }

        /** The heading with its unit. */
        public String heading() {
            return unit.isEmpty() ? name : name + " (" + unit + ")";
        }
    }

    /**
     * A row.
     *
     * @param cells one per column
     * @param apart whether a rule separates it from the row above
     */
    public record Row(List<Cell> cells, boolean apart) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row in the run of the others. */
        public static Row of(Cell... cells) {
            return new Row(List.of(cells), false);
        }
    }

    /** Whether some cell of this column has a spread, so that the column is written as mean, sd and n. */
    public boolean hasMeans(int column) {
        return rows.stream().anyMatch(row -> row.cells().get(column) instanceof Cell.Mean);
    }
}
