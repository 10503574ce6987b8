package app.tandem.report;

import java.awt.Color;
import java.util.List;

/**
 * The look of a figure: the same figure is light in a paper and dark in a dark window.
 *
 * @param background behind everything; a vector file in the light theme has none
 * @param text of what is read first
 * @param muted of what is read second: axes, notes, auxiliary heads
 * @param grid the faintest lines
 * @param outline of shapes and axes
 * @param surface the inside of shapes
 * @param accent of what is selected
 * @param methods of the curves, in the order of the methods
 * @param textSize in points; everything else is in proportion to it
 */
public record FigureTheme(
        Color background,
        Color text,
        Color muted,
        Color grid,
        Color outline,
        Color surface,
        Color accent,
        List<Color> methods,
        double textSize) {

    public FigureTheme {
        methods = List.copyOf(methods);
    }

    /** For paper and for the light window. */
    public static FigureTheme light(double textSize) {
        return new FigureTheme(
                Color.WHITE,
                new Color(0x1F2328),
                new Color(0x57606A),
                new Color(0xE3E7EB),
                new Color(0xC4CCD4),
                new Color(0xECF0F3),
                new Color(0x0969DA),
                colours(0x0072B2, 0x1A7F37, 0x9A6700, 0xBF3989, 0x57606A, 0xD55E00, 0x7A5FBF),
                textSize);
    }

    /** For the dark window. */
    public static FigureTheme dark(double textSize) {
        return new FigureTheme(
                new Color(0x0D1117),
                new Color(0xE6EDF3),
                new Color(0x9198A1),
                new Color(0x21262D),
                new Color(0x484F58),
                new Color(0x21262D),
                new Color(0x4493F8),
                colours(0x58A6FF, 0x3FB950, 0xD29922, 0xDB61A2, 0x9198A1, 0xF0883E, 0xA371F7),
                textSize);
    }

    /** The same look with other letters. */
    public FigureTheme withTextSize(double points) {
        return new FigureTheme(background, text, muted, grid, outline, surface, accent, methods, points);
    }

    /** The same look on another ground, so that a figure blends into a card of the window. */
    public FigureTheme withBackground(Color ground) {
        return new FigureTheme(ground, text, muted, grid, outline, surface, accent, methods, textSize);
    }

    Color method(int index) {
        return methods.get(Math.floorMod(index, methods.size()));
    }

    private static List<Color> colours(int... rgb) {
        return java.util.Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
