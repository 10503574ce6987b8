package app.tandem.report;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.Selection;
import app.tandem.report.FigureExport.Format;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.UserException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every table and figure of one setting of a study, each made when it is asked for.
 *
 * @param losses the table of losses, with the names of the tasks and the language of everything
 * @param frontier the best grouping at every budget
 * @param budget whose best grouping is drawn
 * @param groupings made by hand; those that are measured are points in the budget curve
 * @param study what is known of all settings, this one included
 * @param courses how the losses of this setting's runs went down, as far as curves are drawn of them
 */
public record StudyReport(
        LossTableReport losses,
        Frontier frontier,
        Budget budget,
        List<Grouping> groupings,
        StudyEvidence study,
        List<TrainingCourse> courses) {

    public StudyReport {
        groupings = List.copyOf(groupings);
        courses = List.copyOf(courses);
    }

    /** Without epochs. */
    public StudyReport(
            LossTableReport losses, Frontier frontier, Budget budget, List<Grouping> groupings, StudyEvidence study) {
        this(losses, frontier, budget, groupings, study, List.of());
    }

    /** Of a study whose only setting this is, with nothing known but its losses. */
    public StudyReport(LossTableReport losses, Frontier frontier, Budget budget, List<Grouping> groupings) {
        this(losses, frontier, budget, groupings, StudyEvidence.of(List.of(losses.losses())));
    }

    /** The same with other knowledge of the study, so that several reports find out together what takes long. */
    public StudyReport with(StudyEvidence other) {
        return new StudyReport(losses, frontier, budget, groupings, other, courses);
    }

    /** The same with epochs: of every task alone, of all together, and of the networks of the best grouping. */
    public StudyReport with(List<TrainingCourse> epochs) {
        return new StudyReport(losses, frontier, budget, groupings, study, epochs);
    }

    /** Whether there is anything to show in a piece; a whole report leaves it out otherwise. */
    public boolean holds(ReportPiece piece) {
        return study.holds(piece, setting());
    }

    /** The setting that everything belongs to. */
    public String setting() {
        return losses.losses().setting();
    }

    /**
     * A table.
     *
     * @throws IllegalArgumentException if the piece is a figure, or every loss, which is a CSV only
     */
    public Table table(ReportPiece piece) {
        return switch (piece) {
            case LOSS_TABLE -> losses.table();
            case FRONTIER, GROUPING, GROUPING_LOSSES -> groupingTable(piece);
            case GROUPING_GAINS ->
                new GainReport(losses.losses(), losses.names(), losses.measure(), losses.words())
                        .table(frontier, groupings);
            case SHARING -> sharing().sharing();
            case PAIRWISE -> sharing().pairwise();
            case AFFINITY -> sharing().affinity();
            case TAG_AFFINITY, CS_AFFINITY, ETAP_AFFINITY -> joint(piece).table();
            case METHODS -> new MethodsReport(losses.words()).ranking(study.setting(setting()));
            case RANKING -> new MethodsReport(losses.words()).bySetting(study);
            case SETTINGS -> settings().settings();
            case WINNERS -> settings().winners();
            default -> throw new IllegalArgumentException(piece + " is no table");
        };
    }

    private Table groupingTable(ReportPiece piece) {
        GroupingReport made = GroupingReport.of(losses.losses(), losses.names(), losses.words());
        Optional<Selection> best = frontier.at(budget);
        return switch (piece) {
            case FRONTIER -> made.frontier(frontier);
            case GROUPING -> best.map(made::networks).orElseGet(() -> made.none("grouping", nothing()));
            default -> best.map(made::tasks).orElseGet(() -> made.none("served", nothing()));
        };
    }

    private SharingReport sharing() {
        return new SharingReport(losses.losses(), losses.names(), losses.measure(), losses.words());
    }

    private JointAffinityReport joint(ReportPiece piece) {
        String id = piece.jointAffinity().orElseThrow();
        return new JointAffinityReport(id, study.setting(setting()), losses.names(), losses.words());
    }

    private SettingsReport settings() {
        return new SettingsReport(study, losses.names(), budget, losses.words());
    }

    /**
     * A figure.
     *
     * @throws IllegalArgumentException if the piece is a table
     */
    public Figure figure(ReportPiece piece) {
        Words words = losses.words();
        return switch (piece) {
            case DIAGRAM ->
                frontier.at(budget)
                        .map(selection -> GroupingDiagram.of(losses.names(), selection, words))
                        .orElseGet(() -> GroupingDiagram.none(nothing()));
            case BUDGET_CURVE ->
                BudgetCurve.of(frontier, Optional.of(budget), words).withGroupings(losses.losses(), groupings);
            case METHOD_CURVES -> MethodCurves.of(study.setting(setting()), words);
            case PAIRWISE_HEATMAP -> Heatmap.pairwise(sharing());
            case AFFINITY_HEATMAP -> Heatmap.affinity(sharing());
            case SAME_SIZE -> ComparisonDiagram.of(sharing(), EncoderSize.FULL);
            case SAME_BUDGET ->
                ComparisonDiagram.of(
                        sharing(),
                        new EncoderSize(
                                Fraction.of(1, Math.max(1, losses.names().size()))));
            case TAG_HEATMAP, CS_HEATMAP, ETAP_HEATMAP -> joint(piece).heatmap();
            case TRAINING_CURVES -> TrainingCurves.aloneAndTogether(this);
            case GROUPING_CURVES ->
                frontier.at(budget)
                        .map(selection -> TrainingCurves.of(this, selection))
                        .orElseGet(() -> TrainingCurves.none(this, nothing()));
            default -> throw new IllegalArgumentException(piece + " is no figure");
        };
    }

    /** The words of a table in one of its formats, as they stand in its file. */
    public String text(ReportPiece piece, ReportFormat format) {
        return switch (format) {
            case CSV -> piece == ReportPiece.EVERY_LOSS ? everyLoss() : CsvTable.format(table(piece));
            case LATEX -> LatexTable.format(table(piece));
            case MARKDOWN -> MarkdownTable.format(table(piece));
            case SVG, PDF, PNG, PAGE -> throw new IllegalArgumentException("no table is written as " + format);
        };
    }

    /** The content of one file. */
    public byte[] content(ReportPiece piece, ReportFormat format, FigureStyle style) {
        if (!piece.isFigure()) {
            return text(piece, format).getBytes(StandardCharsets.UTF_8);
        }
        Format kind =
                format.figure().orElseThrow(() -> new IllegalArgumentException("no figure is written as " + format));
        Figure figure = figure(piece);
        return FigureExport.bytes(figure, kind, style.size(figure));
    }

    /**
     * Writes one table or figure, in the format of the file's ending.
     *
     * @throws UserException if the piece cannot be written in that format, or the file cannot be written
     */
    public void write(ReportPiece piece, FigureStyle style, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ReportFormat format : piece.formats()) {
            if (name.endsWith("." + format.ending())) {
                WholeFile.write(file, content(piece, format, style));
                return;
            }
        }
        String endings =
                piece.formats().stream().map(format -> "." + format.ending()).collect(Collectors.joining(", "));
        throw new UserException(
                "The ending of the file names no format in which this can be written",
                file.toString(),
                "Use " + endings);
    }

    private String nothing() {
        return losses.words().get("diagram.none", budget.toString());
    }

    private String everyLoss() {
        StringWriter text = new StringWriter();
        LossTableCsv.write(List.of(losses.losses()), text);
        return text.toString();
    }
}
