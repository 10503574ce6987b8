package app.tandem.workbench;

import app.tandem.run.WorkerChoice;
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
 * @param workers how many runs are trained at a time, and on what
 */
public record WindowChoices(
        ColorTheme theme,
        Language language,
        List<Path> recent,
        WindowLayout layout,
        boolean introduced,
        WorkerChoice workers) {

    private static final int MOST_RECENT = 8;

    public WindowChoices {
        recent = List.copyOf(recent);
    }

    /** Of someone who knows the first steps. */
    public WindowChoices(ColorTheme theme, Language language, List<Path> recent, WindowLayout layout) {
        this(theme, language, recent, layout, true);
    }

    /** With as many workers as fit. */
    public WindowChoices(
            ColorTheme theme, Language language, List<Path> recent, WindowLayout layout, boolean introduced) {
        this(theme, language, recent, layout, introduced, WorkerChoice.AUTO);
    }

    public WindowChoices withWorkers(WorkerChoice other) {
        return new WindowChoices(theme, language, recent, layout, introduced, other);
    }

    public WindowChoices withIntroduced() {
        return new WindowChoices(theme, language, recent, layout, true, workers);
    }

    public WindowChoices withTheme(ColorTheme other) {
        return new WindowChoices(other, language, recent, layout, introduced, workers);
    }

    public WindowChoices withLanguage(Language other) {
        return new WindowChoices(theme, other, recent, layout, introduced, workers);
    }

    public WindowChoices withLayout(WindowLayout other) {
        return new WindowChoices(theme, language, recent, other, introduced, workers);
    }

    /** Puts a file first. */
    public WindowChoices opened(Path file) {
        List<Path> files = new ArrayList<>(List.of(file.toAbsolutePath()));
        recent.stream().filter(other -> !other.equals(files.get(0))).forEach(files::add);
        return new WindowChoices(
                theme, language, files.subList(0, Math.min(MOST_RECENT, files.size())), layout, introduced, workers);
    }
}
