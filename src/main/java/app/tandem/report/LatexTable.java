package app.tandem.report;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table in LaTeX with the rules of the package {@code booktabs}, ready for {@code \input}: caption above, best cells
 * in bold, spreads as {@code \pm}, notes below in a smaller size.
 */
public final class LatexTable {

    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "''"),
            Map.entry((int) '`', "\\textasciigrave{}"),
            // After the end of a row, a bracket or an asterisk would be taken for an argument of it.
            Map.entry((int) '[', "{[}"),
            Map.entry((int) ']', "{]}"),
            Map.entry((int) '*', "{*}"),
            Map.entry((int) '½', "$\\frac{1}{2}$"),
            Map.entry((int) 'Δ', "$\\Delta$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '±', "$\\pm$"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '·', "$\\cdot$"),
            Map.entry((int) '–', "\\textendash{}"),
            Map.entry((int) '…', "\\ldots{}"));

    private LatexTable() {}

    /** A {@code table} environment with its caption, label, rows and notes, ended by a line feed. */
    public static String format(Table table) {
        StringBuilder text = new StringBuilder("% Needs \\usepackage{booktabs}.\n");
        if (needsKorean(table)) {
            text.append("% Needs XeLaTeX or LuaLaTeX with \\usepackage{kotex}.\n");
        }
        text.append("\\begin{table}\n  \\centering\n");
        if (!table.title().isEmpty()) {
            text.append("  \\caption{").append(escape(table.title())).append("}\n");
        }
        text.append("  \\label{tab:").append(table.id()).append("}\n");
        tabular(text, table);
        if (!table.notes().isEmpty()) {
            text.append("  \\par\\smallskip\n  \\begin{minipage}{\\linewidth}\\footnotesize\n");
            table.notes()
                    .forEach(note -> text.append("    ").append(escape(note)).append("\\par\n"));
            text.append("  \\end{minipage}\n");
        }
        return text.append("\\end{table}\n").toString();
    }

    private static void tabular(StringBuilder text, Table table) {
        String alignment = table.columns().stream()
                .map(column -> column.alignment() == Table.Alignment.RIGHT ? "r" : "l")
                .collect(Collectors.joining());
        text.append("  \\begin{tabular}{").append(alignment).append("}\n    \\toprule\n    ");
        text.append(
                table.columns().stream().map(column -> escape(column.heading())).collect(Collectors.joining(" & ")));
        text.append(" \\\\\n    \\midrule\n");
        for (Table.Row row : table.rows()) {
            if (row.apart()) {
                text.append("    \\midrule\n");
            }
            text.append("    ");
            text.append(row.cells().stream().map(LatexTable::cell).collect(Collectors.joining(" & ")));
            text.append(" \\\\\n");
        }
        text.append("    \\bottomrule\n  \\end{tabular}\n");
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            String words = escape(text.shown());
            return text.best() && !words.isEmpty() ? "\\textbf{" + words + "}" : words;
        }
        if (cell instanceof Cell.Amount number) {
            return math(Characters.decimals(number.value(), number.decimals()), number.best(), "");
        }
        if (cell instanceof Cell.Mean mean) {
            String spread = mean.hasSpread() ? " \\pm " + Characters.decimals(mean.sd(), mean.decimals()) : "";
            return math(Characters.decimals(mean.mean(), mean.decimals()), mean.best(), spread);
        }
        return "";
    }

    private static String math(String number, boolean best, String spread) {
        return "$" + (best ? "\\mathbf{" + number + "}" : number) + spread + "$";
    }

    private static boolean needsKorean(Table table) {
        String words = table.title() + table.columns() + table.rows() + table.notes();
        return words.codePoints().anyMatch(Characters::isWide);
    }

    /** The words with every character that LaTeX would take for a sign of its own made plain. */
    static String escape(String words) {
        return Characters.oneLine(words)
                .codePoints()
                .mapToObj(c -> ESCAPES.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining())
                .replace("--", "-{}-");
    }
}
