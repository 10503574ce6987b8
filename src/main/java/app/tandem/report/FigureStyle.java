package app.tandem.report;

import app.tandem.study.UserException;
import java.util.OptionalDouble;

/**
 * How large the figures of a report are made, and their letters.
 *
 * @param textSize in points, {@link #LEAST_TEXT} to {@link #LARGEST_TEXT}
 */
public record FigureStyle(FigurePreset preset, double textSize) {

    public static final double LEAST_TEXT = 4;
    public static final double LARGEST_TEXT = 48;

    /** As wide as two columns of a paper. */
    public static final FigureStyle USUAL =
            new FigureStyle(FigurePreset.DOUBLE_COLUMN, FigurePreset.DOUBLE_COLUMN.textSize());

    /** @throws UserException if letters of this size cannot be read, or fill a page */
    public FigureStyle {
        if (!(textSize >= LEAST_TEXT && textSize <= LARGEST_TEXT)) {
            throw new UserException(
                    "Letters of " + Characters.decimals(textSize, 1) + " pt suit no figure",
                    "",
                    "Give a font size from 4 to 48 points");
        }
    }

    /** @param textSize in points; empty for what suits the preset */
    public static FigureStyle of(FigurePreset preset, OptionalDouble textSize) {
        return new FigureStyle(preset, textSize.orElse(preset.textSize()));
    }

    /** The size of one figure. */
    public FigureSize size(Figure figure) {
        return preset.size(figure, textSize);
    }
}
