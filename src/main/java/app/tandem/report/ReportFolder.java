package app.tandem.report;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.report.FigureExport.Format;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole report in one folder: every loss, the tables as CSV, LaTeX and Markdown, the figures as SVG, PDF and PNG.
 *
 * @param losses the table of losses, with the names of the tasks and the language of everything
 * @param frontier the best grouping at every budget
 * @param budget whose best grouping is drawn
 */
public record ReportFolder(LossTableReport losses, Frontier frontier, Budget budget) {

    /**
     * Writes all files, each whole or not at all. Everything is made before the first file is written. Files of the same
     * names are replaced, others are left alone.
     *
     * @return the files written
     * @throws UserException if the folder cannot be written to
     */
    public List<Path> write(Path folder) {
        Map<String, byte[]> files = files();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserException(
                    "A file stands where the report's folder is needed", folder.toString(), "Name a folder");
        }
        List<Path> written = new ArrayList<>();
        files.forEach((name, content) -> {
            Path file = folder.resolve(name);
            WholeFile.write(file, content);
            written.add(file);
        });
        return written;
    }

    /** The content of every file by its name. */
    Map<String, byte[]> files() {
        Words words = losses.words();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("losses.csv", everyLoss());
        addTable(files, "loss-table", losses.table());
        GroupingReport groupings = GroupingReport.of(losses.losses(), losses.names(), words);
        addTable(files, "frontier", groupings.frontier(frontier));
        Optional<Selection> best = frontier.at(budget);
        String none = words.get("diagram.none", budget.toString());
        addTable(files, "grouping", best.map(groupings::networks).orElseGet(() -> groupings.none("grouping", none)));
        addTable(files, "grouping-losses", best.map(groupings::tasks).orElseGet(() -> groupings.none("served", none)));
        addFigure(
                files,
                "grouping",
                best.map(selection -> GroupingDiagram.of(losses.names(), selection, words))
                        .orElseGet(() -> GroupingDiagram.none(none)));
        addFigure(files, "budget-curve", BudgetCurve.of(frontier, Optional.of(budget), words));
        return files;
    }

    private byte[] everyLoss() {
        StringWriter text = new StringWriter();
        LossTableCsv.write(List.of(losses.losses()), text);
        return utf8(text.toString());
    }

    private static void addTable(Map<String, byte[]> files, String name, Table table) {
        files.put(name + ".csv", utf8(CsvTable.format(table)));
        files.put(name + ".tex", utf8(LatexTable.format(table)));
        files.put(name + ".md", utf8(MarkdownTable.format(table)));
    }

    private static void addFigure(Map<String, byte[]> files, String name, Figure figure) {
        for (Format format : Format.values()) {
            files.put(
                    name + "." + format.ending(), FigureExport.bytes(figure, format, FigureSize.doubleColumn(figure)));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
