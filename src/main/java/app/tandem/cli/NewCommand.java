package app.tandem.cli;

import app.tandem.data.DatasetCheck;
import app.tandem.data.Samples;
import app.tandem.owner.StudyDraft;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem new}: makes a study of a folder of images, or of a sample. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Make a study of a folder of images in Taskonomy's layout, of an IDX pair of images and"
                + " labels, or of a sample (rooms, fashion).")
final class NewCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PATH", description = "The folder of images or a file in it, or the name of a sample.")
    @SuppressWarnings("NullAway.Init")
    private String path;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "NAME.tandem",
            description = "The file to make.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--name", paramLabel = "NAME", description = "The study's name, if not the folder's.")
    private @Nullable String name;

    @Option(
            names = "--tasks",
            split = ",",
            paramLabel = "ID",
            description = "Only these tasks, separated by commas; all that are found otherwise.")
    private List<String> tasks = List.of();

    @Option(
            names = "--pool",
            paramLabel = "POOL",
            description =
                    "The networks to train: subsets (every subset, and each task alone at half size), pairs, upto:K or"
                            + " equal-budget (every subset, and each task alone at 1/2, 1/3 … one over the number of"
                            + " tasks).")
    private @Nullable String pool;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "SIZE",
            description = "The encoder sizes of every network, separated by commas; 1 if not given.")
    private List<String> sizes = List.of();

    @Option(
            names = "--alone",
            split = ",",
            paramLabel = "SIZE",
            description = "Further encoder sizes, for each task alone; 1/2 if not given, none for no further one.")
    private List<String> alone = List.of();

    @Option(
            names = "--setting",
            paramLabel = "SPEC",
            description = "NAME[,key=value…] with depth, share, size, epochs, batch, rate, decay, warmup, momentum,"
                    + " weight-decay, clip. Several times for several settings.")
    private List<String> settings = List.of();

    @Option(names = "--seeds", paramLabel = "N", description = "How often each network is trained; 1 if not given.")
    private @Nullable Integer seeds;

    @Option(names = "--budget", paramLabel = "B", description = "In SNT; 2.5 if not given.")
    private @Nullable String budget;

    @Option(
            names = "--skip-damaged",
            description = "Leave out images that are damaged or lack a label, and list them; refused otherwise.")
    private boolean skipDamaged;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = StudyPath.toMake(console, output);
        if (Files.exists(file)) {
            throw new UserException("There is such a file already", file.toString(), "Choose another name");
        }
        StudyDraft draft = draft();
        Study study = draft.design();
        DatasetCheck check = draft.check(ProgressLine.counting(console, "checking images"));
        check.requireUsable();
        tellOrRefuse(check);
        StudyFile.create(file, study).close();
        console.out().println(file);
        console.say("Tasks: " + String.join(", ", study.taskIds()));
        console.say(StudySummary.of(study) + ". Train it with: tandem train " + output);
        return ExitCode.OK;
    }

    private StudyDraft draft() {
        StudyDraft draft = found();
        if (!tasks.isEmpty()) {
            draft = draft.withChosen(tasks);
        }
        draft = PoolOptions.apply(draft, pool, sizes, alone);
        if (!settings.isEmpty()) {
            Setting first = draft.all().settings().get(0);
            draft = draft.withSettings(settings.stream()
                    .map(text -> SettingText.parse(text, first))
                    .toList());
        }
        if (seeds != null) {
            draft = draft.withSeeds(seeds);
        }
        if (budget != null) {
            draft = draft.withBudget(Budget.parse(budget));
        }
        return name == null ? draft : draft.withName(name);
    }

    private StudyDraft found() {
        Path folder = console.resolve(Path.of(path));
        if (Samples.all().stream().anyMatch(each -> each.name().equals(path))) {
            if (Files.isDirectory(folder)) {
                console.say("‘" + path + "’ is the sample; for the folder of that name write ./" + path);
            }
            return StudyDraft.of(Samples.named(path));
        }
        StudyDraft draft = StudyDraft.ofFolder(folder);
        List<String> empty = tasks.isEmpty() ? draft.emptyTasks() : List.of();
        if (!empty.isEmpty()) {
            throw new UserException(
                    "The task ‘" + empty.get(0) + "’ has a folder without any label",
                    draft.all().dataset().location(),
                    "Add its labels as point_X_view_Y_domain_" + empty.get(0) + ".png, or choose the tasks: --tasks "
                            + String.join(",", draft.chosen()));
        }
        return draft;
    }

    private void tellOrRefuse(DatasetCheck check) {
        List<DatasetCheck.Problem> leftOut = check.problems();
        if (leftOut.isEmpty()) {
            return;
        }
        if (!skipDamaged) {
            DatasetCheck.Problem first = leftOut.get(0);
            String others =
                    leftOut.size() == 1 ? "" : " (the first of " + leftOut.size() + " images that cannot be used)";
            throw new UserException(
                    first.what() + others,
                    first.file(),
                    first.remedy() + ", or give --skip-damaged to leave such images out");
        }
        LeftOut.tell(console, leftOut);
    }
}
