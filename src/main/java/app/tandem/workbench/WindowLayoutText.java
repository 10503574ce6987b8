package app.tandem.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;

/** A {@link WindowLayout} among the window's choices. What cannot be read is as in {@link WindowLayout#FIRST}. */
final class WindowLayoutText {

    private static final String WIDTH = "window.width";
    private static final String HEIGHT = "window.height";
    private static final String MAXIMIZED = "window.maximized";
    private static final String PAGE = "page";
    private static final String SIDE = "side.";

    private WindowLayoutText() {}

    static void write(WindowLayout layout, Properties properties) {
        properties.setProperty(WIDTH, Double.toString(layout.width()));
        properties.setProperty(HEIGHT, Double.toString(layout.height()));
        properties.setProperty(MAXIMIZED, Boolean.toString(layout.maximized()));
        properties.setProperty(PAGE, layout.page().name());
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
                page(properties.getProperty(PAGE, "")),
                sides);
    }

    private static OptionalDouble pixels(Properties properties, String key) {
        try {
            double value = Double.parseDouble(properties.getProperty(key, ""));
            return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static Page page(String name) {
        for (Page page : Page.values()) {
            if (page.name().equals(name)) {
                return page;
            }
        }
        return WindowLayout.FIRST.page();
    }
}
