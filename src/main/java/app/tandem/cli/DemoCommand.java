package app.tandem.cli;

import app.tandem.data.Samples;
import app.tandem.owner.GroupingSuggestion;
import app.tandem.owner.NewStudy;
import app.tandem.owner.StudyOwner;
import app.tandem.owner.StudyResults;
import app.tandem.report.TextTable;
import app.tandem.report.Words;
import app.tandem.run.Device;
import app.tandem.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem demo}: everything at once on a sample, from images to the best grouping. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Train the classic pool of 36 networks for five tasks on a sample, and print the best grouping."
                + " Stopped and started again, it goes on; started once more after the end, it retrains nothing.")
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "SAMPLE",
            defaultValue = "rooms",
            description = "rooms (rendered scenes) or fashion (photographs); rooms if not given.")
    @SuppressWarnings("NullAway.Init")
    private String sample;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where the study and the report are kept; tandem-demo if not given.")
    private @Nullable Path output;

    @Option(names = "--no-window", description = "Open no window, though there is a display.")
    @SuppressWarnings("UnusedVariable")
    private boolean noWindow;

    @Option(names = "--device", paramLabel = "D", defaultValue = "auto", description = "auto, cpu or cuda:N.")
    @SuppressWarnings("NullAway.Init")
    private String device;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Samples.Sample chosen = Samples.named(sample);
        Path folder = console.resolve(output == null ? Path.of("tandem-demo") : output);
        Path file = folder.resolve(chosen.name() + ".tandem");
        try (Machine machine = new Machine(console, Device.parse(device));
                StudyOwner owner =
                        Files.exists(file) ? machine.open(file) : machine.create(file, NewStudy.of(chosen))) {
            console.say("Study: " + file);
            int trained = new TrainingSession(console, owner, again()).train();
            conclude(owner, file, folder.resolve(chosen.name() + "-report"));
            return trained;
        }
    }

    private String again() {
        return "tandem demo " + sample + (output == null ? "" : " -o " + output);
    }

    private void conclude(StudyOwner owner, Path file, Path report) {
        Study study = owner.study();
        String setting = study.settings().get(0).name();
        GroupingSuggestion suggestion = owner.suggest(setting, study.budget());
        StudyResults results =
                StudyResults.read(file, setting, console.cache(), ProgressLine.counting(console, "decoding images"));
        console.out()
                .println(TextTable.format(
                        results.table(results.reported(), Words.ENGLISH).table()));
        console.out()
                .print(
                        suggestion.best().isEmpty()
                                ? suggestion.problem() + "\n"
                                : GroupingText.best(
                                        results.study().taskIds(),
                                        results.names(),
                                        setting,
                                        study.budget(),
                                        suggestion.best().get(),
                                        suggestion.runnerUps()));
        console.out().flush();
        results.report(study.budget(), Words.ENGLISH).write(report);
        console.say("Study:  " + file);
        console.say("Report: " + report);
    }
}
