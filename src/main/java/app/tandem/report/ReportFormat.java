package app.tandem.report;

import app.tandem.report.FigureExport.Format;
import app.tandem.study.UserException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report can be written as: tables, figures, and the page that shows them. */
public enum ReportFormat {
    CSV("csv", "CSV", Optional.empty()),
    LATEX("tex", "LaTeX", Optional.empty()),
    MARKDOWN("md", "Markdown", Optional.empty()),
    SVG("svg", "SVG", Optional.of(Format.SVG)),
    PDF("pdf", "PDF", Optional.of(Format.PDF)),
    PNG("png", "PNG", Optional.of(Format.PNG)),
    /** One page for the whole report, with everything that is written in the other formats. */
    PAGE("html", "HTML", Optional.empty());

    private final String ending;
    private final String label;
    private final Optional<Format> figure;

    ReportFormat(String ending, String label, Optional<Format> figure) {
        this.ending = ending;
        this.label = label;
        this.figure = figure;
    }

    /** The ending of its files, without a dot. */
    public String ending() {
        return ending;
    }

    /** Its name for people, the same in every language. */
    public String label() {
        return label;
    }

    /** How a figure is written; empty for what tables are written as. */
    public Optional<Format> figure() {
        return figure;
    }

    /** Every format. */
    public static Set<ReportFormat> all() {
        return EnumSet.allOf(ReportFormat.class);
    }

    /**
     * Reads a format: its name or the ending of its files, in any case.
     *
     * @throws UserException if there is no such format, naming those there are
     */
    public static ReportFormat parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> wanted.equals(format.ending) || wanted.equals(format.label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The format ‘" + text + "’ is unknown",
                        "",
                        "Use one of "
                                + Arrays.stream(values())
                                        .map(ReportFormat::ending)
                                        .collect(Collectors.joining(", "))));
    }
}
