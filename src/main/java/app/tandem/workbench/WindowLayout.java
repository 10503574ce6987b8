package app.tandem.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Rectangle2D;

/**
 * How the window was arranged.
 *
 * @param width of what is inside the window's frame, in pixels, when it is not maximized
 * @param height likewise
 * @param maximized whether it filled the screen
 * @param place where it stood when it was not maximized; empty where the system is to choose
 * @param sides the widths of the panes that the user has given another width, in pixels, by name
 */
public record WindowLayout(
        double width, double height, boolean maximized, Optional<Place> place, Map<String, Double> sides) {

    /** The upper left corner of the window's frame, in pixels of all screens together. */
    public record Place(double x, double y) {}

    public static final double MIN_WIDTH = 1100;
    public static final double MIN_HEIGHT = 700;

    private static final double GRASPED = 120;

    /** The layout of a window that was never arranged. */
    public static final WindowLayout FIRST = new WindowLayout(1440, 900, false, Optional.empty(), Map.of());

    public WindowLayout {
        sides = Map.copyOf(sides);
    }

    public WindowLayout withSize(double newWidth, double newHeight) {
        return new WindowLayout(newWidth, newHeight, maximized, place, sides);
    }

    public WindowLayout withPlace(Place now) {
        return new WindowLayout(width, height, maximized, Optional.of(now), sides);
    }

    public WindowLayout withMaximized(boolean now) {
        return new WindowLayout(width, height, now, place, sides);
    }

    public WindowLayout withSide(String name, double newWidth) {
        Map<String, Double> changed = new HashMap<>(sides);
        changed.put(name, newWidth);
        return new WindowLayout(width, height, maximized, place, changed);
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

    /**
     * Where the window can stand again: there, if enough of its upper edge is still on a screen to be grasped.
     *
     * @param screens what windows may cover of each
     */
    public Optional<Place> placeOn(List<Rectangle2D> screens) {
        return place.filter(at -> screens.stream().anyMatch(screen -> isGrasped(at, screen)));
    }

    private boolean isGrasped(Place at, Rectangle2D screen) {
        double seen = Math.min(at.x() + width, screen.getMaxX()) - Math.max(at.x(), screen.getMinX());
        return seen >= GRASPED && at.y() >= screen.getMinY() && at.y() <= screen.getMaxY() - GRASPED / 2;
    }

    private static double fit(double wanted, double least, double most) {
        return Math.min(Math.max(wanted, least), most);
    }
}
