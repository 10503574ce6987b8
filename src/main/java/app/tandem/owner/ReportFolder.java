package app.tandem.owner;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.loss.Measure;
import app.tandem.report.BudgetCurve;
import app.tandem.report.CsvTable;
import app.tandem.report.Figure;
import app.tandem.report.FigureExport;
import app.tandem.report.FigureSize;
import app.tandem.report.GroupingDiagram;
import app.tandem.report.GroupingReport;
import app.tandem.report.LatexTable;
import app.tandem.report.MarkdownTable;
import app.tandem.report.Table;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import app.tandem.study.UserException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every table and figure of a study's setting as files: the losses, the best grouping at a budget, the frontier. Tables
 * are CSV, LaTeX and Markdown, figures SVG, PDF and PNG. Each file is written whole or not at all; files of an earlier
 * report are replaced.
 */
public final class ReportFolder {

    private final Path folder;
    private final Words words;
    private final List<Path> written = new ArrayList<>();

    private ReportFolder(Path folder, Words words) {
        this.folder = folder;
        this.words = words;
    }

    /**
     * Writes the report.
     *
     * @param folder made where it is not there
     * @param budget for which the best grouping is drawn; left out where it pays for none
     * @return the files, in the order in which they were written
     * @throws UserException if a file cannot be written
     */
    public static List<Path> write(StudyResults results, Budget budget, Path folder, Words words) {
        ReportFolder report = new ReportFolder(folder, words);
        try {
            Files.createDirectories(folder);
            report.writeLosses(results);
            report.writeGroupings(results, budget);
        } catch (IOException e) {
            throw new UserException(
                    "The report cannot be written (" + e.getMessage() + ")",
                    folder.toString(),
                    "Check the folder's rights and the free space, or choose another folder",
                    e);
        }
        return List.copyOf(report.written);
    }

    private void writeLosses(StudyResults results) throws IOException {
        StringWriter raw = new StringWriter();
        LossTableCsv.write(List.of(results.losses()), raw);
        text("losses-raw.csv", raw.toString());
        for (Measure measure : List.of(Measure.VALIDATION, Measure.TEST)) {
            if (results.losses().has(measure)) {
                table("losses-" + measure.id(), results.table(measure, words).table());
            }
        }
    }

    private void writeGroupings(StudyResults results, Budget budget) throws IOException {
        Frontier frontier = results.frontier();
        if (frontier.points().isEmpty()) {
            return;
        }
        GroupingReport report = new GroupingReport(results.study().taskIds(), results.names(), words);
        table("frontier", report.frontier(frontier));
        figure("budget-curve", BudgetCurve.of(frontier, Optional.of(budget), words));
        Optional<Selection> best = frontier.at(budget);
        if (best.isPresent()) {
            table("grouping", report.networks(best.get()));
            table("grouping-tasks", report.tasks(best.get()));
            figure("grouping", diagram(results, best.get(), words));
        }
    }

    /** The grouping drawn as encoders and heads. */
    public static Figure diagram(StudyResults results, Selection selection, Words words) {
        return GroupingDiagram.of(
                words.get("diagram.title", selection.cost().toString()),
                results.study().tasks(),
                selection.networks().stream().map(Served::network).toList(),
                selection.networks().stream().map(Served::serves).toList(),
                words);
    }

    private void table(String name, Table table) throws IOException {
        text(name + ".csv", CsvTable.format(table));
        text(name + ".tex", LatexTable.format(table));
        text(name + ".md", MarkdownTable.format(table));
    }

    private void figure(String name, Figure figure) {
        for (FigureExport.Format format : FigureExport.Format.values()) {
            Path file = folder.resolve(name + "." + format.ending());
            FigureExport.write(figure, file, FigureSize.doubleColumn(figure));
            written.add(file);
        }
    }

    private void text(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Path unfinished = folder.resolve(name + ".unfinished");
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        written.add(file);
    }
}
