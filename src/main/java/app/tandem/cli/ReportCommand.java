package app.tandem.cli;

import app.tandem.owner.StudyResults;
import app.tandem.report.Words;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem report}: every table and figure as files. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write every table (CSV, LaTeX, Markdown) and figure (SVG, PDF, PNG) of a study into a folder.")
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Option(
            names = {"-o", "--output", "--out"},
            paramLabel = "FOLDER",
            description = "Where to; the study's name with -report if not given.")
    private @Nullable Path output;

    @Option(names = "--budget", paramLabel = "B", description = "In SNT; the study's own if not given.")
    private @Nullable String budget;

    /** What the reports are written in. */
    enum Language {
        EN,
        KO
    }

    @Option(names = "--language", paramLabel = "L", defaultValue = "en", description = "en or ko.")
    @SuppressWarnings("NullAway.Init")
    private Language language;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = StudyPath.existing(console, study);
        Path folder = output == null ? defaultFolder(file) : console.resolve(output);
        Study design = study(file);
        Budget most = budget == null ? design.budget() : Budget.parse(budget);
        List<String> settings = design.settings().stream().map(Setting::name).toList();
        for (String setting : settings) {
            Path target = settings.size() == 1 ? folder : folder.resolve(setting);
            StudyResults results = StudyResults.read(
                    file, setting, console.cache(), ProgressLine.counting(console, "decoding images"));
            results.report(most, Words.in(Locale.forLanguageTag(language.name())))
                    .write(target)
                    .forEach(console.out()::println);
        }
        return ExitCode.OK;
    }

    static Path defaultFolder(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem =
                name.endsWith(StudyFile.SUFFIX) ? name.substring(0, name.length() - StudyFile.SUFFIX.length()) : name;
        return file.resolveSibling(stem + "-report");
    }

    private static Study study(Path file) {
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            return open.study();
        }
    }
}
