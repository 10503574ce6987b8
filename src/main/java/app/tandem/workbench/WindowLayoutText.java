package app.tandem.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;

/** A {@link WindowLayout} among the window's choices. What cannot be read is as in {@link WindowLayout#FIRST}. */
final class WindowLayoutText {

    private static final String WIDTH = "window.width";
    private static final String HEIGHT = "window.height";
    private static final String MAXIMIZED = "window.maximized";
    private static final String X = "window.x";
    private static final String Y = "window.y";
    private static final String SIDE = "side.";

    private WindowLayoutText() {}

    static void write(WindowLayout layout, Properties properties) {
        properties.setProperty(WIDTH, Double.toString(layout.width()));
        properties.setProperty(HEIGHT, Double.toString(layout.height()));
        properties.setProperty(MAXIMIZED, Boolean.toString(layout.maximized()));
        layout.place().ifPresent(place -> {
            properties.setProperty(X, Double.toString(place.x()));
            properties.setProperty(Y, Double.toString(place.y()));
        });
        layout.sides().forEach((name, width) -> properties.setProperty(SIDE + name, Double.toString(width)));
    }

    static WindowLayout read(Properties properties) {
        Map<String, Double> sides = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(SIDE)) {
                pixels(properties, key).ifPresent(width -> sides.put(key.substring(SIDE.length()), width));
            }
        }
        return new WindowLayout(
                pixels(properties, WIDTH).orElse(WindowLayout.FIRST.width()),
                pixels(properties, HEIGHT).orElse(WindowLayout.FIRST.height()),
                Boolean.parseBoolean(properties.getProperty(MAXIMIZED)),
                place(properties),
                sides);
    }

    /** On a screen at the left of the main one, or above it, places are negative. */
    private static Optional<WindowLayout.Place> place(Properties properties) {
        OptionalDouble x = number(properties, X);
        OptionalDouble y = number(properties, Y);
        return x.isPresent() && y.isPresent()
                ? Optional.of(new WindowLayout.Place(x.getAsDouble(), y.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble pixels(Properties properties, String key) {
        OptionalDouble value = number(properties, key);
        return value.isPresent() && value.getAsDouble() > 0 ? value : OptionalDouble.empty();
    }

    private static OptionalDouble number(Properties properties, String key) {
        try {
            double value = Double.parseDouble(properties.getProperty(key, ""));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
