package app.tandem.report;

import java.util.List;
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
            Map.entry((int) '≈', "$\\approx$"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '·', "$\\cdot$"),
            Map.entry((int) '–', "\\textendash{}"),
            Map.entry((int) '…', "\\ldots{}"));

    private LatexTable() {}

    /** After so many tables they are put on their pages: LaTeX cannot keep many more waiting. */
    private static final int WAITING = 12;

    /**
     * A {@code table} environment with its caption, label, rows and notes, ended by a line feed; several with the same number
     * where the table is too large for a page.
     */
    public static String format(Table table) {
        StringBuilder text = new StringBuilder("% Needs \\usepackage{booktabs}.\n");
        if (needsKorean(table)) {
            text.append("% Needs XeLaTeX or LuaLaTeX with \\usepackage{kotex}.\n");
        }
        LatexLayout layout = LatexLayout.of(table);
        for (int part = 0; part < layout.parts().size(); part++) {
            if (part > 0 && part % WAITING == 0) {
                text.append("\\clearpage\n");
            }
            part(text, table, layout, part);
        }
        return text.toString();
    }

    private static void part(StringBuilder text, Table table, LatexLayout layout, int index) {
        int parts = layout.parts().size();
        text.append("\\begin{table}\n  \\centering\n");
        if (!table.title().isEmpty()) {
            text.append(index > 0 ? "  \\addtocounter{table}{-1}\n" : "");
            String number = parts > 1 ? " (" + (index + 1) + "/" + parts + ")" : "";
            text.append("  \\caption{").append(escape(table.title() + number)).append("}\n");
        }
        if (index == 0) {
            text.append("  \\label{tab:").append(table.id()).append("}\n");
        }
        if (!layout.size().command.isEmpty()) {
            text.append("  ").append(layout.size().command).append("\n");
        }
        if (layout.size() == LatexLayout.Size.FOOTNOTE) {
            text.append("  \\setlength{\\tabcolsep}{4pt}\n");
        }
        tabular(text, table, layout, layout.parts().get(index));
        if (!table.notes().isEmpty() && index == parts - 1) {
            text.append("  \\par\\smallskip\n  \\begin{minipage}{\\linewidth}\\footnotesize\\raggedright\n");
            table.notes()
                    .forEach(note -> text.append("    ").append(escape(note)).append("\\par\n"));
            text.append("  \\end{minipage}\n");
        }
        text.append("\\end{table}\n");
    }

    private static void tabular(StringBuilder text, Table table, LatexLayout layout, LatexLayout.Part part) {
        List<Integer> columns = part.columns();
        text.append("  \\begin{tabular}{");
        columns.forEach(column -> text.append(
                alignment(table.columns().get(column), layout.paragraphs().get(column))));
        text.append("}\n    \\toprule\n    ");
        text.append(columns.stream()
                .map(column ->
                        heading(table.columns().get(column), layout.headings().get(column)))
                .collect(Collectors.joining(" & ")));
        text.append(" \\\\\n    \\midrule\n");
        // Within ragged lines a double backslash ends a line, not the row.
        boolean ragged = columns.stream().anyMatch(column -> layout.paragraphs().get(column) > 0);
        String rowEnd = ragged ? "\\tabularnewline" : "\\\\";
        for (Table.Row row : table.rows().subList(part.from(), part.to())) {
            if (row.apart()) {
                text.append("    \\midrule\n");
            }
            text.append("    ");
            text.append(columns.stream()
                    .map(column -> layout.paragraphs().get(column) > 0
                            ? paragraph(row.cells().get(column))
                            : cell(row.cells().get(column)))
                    .collect(Collectors.joining(" & ")));
            text.append(' ').append(rowEnd).append('\n');
        }
        text.append("    \\bottomrule\n  \\end{tabular}\n");
    }

    private static String alignment(Table.Column column, double paragraph) {
        return paragraph > 0 ? "p{" + (int) paragraph + "pt}" : column.alignment() == Table.Alignment.RIGHT ? "r" : "l";
    }

    private static String heading(Table.Column column, List<String> lines) {
        String words = lines.stream().map(LatexTable::escape).collect(Collectors.joining("\\\\"));
        String side = column.alignment() == Table.Alignment.RIGHT ? "r" : "l";
        return lines.size() == 1 ? words : "\\shortstack[" + side + "]{" + words + "}";
    }

    /** Words that are broken into lines, also within names that are joined by underscores. */
    private static String paragraph(Cell cell) {
        String words = cell(cell).replace("\\_", "\\_\\allowbreak{}");
        return words.isEmpty() ? words : "\\raggedright " + words;
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
