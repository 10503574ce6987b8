package app.tandem.report;

import app.tandem.study.UserException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a figure is going to stand. */
public enum FigurePreset {
    /** One column of a two-column paper: 3.5 inches. */
    SINGLE_COLUMN("single", 252, 0, FigureSize.COLUMN_TEXT, 300),
    /** Both columns of a two-column paper: 7 inches. */
    DOUBLE_COLUMN("double", 504, 0, FigureSize.COLUMN_TEXT, 300),
    /** A whole slide of 16 to 9; a PNG has 1920 × 1080 pixels. */
    SLIDE("slide", 960, 540, 18, 144);

    private final String id;
    private final double width;
    private final double height;
    private final double textSize;
    private final double dotsPerInch;

    FigurePreset(String id, double width, double height, double textSize, double dotsPerInch) {
        this.id = id;
        this.width = width;
        this.height = height;
        this.textSize = textSize;
        this.dotsPerInch = dotsPerInch;
    }

    /** By which it is chosen on the command line. */
    public String id() {
        return id;
    }

    /** The size of the letters that suits it, in points. */
    public double textSize() {
        return textSize;
    }

    /** How large a figure becomes; as high as suits its width, but for a slide, which it fills. */
    FigureSize size(Figure figure, double letters) {
        return new FigureSize(
                width, height > 0 ? height : figure.preferredHeight(width, letters), letters, dotsPerInch);
    }

    /**
     * Reads a preset by its id.
     *
     * @throws UserException if there is no such preset, naming those there are
     */
    public static FigurePreset parse(String text) {
        return Arrays.stream(values())
                .filter(preset -> preset.id.equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The preset ‘" + text + "’ is unknown",
                        "",
                        "Use one of "
                                + Arrays.stream(values()).map(FigurePreset::id).collect(Collectors.joining(", "))));
    }
}
