package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text is read on its ground in both themes: a contrast of at least 4.5 to 1 (WCAG 2, section 1.4.3). */
class ContrastTest {

    private static final double ENOUGH = 4.5;
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*([^;{}]+);");
    private static final Pattern RGB =
            Pattern.compile("rgba?\\(([\\d.]+),\\s*([\\d.]+),\\s*([\\d.]+)(?:,\\s*([\\d.]+))?\\)");

    /** Red, green, blue from 0 to 255, and opacity. */
    private record Color(double red, double green, double blue, double opacity) {

        static Color parse(String text) {
            Matcher rgb = RGB.matcher(text);
            if (rgb.matches()) {
                double opacity = rgb.group(4) == null ? 1 : Double.parseDouble(rgb.group(4));
                return new Color(
                        Double.parseDouble(rgb.group(1)),
                        Double.parseDouble(rgb.group(2)),
                        Double.parseDouble(rgb.group(3)),
                        opacity);
            }
            int hex = Integer.parseInt(text.substring(1), 16);
            return new Color(hex >> 16 & 255, hex >> 8 & 255, hex & 255, 1);
        }

        Color over(Color ground) {
            return new Color(
                    red * opacity + ground.red * (1 - opacity),
                    green * opacity + ground.green * (1 - opacity),
                    blue * opacity + ground.blue * (1 - opacity),
                    1);
        }

        double luminance() {
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        }

        private static double linear(double channel) {
            double c = channel / 255;
            return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }

        double contrast(Color other) {
            double a = luminance();
            double b = other.luminance();
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fg-default, bg-default",
        "fg-default, bg-subtle",
        "fg-muted, bg-default",
        "fg-muted, bg-subtle",
        "accent-fg, bg-default",
        "accent-fg, accent-subtle",
        "success-fg, bg-default",
        "success-fg, bg-subtle",
        "success-fg, success-subtle",
        "warning-fg, warning-subtle",
        "danger-fg, bg-default",
        "danger-fg, bg-subtle",
        "danger-fg, danger-subtle",
        "fg-default, accent-subtle",
        "fg-muted, accent-subtle",
        "fg-emphasis, success-solid",
        "accent-fg, accent-subtle-solid",
        "fg-default, column",
        "fg-muted, column",
        "success-fg, column",
        "accent-fg, column",
        "danger-fg, column",
        "fg-default, task-card",
        "fg-muted, task-card",
        "danger-fg, task-card",
        "fg-default, neutral-muted",
        "fg-emphasis, meter-part",
        "fg-emphasis, meter-over",
    })
    void textIsReadOnItsGround(String text, String ground) throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            Map<String, String> tokens = tokens(theme);
            Color page = color(tokens, "bg-default");
            Color under = color(tokens, ground).over(page);
            assertThat(color(tokens, text).over(under).contrast(under))
                    .as("%s on %s, %s", text, ground, theme)
                    .isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void numbersAreReadOnEveryStepOfTheGainScale() throws IOException {
        String css = resource("/app/tandem/workbench/losses.css");
        Matcher step = Pattern.compile("(:dark )?\\.(better|worse)-\\d \\{ -gain-color: (rgba[^;]+);")
                .matcher(css);
        int steps = 0;
        while (step.find()) {
            Map<String, String> tokens = tokens(step.group(1) == null ? "light" : "dark");
            Color ground = Color.parse(step.group(3)).over(color(tokens, "bg-default"));
            assertThat(color(tokens, "fg-default").contrast(ground))
                    .as(step.group())
                    .isGreaterThanOrEqualTo(ENOUGH);
            steps++;
        }
        assertThat(steps).isEqualTo(4 * app.tandem.workbench.losses.GainColor.STEPS);
    }

    private static Color color(Map<String, String> tokens, String name) {
        String value = "-color-" + name;
        while (value.startsWith("-")) {
            value = Objects.requireNonNull(tokens.get(value), value);
        }
        return Color.parse(value);
    }

    /** The theme's tokens, with those that the window adds. */
    private static Map<String, String> tokens(String theme) throws IOException {
        Map<String, String> tokens = new TreeMap<>();
        String primer = resource("/atlantafx/base/theme/primer-" + theme + ".css");
        read(tokens, primer.substring(0, primer.indexOf('}')));
        String own = resource("/app/tandem/workbench/workbench.css");
        read(tokens, block(own, ".root {"));
        if (theme.equals("dark")) {
            read(tokens, block(own, ".root:dark {"));
        }
        return tokens;
    }

    private static String block(String css, String selector) {
        int start = css.indexOf(selector);
        return start < 0 ? "" : css.substring(start, css.indexOf('}', start));
    }

    private static void read(Map<String, String> tokens, String css) {
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            tokens.put(token.group(1), token.group(2).strip());
        }
    }

    private static String resource(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
