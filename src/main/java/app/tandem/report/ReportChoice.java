package app.tandem.report;

import app.tandem.study.UserException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What of a report is written, and how.
 *
 * @param pieces the tables and figures
 * @param formats what each is written as, where it can be
 * @param style of the figures
 */
public record ReportChoice(Set<ReportPiece> pieces, Set<ReportFormat> formats, FigureStyle style) {

    /** Everything in every format. */
    public static final ReportChoice EVERYTHING =
            new ReportChoice(ReportPiece.all(), ReportFormat.all(), FigureStyle.USUAL);

    public ReportChoice {
        pieces = Set.copyOf(pieces);
        formats = Set.copyOf(formats);
    }

    /** The same with a piece, or without it. */
    public ReportChoice with(ReportPiece piece, boolean chosen) {
        return new ReportChoice(changed(pieces, piece, chosen), formats, style);
    }

    /** The same with a format, or without it. */
    public ReportChoice with(ReportFormat format, boolean chosen) {
        return new ReportChoice(pieces, changed(formats, format, chosen), style);
    }

    /** The same with figures of another style. */
    public ReportChoice with(FigureStyle other) {
        return new ReportChoice(pieces, formats, other);
    }

    private static <T> Set<T> changed(Set<T> all, T one, boolean chosen) {
        Set<T> changed = new HashSet<>(all);
        if (chosen) {
            changed.add(one);
        } else {
            changed.remove(one);
        }
        return changed;
    }

    /** The formats of one piece, in their order; none where it is not chosen. */
    public List<ReportFormat> formats(ReportPiece piece) {
        return pieces.contains(piece)
                ? piece.formats().stream().filter(formats::contains).toList()
                : List.of();
    }

    /** Whether there is a page that shows everything. */
    public boolean hasPage() {
        return formats.contains(ReportFormat.PAGE);
    }

    /** How many files the report of all settings of a study has. */
    public int files(StudyEvidence study) {
        List<String> settings = study.settings().stream()
                .map(setting -> setting.losses().setting())
                .toList();
        return files(piece -> (int)
                settings.stream().filter(setting -> study.holds(piece, setting)).count());
    }

    /** How many files the report of a study with so many settings has at most. */
    public int files(int settings) {
        return files(piece -> settings);
    }

    /** @param settings how many of them have a piece */
    private int files(ToIntFunction<ReportPiece> settings) {
        int files = pieces.stream()
                .mapToInt(piece -> formats(piece).size()
                        * Math.min(settings.applyAsInt(piece), piece.isOfStudy() ? 1 : Integer.MAX_VALUE))
                .sum();
        return files + (files > 0 && hasPage() ? 1 : 0);
    }

    /**
     * Refuses a choice of which some piece would not be written at all.
     *
     * @throws UserException naming the pieces that have no format
     */
    public ReportChoice requireFormats() {
        String without = pieces.stream()
                .sorted()
                .filter(piece -> formats(piece).isEmpty())
                .map(ReportPiece::id)
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            throw new UserException(
                    "No format is chosen in which these can be written: " + without,
                    "",
                    "Tables are csv, tex or md (losses: csv only), figures are svg, pdf or png");
        }
        return this;
    }
}
