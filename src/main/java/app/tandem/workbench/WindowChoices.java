package app.tandem.workbench;

import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the window remembers from one time to the next.
 *
 * @param recent files of studies, latest first
 * @param introduced whether the first steps were shown to their end, or skipped
 */
public record WindowChoices(
        ColorTheme theme, Language language, List<Path> recent, WindowLayout layout, boolean introduced) {

    private static final int MOST_RECENT = 8;

    public WindowChoices {
        recent = List.copyOf(recent);
    }

    /** Of someone who knows the first steps. */
    public WindowChoices(ColorTheme theme, Language language, List<Path> recent, WindowLayout layout) {
        this(theme, language, recent, layout, true);
    }

    public WindowChoices withIntroduced() {
        return new WindowChoices(theme, language, recent, layout, true);
    }

    public WindowChoices withTheme(ColorTheme other) {
        return new WindowChoices(other, language, recent, layout, introduced);
    }

    public WindowChoices withLanguage(Language other) {
        return new WindowChoices(theme, other, recent, layout, introduced);
    }

    public WindowChoices withLayout(WindowLayout other) {
        return new WindowChoices(theme, language, recent, other, introduced);
    }

    /** Puts a file first. */
    public WindowChoices opened(Path file) {
        List<Path> files = new ArrayList<>(List.of(file.toAbsolutePath()));
        recent.stream().filter(other -> !other.equals(files.get(0))).forEach(files::add);
        return new WindowChoices(
                theme, language, files.subList(0, Math.min(MOST_RECENT, files.size())), layout, introduced);
    }
}
