package app.tandem.report;

/** A table as part of a page: best cells in bold, numbers on the right, notes below. */
final class HtmlTable {

    private HtmlTable() {}

    /** The element {@code table} and its notes, without the title. */
    static String format(Table table) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        for (Table.Column column : table.columns()) {
            html.append("<th").append(side(column)).append('>');
            html.append(escape(column.heading())).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (Table.Row row : table.rows()) {
            html.append(row.apart() ? "<tr class=\"apart\">" : "<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                html.append("<td").append(side(table.columns().get(i))).append('>');
                html.append(cell(row.cells().get(i))).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        table.notes()
                .forEach(note ->
                        html.append("<p class=\"note\">").append(escape(note)).append("</p>\n"));
        return html.toString();
    }

    private static String side(Table.Column column) {
        return column.alignment() == Table.Alignment.RIGHT ? " class=\"number\"" : "";
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return strong(escape(text.shown()), text.best());
        }
        if (cell instanceof Cell.Amount number) {
            return strong(Characters.decimals(number.value(), number.decimals()), number.best());
        }
        if (cell instanceof Cell.Mean mean) {
            String spread = mean.hasSpread() ? " ± " + Characters.decimals(mean.sd(), mean.decimals()) : "";
            return strong(Characters.decimals(mean.mean(), mean.decimals()), mean.best()) + spread;
        }
        return "";
    }

    private static String strong(String words, boolean best) {
        return best ? "<strong>" + words + "</strong>" : words;
    }

    /** The words with every character that HTML would take for a sign of its own made plain. */
    static String escape(String words) {
        return Characters.oneLine(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
