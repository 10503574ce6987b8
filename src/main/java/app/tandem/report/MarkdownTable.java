package app.tandem.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in GitHub-flavoured Markdown: title in bold, best cells in bold, notes below. */
public final class MarkdownTable {

    private static final String RESERVED = "\\`*_[]<>|~&$#";

    private MarkdownTable() {}

    /** The title, the table and its notes, ended by a line feed. */
    public static String format(Table table) {
        StringBuilder text = new StringBuilder();
        if (!table.title().isEmpty()) {
            text.append("**").append(escape(table.title())).append("**\n\n");
        }
        text.append(line(table.columns().stream().map(c -> escape(c.heading()))));
        text.append(line(table.columns().stream().map(c -> c.alignment() == Table.Alignment.RIGHT ? "---:" : ":---")));
        for (Table.Row row : table.rows()) {
            text.append(line(row.cells().stream().map(MarkdownTable::cell)));
        }
        for (String note : table.notes()) {
            text.append('\n').append(escape(note)).append('\n');
        }
        return text.toString();
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return bold(escape(text.shown()), text.best());
        }
        if (cell instanceof Cell.Amount number) {
            return bold(Characters.decimals(number.value(), number.decimals()), number.best());
        }
        if (cell instanceof Cell.Mean mean) {
            String spread = mean.hasSpread() ? " ± " + Characters.decimals(mean.sd(), mean.decimals()) : "";
            return bold(Characters.decimals(mean.mean(), mean.decimals()), mean.best()) + spread;
        }
        return "";
    }

    private static String bold(String text, boolean best) {
        return best && !text.isEmpty() ? "**" + text + "**" : text;
    }

    /** The words with every character that Markdown would take for a sign of its own made plain. */
    static String escape(String words) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Characters.oneLine(words).toCharArray()) {
            if (RESERVED.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
