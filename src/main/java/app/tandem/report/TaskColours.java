package app.tandem.report;

import java.awt.Color;
import java.util.List;

/**
 * The colour of each task, the same everywhere: cards, tables, heads, curves. Distinguishable by the colour-blind (the
 * first are from Okabe and Ito's palette); a letter or a label always goes with them.
 */
public final class TaskColours {

    private static final List<Color> PALETTE = List.of(
            new Color(0x0072B2),
            new Color(0xE69F00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x7A5FBF),
            new Color(0x56B4E9),
            new Color(0xD55E00),
            new Color(0x8C8C8C));

    private static final Color DARK_INK = new Color(0x1F2328);

    private TaskColours() {}

    /** The colour of the task with this index in its study; after eight tasks they repeat. */
    public static Color of(int task) {
        return PALETTE.get(Math.floorMod(task, PALETTE.size()));
    }

    /** The same as {@code #rrggbb}. */
    public static String hex(int task) {
        return String.format("#%06x", of(task).getRGB() & 0xFFFFFF);
    }

    /** Black or white, whichever is read better on the ground (contrast ratio of WCAG 2, section 1.4.3). */
    public static Color inkOn(Color ground) {
        return contrast(Color.WHITE, ground) >= contrast(DARK_INK, ground) ? Color.WHITE : DARK_INK;
    }

    /** The contrast ratio of WCAG 2, from 1 (none) to 21. */
    static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** {@code share} of the first colour, the rest of the second. */
    static Color mix(Color first, Color second, double share) {
        return new Color(
                mix(first.getRed(), second.getRed(), share),
                mix(first.getGreen(), second.getGreen(), share),
                mix(first.getBlue(), second.getBlue(), share));
    }

    private static int mix(int first, int second, double share) {
        return (int) Math.round(first * share + second * (1 - share));
    }
}
