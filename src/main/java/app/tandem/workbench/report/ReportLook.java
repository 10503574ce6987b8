package app.tandem.workbench.report;

import app.tandem.report.FigurePreset;
import app.tandem.report.FigureStyle;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFormat;
import app.tandem.report.ReportPiece;
import app.tandem.study.UserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is remembered of the page for a study.
 *
 * @param piece which table or figure is looked at
 * @param tableFormat as what a table is looked at
 * @param folder where to; empty for what the study proposes
 */
record ReportLook(ReportChoice choice, ReportPiece piece, ReportFormat tableFormat, Optional<Path> folder) {

    static final ReportLook DEFAULT =
            new ReportLook(ReportChoice.EVERYTHING, ReportPiece.DIAGRAM, ReportFormat.LATEX, Optional.empty());

    private static final String PIECES = "pieces";
    private static final String FORMATS = "formats";
    private static final String PRESET = "preset";
    private static final String TEXT = "font-size";
    private static final String PIECE = "piece";
    private static final String TABLE_FORMAT = "table-format";
    private static final String FOLDER = "folder";

    /** Reads what {@link #values} writes; what it does not know is as it is at first. */
    static ReportLook of(Map<String, String> values) {
        Set<ReportPiece> pieces = all(values, PIECES, ReportPiece.class, ReportPiece.all());
        Set<ReportFormat> formats = all(values, FORMATS, ReportFormat.class, ReportFormat.all());
        FigureStyle style = style(values);
        return new ReportLook(
                new ReportChoice(pieces, formats, style),
                one(values, PIECE, ReportPiece::valueOf).orElse(DEFAULT.piece()),
                one(values, TABLE_FORMAT, ReportFormat::valueOf)
                        .filter(format -> format.figure().isEmpty())
                        .orElse(DEFAULT.tableFormat()),
                one(values, FOLDER, Path::of).filter(Path::isAbsolute));
    }

    private static FigureStyle style(Map<String, String> values) {
        FigurePreset preset = one(values, PRESET, FigurePreset::valueOf).orElse(FigureStyle.USUAL.preset());
        return one(values, TEXT, text -> new FigureStyle(preset, Double.parseDouble(text)))
                .orElse(new FigureStyle(preset, preset.textSize()));
    }

    private static <T> Optional<T> one(Map<String, String> values, String key, Function<String, T> read) {
        String text = values.getOrDefault(key, "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(read.apply(text));
        } catch (InvalidPathException | UserException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Set<E> all(Map<String, String> values, String key, Class<E> type, Set<E> first) {
        if (!values.containsKey(key)) {
            return first;
        }
        return Stream.of(values.getOrDefault(key, "").split(","))
                .flatMap(name -> Stream.of(type.getEnumConstants())
                        .filter(each -> each.name().equals(name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(PIECES, names(choice.pieces()));
        values.put(FORMATS, names(choice.formats()));
        values.put(PRESET, choice.style().preset().name());
        values.put(TEXT, Double.toString(choice.style().textSize()));
        values.put(PIECE, piece.name());
        values.put(TABLE_FORMAT, tableFormat.name());
        folder.ifPresent(path -> values.put(FOLDER, path.toString()));
        return values;
    }

    private static String names(Set<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** In what the piece that is looked at can be written, the likeliest first. */
    List<ReportFormat> formats() {
        ReportFormat first = piece.isFigure() ? ReportFormat.PDF : tableFormat;
        return piece.formats().stream()
                .sorted(Comparator.comparing(format -> format != first))
                .toList();
    }

    ReportLook with(ReportChoice other) {
        return new ReportLook(other, piece, tableFormat, folder);
    }

    ReportLook with(ReportPiece other) {
        return new ReportLook(choice, other, tableFormat, folder);
    }

    ReportLook with(ReportFormat other) {
        return new ReportLook(choice, piece, other, folder);
    }

    ReportLook with(Path other) {
        return new ReportLook(choice, piece, tableFormat, Optional.of(other));
    }
}
