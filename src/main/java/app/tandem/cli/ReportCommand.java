package app.tandem.cli;

import app.tandem.owner.StudyResults;
import app.tandem.report.FigurePreset;
import app.tandem.report.FigureStyle;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFolder;
import app.tandem.report.ReportFormat;
import app.tandem.report.ReportPiece;
import app.tandem.report.ReportProgress;
import app.tandem.report.StudyReport;
import app.tandem.report.Words;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem report}: every table and figure as files. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write every table (CSV, LaTeX, Markdown) and figure (SVG, PDF, PNG) of a study into a folder.")
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Option(
            names = {"-o", "--output", "--out"},
            paramLabel = "FOLDER",
            description = "Where to; the study's name with -report if not given.")
    private @Nullable Path output;

    @Option(
            names = "--only",
            paramLabel = "PIECE",
            split = ",",
            description = "What of it: tables, figures, or some of losses, loss-table, frontier, grouping,"
                    + " grouping-losses, grouping-gains, sharing, pairwise, affinity, tag-affinity, cs-affinity,"
                    + " etap-affinity, methods, ranking, settings, best-networks, diagram, budget-curve, method-curves,"
                    + " pairwise-heatmap, affinity-heatmap, tag-heatmap, cs-heatmap, etap-heatmap, same-size,"
                    + " same-budget, training-curves, grouping-curves; everything if not given.")
    private List<String> only = List.of();

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            description = "Some of csv, tex, md for tables, svg, pdf, png for figures, and html for a page that shows"
                    + " them all; all if not given.")
    private List<String> formats = List.of();

    @Option(
            names = "--preset",
            paramLabel = "P",
            description =
                    "Where the figures are going to stand: single (column of a paper, 3.5 in), double (7 in, if not"
                            + " given), slide.")
    private String preset = FigurePreset.DOUBLE_COLUMN.id();

    @Option(
            names = "--font-size",
            paramLabel = "PT",
            description = "Of the letters in figures, in points; what suits the preset if not given: 8, on a slide 18.")
    private @Nullable Double fontSize;

    @Option(
            names = "--setting",
            paramLabel = "S",
            split = ",",
            description = "Which settings, where there are several; all if not given. Several have a folder each.")
    private List<String> settings = List.of();

    @Option(names = "--budget", paramLabel = "B", description = "In SNT; the study's own if not given.")
    private @Nullable String budget;

    /** What the reports are written in. */
    enum Language {
        EN,
        KO
    }

    @Option(names = "--language", paramLabel = "L", defaultValue = "en", description = "en or ko.")
    @SuppressWarnings("NullAway.Init")
    private Language language;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ReportChoice choice = choice();
        Path file = StudyPath.existing(console, study);
        Path folder = output == null ? defaultFolder(file) : console.resolve(output);
        Study design = study(file);
        Budget most = budget == null ? design.budget() : Budget.parse(budget);
        List<StudyReport> reports = new ArrayList<>();
        for (Setting setting : settings(design)) {
            StudyResults results = StudyResults.read(
                    file, setting.name(), console.cache(), ProgressLine.counting(console, "decoding images"));
            reports.add(results.report(most, Words.in(Locale.forLanguageTag(language.name()))));
        }
        // What takes long, such as the comparison of all methods, is found once for all settings.
        List<StudyReport> together = reports.stream()
                .map(report -> report.with(reports.get(0).study()))
                .toList();
        requireHeld(together);
        ReportFolder report = new ReportFolder(together, choice);
        long there = report.names().stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .count();
        report.write(folder, ReportProgress.NONE).forEach(console.out()::println);
        if (there > 0) {
            console.say("tandem: " + there + " of these files were there before and were replaced.");
        }
        return ExitCode.OK;
    }

    /** What is asked for by its name and is not there is told; of everything, it is left out. */
    private void requireHeld(List<StudyReport> reports) {
        for (String name : only) {
            Set<ReportPiece> asked = ReportPiece.parse(name);
            if (asked.size() == 1
                    && reports.stream().noneMatch(report -> asked.stream().allMatch(report::holds))) {
                throw new UserException(
                        "The study has nothing for ‘" + name + "’",
                        "",
                        "tag, cs and etap need a joint run, which tandem affinities trains; curves of epochs need runs,"
                                + " and losses that were measured elsewhere have none");
            }
        }
    }

    private ReportChoice choice() {
        Set<ReportPiece> pieces =
                only.stream().flatMap(one -> ReportPiece.parse(one).stream()).collect(Collectors.toSet());
        Set<ReportFormat> wanted = formats.stream().map(ReportFormat::parse).collect(Collectors.toSet());
        FigureStyle style = FigureStyle.of(
                FigurePreset.parse(preset), fontSize == null ? OptionalDouble.empty() : OptionalDouble.of(fontSize));
        ReportChoice choice = new ReportChoice(
                pieces.isEmpty() ? ReportPiece.all() : pieces, wanted.isEmpty() ? ReportFormat.all() : wanted, style);
        return pieces.isEmpty() ? choice : choice.requireFormats();
    }

    private List<Setting> settings(Study design) {
        return settings.isEmpty()
                ? design.settings()
                : settings.stream().distinct().map(design::setting).toList();
    }

    static Path defaultFolder(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem =
                name.endsWith(StudyFile.SUFFIX) ? name.substring(0, name.length() - StudyFile.SUFFIX.length()) : name;
        return file.resolveSibling(stem + "-report");
    }

    private static Study study(Path file) {
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            return open.study();
        }
    }
}
