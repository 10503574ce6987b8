package app.tandem.cli;

import app.tandem.data.Samples;
import app.tandem.owner.DatasetLocation;
import app.tandem.owner.NewStudy;
import app.tandem.study.Budget;
import app.tandem.study.LossFunction;
import app.tandem.study.Setting;
import app.tandem.study.SettingText;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The edits of a study's name, budget, seeds, dataset, tasks and settings. */
final class DesignEdits {

    private DesignEdits() {}

    static List<Object> all(EditCommand edit) {
        return List.of(
                new Rename(edit),
                new SetBudget(edit),
                new SetSeeds(edit),
                new Locate(edit),
                new ChangeTask(edit),
                new RemoveTask(edit),
                new PutSetting(edit),
                new RemoveSetting(edit));
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Give the study another name.")
    private static final class Rename implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init")
        private String name;

        Rename(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> new StudyEdit.RenameStudy(name));
        }
    }

    @Command(name = "budget", mixinStandardHelpOptions = true, description = "Set the budget in SNT: 2.5 or 5/2.")
    private static final class SetBudget implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "B")
        @SuppressWarnings("NullAway.Init")
        private String budget;

        SetBudget(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            Budget parsed = Budget.parse(budget);
            return edit.apply(study -> new StudyEdit.SetBudget(parsed));
        }
    }

    @Command(name = "seeds", mixinStandardHelpOptions = true, description = "Train every network with so many seeds.")
    private static final class SetSeeds implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "N")
        private int seeds;

        SetSeeds(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> new StudyEdit.SetSeeds(seeds));
        }
    }

    @Command(name = "dataset", mixinStandardHelpOptions = true, description = "Point to the folder's new place.")
    private static final class Locate implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "PATH", description = "The folder of images, or the name of a sample.")
        @SuppressWarnings("NullAway.Init")
        private String path;

        Locate(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            boolean sample = Samples.all().stream().anyMatch(each -> each.name().equals(path));
            Study found = sample ? NewStudy.of(Samples.named(path)) : NewStudy.ofFolder(edit.resolve(Path.of(path)));
            return edit.applyToDataset(study -> DatasetLocation.edit(study, found));
        }
    }

    @Command(name = "task", mixinStandardHelpOptions = true, description = "Change a task's name, weight or loss.")
    private static final class ChangeTask implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "ID")
        @SuppressWarnings("NullAway.Init")
        private String id;

        @Option(names = "--name", paramLabel = "NAME", description = "As people read it.")
        private @Nullable String name;

        @Option(names = "--weight", paramLabel = "W", description = "Its factor in every sum of losses.")
        private @Nullable Double weight;

        @Option(names = "--loss", paramLabel = "LOSS", description = "cross-entropy, l1 or squared-error.")
        private @Nullable String loss;

        ChangeTask(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> new StudyEdit.ChangeTask(changed(task(study, id))));
        }

        private Task changed(Task task) {
            Task named = name == null ? task : task.withName(name);
            Task weighted = weight == null ? named : named.withWeight(weight);
            return loss == null ? weighted : weighted.withLoss(lossFunction(loss));
        }

        private static LossFunction lossFunction(String text) {
            return switch (text) {
                case "cross-entropy" -> LossFunction.CROSS_ENTROPY;
                case "l1" -> LossFunction.L1;
                case "squared-error" -> LossFunction.SQUARED_ERROR;
                default ->
                    throw new UserException(
                            "The loss ‘" + text + "’ is unknown", "", "Use cross-entropy, l1 or squared-error");
            };
        }
    }

    @Command(
            name = "remove-task",
            mixinStandardHelpOptions = true,
            description = "Take a task out of the study and out of its networks.")
    private static final class RemoveTask implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "ID")
        @SuppressWarnings("NullAway.Init")
        private String id;

        RemoveTask(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> new StudyEdit.RemoveTask(id));
        }
    }

    @Command(
            name = "setting",
            mixinStandardHelpOptions = true,
            description = "Change a setting, or add it: NAME[,key=value…] with depth, share, size, epochs, batch, rate,"
                    + " decay, warmup, momentum, weight-decay, clip. A new one begins as a copy of the first.")
    private static final class PutSetting implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "SPEC")
        @SuppressWarnings("NullAway.Init")
        private String text;

        @Option(names = "--rename", paramLabel = "NEW", description = "Its new name, under which it begins anew.")
        private @Nullable String newName;

        PutSetting(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> {
                String name = text.split(",", 2)[0].strip();
                List<Setting> settings = new ArrayList<>(study.settings());
                for (int i = 0; i < settings.size(); i++) {
                    if (settings.get(i).name().equals(name)) {
                        Setting changed = SettingText.parse(text, settings.get(i));
                        settings.set(i, newName == null ? changed : changed.withName(newName.strip()));
                        return new StudyEdit.SetSettings(settings);
                    }
                }
                // One that is to have another name must be there.
                Setting first = newName == null ? settings.get(0) : study.setting(name);
                settings.add(SettingText.parse(text, first));
                return new StudyEdit.SetSettings(settings);
            });
        }
    }

    @Command(name = "remove-setting", mixinStandardHelpOptions = true, description = "Leave a setting out.")
    private static final class RemoveSetting implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init")
        private String name;

        RemoveSetting(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> {
                Setting removed = study.setting(name);
                if (study.settings().size() == 1) {
                    throw new UserException("A study needs a setting", name, "Add another one first");
                }
                return new StudyEdit.SetSettings(study.settings().stream()
                        .filter(setting -> !setting.equals(removed))
                        .toList());
            });
        }
    }

    private static Task task(Study study, String id) {
        return study.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "The task ‘" + id + "’ is unknown",
                        study.name(),
                        "Use one of " + String.join(", ", study.taskIds())));
    }
}
