package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.tandem.report.Table.Column;
import app.tandem.report.Table.Row;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final String NASTY = "[50%] a_b & \"c\" | {d} \\e $f #g ^~<x> *h* `i`,\nj";

    private static Table small() {
        return new Table(
                "losses",
                "Test loss",
                List.of(
                        Column.words("Network", "network"),
                        Column.numbers("Semantic segmentation", "segment_semantic", ""),
                        Column.numbers("깊이", "depth", "m")),
                List.of(
                        Row.of(
                                new Cell.Text("SD", "segment_semantic+depth", false),
                                new Cell.Mean(0.07743219, 0.00091, 3, 4, true),
                                new Cell.Amount(0.25, 4, false)),
                        Row.of(Cell.text("깊이"), Cell.ABSENT, new Cell.Amount(-0.125, 4, true)),
                        new Row(List.of(Cell.text("constant"), Cell.number(1.5, 4), Cell.ABSENT), true)),
                List.of("100 % of the images."));
    }

    private static Table nasty() {
        return new Table(
                "t",
                NASTY,
                List.of(Column.words(NASTY, NASTY)),
                List.of(Row.of(new Cell.Text(NASTY, NASTY, true))),
                List.of());
    }

    @Test
    void aCsvHoldsEverythingInFullPrecision() {
        assertThat(CsvTable.format(small()))
                .isEqualTo(
                        """
                network,segment_semantic,segment_semantic_sd,segment_semantic_n,depth
                segment_semantic+depth,0.07743219,9.1E-4,3,0.25
                깊이,,,,-0.125
                constant,1.5,,,
                """);
    }

    @Test
    void latexUsesTheRulesOfBooktabs() {
        assertThat(LatexTable.format(small()))
                .isEqualTo(
                        """
                % Needs \\usepackage{booktabs}.
                % Needs XeLaTeX or LuaLaTeX with \\usepackage{kotex}.
                \\begin{table}
                  \\centering
                  \\caption{Test loss}
                  \\label{tab:losses}
                  \\begin{tabular}{lrr}
                    \\toprule
                    Network & Semantic segmentation & 깊이 (m) \\\\
                    \\midrule
                    SD & $\\mathbf{0.0774} \\pm 0.0009$ & $0.2500$ \\\\
                    깊이 &  & $\\mathbf{-0.1250}$ \\\\
                    \\midrule
                    constant & $1.5000$ &  \\\\
                    \\bottomrule
                  \\end{tabular}
                  \\par\\smallskip
                  \\begin{minipage}{\\linewidth}\\footnotesize\\raggedright
                    100 \\% of the images.\\par
                  \\end{minipage}
                \\end{table}
                """);
    }

    @Test
    void markdownSetsTheBestInBold() {
        assertThat(MarkdownTable.format(small()))
                .isEqualTo(
                        """
                **Test loss**

                | Network | Semantic segmentation | 깊이 (m) |
                | :--- | ---: | ---: |
                | SD | **0.0774** ± 0.0009 | 0.2500 |
                | 깊이 |  | **-0.1250** |
                | constant | 1.5000 |  |

                100 % of the images.
                """);
    }

    @Test
    void aTerminalTableIsAlignedWithHangulTwoColumnsWide() {
        assertThat(TextTable.format(small()))
                .isEqualTo(
                        """
                Test loss

                                 Semantic
                Network      segmentation  깊이 (m)
                ────────  ───────────────  ────────
                SD        0.0774* ±0.0009   0.2500
                깊이                       -0.1250*
                ────────  ───────────────  ────────
                constant  1.5000

                100 % of the images.
                """);
    }

    @Test
    void namesWithReservedCharactersComeBackFromACsvUnchanged() {
        List<CsvRecord> records = CsvReader.builder().ofCsvRecord(CsvTable.format(nasty())).stream()
                .toList();
        assertThat(records).allSatisfy(r -> assertThat(r.getField(0)).isEqualTo(NASTY));
    }

    @Test
    void namesWithReservedCharactersAreEscapedInLatex() {
        assertThat(LatexTable.escape(NASTY))
                .isEqualTo(
                        "{[}50\\%{]} a\\_b \\& ''c'' \\textbar{} \\{d\\} \\textbackslash{}e \\$f \\#g "
                                + "\\textasciicircum{}\\textasciitilde{}\\textless{}x\\textgreater{} {*}h{*} \\textasciigrave{}i\\textasciigrave{}, j");
    }

    @Test
    void namesWithReservedCharactersAreEscapedInMarkdown() {
        assertThat(MarkdownTable.escape(NASTY))
                .isEqualTo("\\[50%\\] a\\_b \\& \"c\" \\| {d} \\\\e \\$f \\#g ^\\~\\<x\\> \\*h\\* \\`i\\`, j");
    }

    @Test
    void latexCompilesWhereItIsInstalled(@TempDir Path folder) throws Exception {
        Path latex = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "pdflatex"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(folder);
        assumeTrue(Files.isRegularFile(latex), "there is no LaTeX on this machine");
        assumeTrue(
                compiles(latex, folder, "\\begin{tabular}{l}\\toprule a\\end{tabular}"), "its LaTeX is not complete");
        assertThat(compiles(latex, folder, LatexTable.format(nasty()))).isTrue();
    }

    /** Sixty rows of twelve means, far too much for a page. */
    private static Table large() {
        List<Column> columns = new ArrayList<>(List.of(Column.words("Network", "network")));
        List<Row> rows = new ArrayList<>();
        for (int task = 0; task < 12; task++) {
            columns.add(Column.numbers("a rather long heading of number_" + task, "t" + task, "%"));
        }
        for (int row = 0; row < 60; row++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text("network " + row)));
            for (int task = 0; task < 12; task++) {
                cells.add(new Cell.Mean(row + task / 100.0, 0.01, 3, 2, false));
            }
            rows.add(new Row(cells, false));
        }
        return new Table("large", "Much", columns, rows, List.of("The end."));
    }

    @Test
    void aTableThatIsTooLargeForAPageBecomesSeveralThatAreReadByTheirFirstColumn() {
        String latex = LatexTable.format(large());
        List<String> parts = List.of(latex.split("(?=\\\\begin\\{table\\})")).stream()
                .filter(part -> part.startsWith("\\begin{table}"))
                .toList();

        assertThat(parts).hasSizeGreaterThan(3).allSatisfy(part -> assertThat(part)
                .contains("    Network & ", "\\footnotesize"));
        assertThat(parts.get(0)).contains("Much (1/" + parts.size() + ")").doesNotContain("addtocounter", "The end.");
        assertThat(parts.get(parts.size() - 1)).contains("\\addtocounter{table}{-1}", "The end.");
        for (int row = 0; row < 60; row++) {
            for (int task = 0; task < 12; task++) {
                String cell = "$" + Characters.decimals(row + task / 100.0, 2) + " \\pm 0.01$";
                String line = "    network " + row + " & ";
                assertThat(parts.stream()
                                .flatMap(String::lines)
                                .filter(each -> each.startsWith(line) && each.contains(cell)))
                        .as(row + ", " + task)
                        .hasSize(1);
            }
        }
    }

    @Test
    void longHeadingsAreBrokenBeforeLettersBecomeSmaller() {
        List<Column> columns = new ArrayList<>(List.of(Column.words("Task", "task")));
        List<Cell> cells = new ArrayList<>(List.of(Cell.text("a")));
        for (String name : List.of("Semantic segmentation", "Surface normals", "depth_z_buffer", "Texture edges")) {
            columns.add(Column.numbers(name, name, "%"));
            cells.add(Cell.number(1, 2));
        }
        Table table = new Table("t", "", columns, List.of(new Row(cells, false)), List.of());

        assertThat(LatexTable.format(table))
                .contains("\\shortstack[r]{Semantic\\\\segmentation\\\\(\\%)}", "depth\\_\\\\z\\_buffer")
                .doesNotContain("\\small\n", "\\footnotesize");
    }

    private static boolean compiles(Path latex, Path folder, String body) throws IOException, InterruptedException {
        String begin = "\\documentclass{article}\\usepackage{booktabs}\\begin{document}\n";
        Files.writeString(folder.resolve("t.tex"), begin + body + "\\end{document}\n");
        Process process = new ProcessBuilder(latex.toString(), "-halt-on-error", "-interaction=batchmode", "t.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        return process.waitFor() == 0;
    }

    @Property(tries = 200, seed = "20")
    void everyNameStaysOnOneLineOfATerminal(@ForAll String name) {
        Table table = new Table("t", "", List.of(Column.words("n", "n")), List.of(Row.of(Cell.text(name))), List.of());
        assertThat(TextTable.format(table).split("\n", -1)).hasSize(4);
    }

    @Test
    void aRowWithTooFewCellsIsRefused() {
        assertThatThrownBy(() -> new Table("t", "", List.of(), List.of(Row.of(Cell.ABSENT)), List.of()))
                .hasMessageContaining("1 cells in a table of 0 columns");
    }
}
