package app.tandem.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the window was arranged.
 *
 * @param width of what is inside the window's frame, in pixels, when it is not maximized
 * @param height likewise
 * @param maximized whether it filled the screen
 * @param page the page that was looked at last
 * @param sides the widths of the panes that the user has given another width, in pixels, by name
 */
public record WindowLayout(double width, double height, boolean maximized, Page page, Map<String, Double> sides) {

    public static final double MIN_WIDTH = 1100;
    public static final double MIN_HEIGHT = 700;

    /** The layout of a window that was never arranged. */
    public static final WindowLayout FIRST = new WindowLayout(1440, 900, false, Page.TRAIN, Map.of());

    public WindowLayout {
        sides = Map.copyOf(sides);
    }

    public WindowLayout withSize(double newWidth, double newHeight) {
        return new WindowLayout(newWidth, newHeight, maximized, page, sides);
    }

    public WindowLayout withMaximized(boolean now) {
        return new WindowLayout(width, height, now, page, sides);
    }

    public WindowLayout withPage(Page now) {
        return new WindowLayout(width, height, maximized, now, sides);
    }

    public WindowLayout withSide(String name, double newWidth) {
        Map<String, Double> changed = new HashMap<>(sides);
        changed.put(name, newWidth);
        return new WindowLayout(width, height, maximized, page, changed);
    }

    /** The width that the user gave a pane; empty where it has its own. */
    public OptionalDouble side(String name) {
        Double known = sides.get(name);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /** The same on a screen of this size, which may be another one than last time: never larger, nor too small to use. */
    public WindowLayout on(double screenWidth, double screenHeight) {
        return withSize(fit(width, MIN_WIDTH, screenWidth), fit(height, MIN_HEIGHT, screenHeight));
    }

    private static double fit(double wanted, double least, double most) {
        return Math.min(Math.max(wanted, least), most);
    }
}
