package app.tandem.report;

import app.tandem.study.UserException;
import app.tandem.training.JointAffinities;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report is made of: tables and figures, in the order in which they are listed. */
public enum ReportPiece {
    /** Every loss of every seed, as it is read back by other commands; for programs, so a CSV only. */
    EVERY_LOSS("losses", "losses", Kind.TABLE, Scope.SETTING),
    /** The network × task table. */
    LOSS_TABLE("loss-table", "loss-table", Kind.TABLE, Scope.SETTING),
    /** The best grouping at every budget. */
    FRONTIER("frontier", "frontier", Kind.TABLE, Scope.SETTING),
    /** The networks of the best grouping. */
    GROUPING("grouping", "grouping", Kind.TABLE, Scope.SETTING),
    /** The losses of the best grouping, task by task. */
    GROUPING_LOSSES("grouping-losses", "grouping-losses", Kind.TABLE, Scope.SETTING),
    /** The multi-task performance Δ of the groupings made by hand and of the best ones. */
    GROUPING_GAINS("grouping-gains", "grouping-gains", Kind.TABLE, Scope.SETTING),
    /** Multi-task against single-task for networks of 1, 2, 3 … tasks. */
    SHARING("sharing", "sharing", Kind.TABLE, Scope.SETTING),
    /** What each task gains from each other one. */
    PAIRWISE("pairwise", "pairwise", Kind.TABLE, Scope.SETTING),
    /** How well two tasks go together: the mean of what they gain from each other. */
    AFFINITY("affinity", "affinity", Kind.TABLE, Scope.SETTING),
    /** What a step on one task does to the loss of another one, by TAG's lookahead in a joint run. */
    TAG_AFFINITY("tag-affinity", "tag-affinity", Kind.TABLE, Scope.SETTING),
    /** The cosine of the gradients of two tasks in a joint run. */
    CS_AFFINITY("cs-affinity", "cs-affinity", Kind.TABLE, Scope.SETTING),
    /** What a step on one task does to the loss of another one, to first order, in a joint run. */
    ETAP_AFFINITY("etap-affinity", "etap-affinity", Kind.TABLE, Scope.SETTING),
    /** The ways to find a grouping, ranked. */
    METHODS("methods", "methods", Kind.TABLE, Scope.SETTING),
    /** The same ways in every setting and over all of them. */
    RANKING("ranking", "ranking", Kind.TABLE, Scope.STUDY),
    /** The best grouping in every setting, and which setting wins. */
    SETTINGS("settings", "settings", Kind.TABLE, Scope.STUDY),
    /** The best network of each task in every setting. */
    WINNERS("best-networks", "best-networks", Kind.TABLE, Scope.STUDY),
    /** The best grouping drawn as encoders and heads. */
    DIAGRAM("diagram", "grouping", Kind.FIGURE, Scope.SETTING),
    /** Loss against budget, with the groupings made by hand as points. */
    BUDGET_CURVE("budget-curve", "budget-curve", Kind.FIGURE, Scope.SETTING),
    /** Loss against budget of every method. */
    METHOD_CURVES("method-curves", "method-curves", Kind.FIGURE, Scope.SETTING),
    /** What each task gains from each other one, as a heatmap. */
    PAIRWISE_HEATMAP("pairwise-heatmap", "pairwise-heatmap", Kind.FIGURE, Scope.SETTING),
    /** How well two tasks go together, as a heatmap. */
    AFFINITY_HEATMAP("affinity-heatmap", "affinity-heatmap", Kind.FIGURE, Scope.SETTING),
    /** TAG's affinities as a heatmap. */
    TAG_HEATMAP("tag-heatmap", "tag-heatmap", Kind.FIGURE, Scope.SETTING),
    /** The cosines of gradients as a heatmap. */
    CS_HEATMAP("cs-heatmap", "cs-heatmap", Kind.FIGURE, Scope.SETTING),
    /** The first-order affinities as a heatmap. */
    ETAP_HEATMAP("etap-heatmap", "etap-heatmap", Kind.FIGURE, Scope.SETTING),
    /** One network for all tasks against full-size networks of one task. */
    SAME_SIZE("same-size", "same-size", Kind.FIGURE, Scope.SETTING),
    /** One network for all tasks against networks of one task that cost together as much. */
    SAME_BUDGET("same-budget", "same-budget", Kind.FIGURE, Scope.SETTING),
    /** The validation loss of each task by epoch, trained alone and with all others. */
    TRAINING_CURVES("training-curves", "training-curves", Kind.FIGURE, Scope.SETTING),
    /** The same of the networks of the best grouping. */
    GROUPING_CURVES("grouping-curves", "grouping-curves", Kind.FIGURE, Scope.SETTING);

    private enum Kind {
        TABLE,
        FIGURE
    }

    private enum Scope {
        SETTING,
        STUDY
    }

    private static final String TABLES = "tables";
    private static final String FIGURES = "figures";

    private final String id;
    private final String fileName;
    private final boolean figure;
    private final boolean ofStudy;

    ReportPiece(String id, String fileName, Kind kind, Scope scope) {
        this.id = id;
        this.fileName = fileName;
        this.figure = kind == Kind.FIGURE;
        this.ofStudy = scope == Scope.STUDY;
    }

    /** By which it is chosen on the command line. */
    public String id() {
        return id;
    }

    /** The name of its files, without their ending. */
    public String fileName() {
        return fileName;
    }

    public boolean isFigure() {
        return figure;
    }

    /** The id of the affinity of a joint run that it shows; empty where it shows none. */
    Optional<String> jointAffinity() {
        return switch (this) {
            case TAG_AFFINITY, TAG_HEATMAP -> Optional.of(JointAffinities.LOOKAHEAD);
            case CS_AFFINITY, CS_HEATMAP -> Optional.of(JointAffinities.COSINE);
            case ETAP_AFFINITY, ETAP_HEATMAP -> Optional.of(JointAffinities.FIRST_ORDER);
            default -> Optional.empty();
        };
    }

    /** Whether it shows how losses went down from epoch to epoch. */
    public boolean isOfEpochs() {
        return this == TRAINING_CURVES || this == GROUPING_CURVES;
    }

    /** Whether it compares all settings, so that a study has it once and not once for each of them. */
    public boolean isOfStudy() {
        return ofStudy;
    }

    /** What it can be written as, in the order of {@link ReportFormat}. */
    public List<ReportFormat> formats() {
        if (this == EVERY_LOSS) {
            return List.of(ReportFormat.CSV);
        }
        return Arrays.stream(ReportFormat.values())
                .filter(format -> format != ReportFormat.PAGE && format.figure().isPresent() == figure)
                .toList();
    }

    /** Everything. */
    public static Set<ReportPiece> all() {
        return EnumSet.allOf(ReportPiece.class);
    }

    /** All figures, or all tables. */
    public static Set<ReportPiece> all(boolean figures) {
        return Arrays.stream(values())
                .filter(piece -> piece.figure == figures)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportPiece.class)));
    }

    /**
     * Reads a piece by its id; {@code tables} and {@code figures} are all of them.
     *
     * @throws UserException if there is no such piece, naming those there are
     */
    public static Set<ReportPiece> parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals(TABLES) || wanted.equals(FIGURES)) {
            return all(wanted.equals(FIGURES));
        }
        return Arrays.stream(values())
                .filter(piece -> piece.id.equals(wanted))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> new UserException(
                        "The report has no ‘" + text + "’",
                        "",
                        "Use " + TABLES + ", " + FIGURES + ", or some of "
                                + Arrays.stream(values()).map(ReportPiece::id).collect(Collectors.joining(", "))));
    }
}
