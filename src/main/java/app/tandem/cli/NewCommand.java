package app.tandem.cli;

import app.tandem.data.DatasetCache;
import app.tandem.data.DatasetCheck;
import app.tandem.data.Samples;
import app.tandem.data.TaskonomyFolder;
import app.tandem.owner.NewStudy;
import app.tandem.store.StudyFile;
import app.tandem.study.Budget;
import app.tandem.study.Pool;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
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
        description = "Make a study of a folder of images in Taskonomy's layout, or of a sample (rooms, fashion).")
final class NewCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PATH", description = "The folder of images, or the name of a sample.")
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
                    "The networks to train: subsets (every subset, and each task alone at half size), pairs or upto:K.")
    private @Nullable String pool;

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
        Study study = design();
        DatasetCheck check = DatasetCache.check(
                study.dataset(),
                study.tasks(),
                study.settings().get(0).inputSize(),
                ProgressLine.counting(console, "checking images"));
        check.requireUsable();
        tellOrRefuse(check);
        StudyFile.create(file, study).close();
        console.out().println(file);
        console.say("Tasks: " + String.join(", ", study.taskIds()));
        console.say(StudySummary.of(study) + ". Train it with: tandem train " + output);
        return ExitCode.OK;
    }

    private Study design() {
        Study study = withTasks(found());
        if (pool != null) {
            study = study.withNetworks(Pool.parse(pool, study.tasks().size()));
        }
        if (!settings.isEmpty()) {
            Study before = study;
            study = study.withSettings(settings.stream()
                    .map(text -> SettingText.parse(text, before.settings().get(0)))
                    .toList());
        }
        if (seeds != null) {
            study = study.withSeeds(seeds);
        }
        if (budget != null) {
            study = study.withBudget(Budget.parse(budget));
        }
        return name == null ? study : study.withName(name);
    }

    private Study found() {
        Path folder = console.resolve(Path.of(path));
        if (Samples.all().stream().anyMatch(each -> each.name().equals(path))) {
            if (Files.isDirectory(folder)) {
                console.say("‘" + path + "’ is the sample; for the folder of that name write ./" + path);
            }
            return NewStudy.of(Samples.named(path));
        }
        Study study = NewStudy.ofFolder(folder);
        List<String> empty = tasks.isEmpty() ? new TaskonomyFolder(folder).emptyTasks() : List.of();
        if (!empty.isEmpty()) {
            throw new UserException(
                    "The task ‘" + empty.get(0) + "’ has a folder without any label",
                    folder.toString(),
                    "Add its labels as point_X_view_Y_domain_" + empty.get(0) + ".png, or choose the tasks: --tasks "
                            + String.join(",", study.taskIds()));
        }
        return study;
    }

    private Study withTasks(Study found) {
        if (tasks.isEmpty()) {
            return found;
        }
        for (String id : tasks) {
            if (!found.taskIds().contains(id)) {
                throw new UserException(
                        "The task ‘" + id + "’ is unknown", path, "Use some of " + String.join(", ", found.taskIds()));
            }
        }
        Study study = found;
        for (String id : found.taskIds()) {
            if (!tasks.contains(id)) {
                study = new StudyEdit.RemoveTask(id).apply(study);
            }
        }
        return study.withNetworks(Pool.parse(
                tasks.size() <= 5 ? "subsets" : "pairs", study.tasks().size()));
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
