package app.tandem.cli;

import app.tandem.data.LossTableCsv;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.owner.StudyResults;
import app.tandem.report.LatexTable;
import app.tandem.report.MarkdownTable;
import app.tandem.report.Table;
import app.tandem.report.TextTable;
import app.tandem.report.Words;
import app.tandem.store.StudyFile;
import app.tandem.study.Setting;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem losses}: the network × task table. */
@Command(
        name = "losses",
        mixinStandardHelpOptions = true,
        description = "Print the losses of every network and task: the test losses, or what --measure says.")
final class LossesCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study's file.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Option(
            names = "--setting",
            paramLabel = "S",
            description = "Only this setting; otherwise all, one after the other.")
    private @Nullable String setting;

    @Option(names = "--measure", paramLabel = "M", description = "train, val, test or early20.")
    private @Nullable String measure;

    @Option(
            names = "--estimates",
            description =
                    "The validation losses, with an estimate where a network was not trained, and what your groupings"
                            + " would lose by them.")
    private boolean estimates;

    @ArgGroup
    private Format format = new Format();

    /** At most one of these. */
    static final class Format {
        @Option(
                names = "--csv",
                description = "Every loss of every seed and split, as ‘suggest’ and ‘frontier’ read it.")
        private boolean csv;

        @Option(names = "--latex", description = "A LaTeX table (booktabs).")
        private boolean latex;

        @Option(names = "--markdown", description = "A Markdown table.")
        private boolean markdown;
    }

    LossesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = StudyPath.existing(console, study);
        requireValidationOfEstimates();
        List<String> settings = settings(file);
        SavedSuggestions.tellOutdated(console, file, settings);
        if (format.csv) {
            List<LossTable> tables = settings.stream()
                    .map(each -> StudyResults.readLosses(file, each).losses())
                    .toList();
            LossTableCsv.write(tables, console.out());
            return ExitCode.OK;
        }
        if (estimates) {
            settings.forEach(each -> printEstimates(StudyResults.readLosses(file, each)));
            return ExitCode.OK;
        }
        for (String each : settings) {
            StudyResults results =
                    StudyResults.read(file, each, console.cache(), ProgressLine.counting(console, "decoding images"));
            console.out()
                    .println(text(results.table(measure(results), Words.ENGLISH).table()));
        }
        return ExitCode.OK;
    }

    private void requireValidationOfEstimates() {
        if (estimates && format.csv) {
            throw new UserException(
                    "‘--csv’ prints what was measured, for ‘suggest’ and ‘frontier’ to read: no estimates",
                    "",
                    "Leave out --csv or --estimates");
        }
        if (estimates
                && measure != null
                && !Measure.parse(measure).filter(Measure.VALIDATION::equals).isPresent()) {
            throw new UserException(
                    "Estimates are of validation losses, not of ‘" + measure + "’", "", "Leave out --measure");
        }
    }

    private void printEstimates(StudyResults results) {
        EstimatedLosses estimated = new EstimatedLosses(results);
        estimated.tables().forEach(table -> console.out().println(text(table)));
        if (!estimated.obstacle().isEmpty()) {
            console.say("tandem: setting " + results.setting().name() + ": " + estimated.obstacle() + ".");
        }
    }

    private List<String> settings(Path file) {
        if (setting != null) {
            return List.of(setting);
        }
        try (StudyFile open = StudyFile.openReadOnly(file)) {
            return open.study().settings().stream().map(Setting::name).toList();
        }
    }

    private Measure measure(StudyResults results) {
        if (measure == null) {
            return results.reported();
        }
        return Measure.parse(measure)
                .orElseThrow(() -> new UserException(
                        "The measure ‘" + measure + "’ is unknown", "", "Use train, val, test or early20"));
    }

    private String text(Table table) {
        if (format.latex) {
            return LatexTable.format(table);
        }
        return format.markdown ? MarkdownTable.format(table) : TextTable.format(table);
    }
}
