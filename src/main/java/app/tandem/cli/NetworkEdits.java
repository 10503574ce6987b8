package app.tandem.cli;

import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Pool;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The edits of a study's candidate networks and of its groupings. */
final class NetworkEdits {

    static final String TRAIN_ONLY = ":train";

    private NetworkEdits() {}

    static List<Object> all(EditCommand edit) {
        return List.of(
                new SetPool(edit),
                new AddNetwork(edit),
                new RemoveNetwork(edit),
                new PutGrouping(edit),
                new RemoveGrouping(edit));
    }

    @Command(
            name = "pool",
            mixinStandardHelpOptions = true,
            description = "Make these the candidate networks: subsets, pairs, upto:K or equal-budget.")
    private static final class SetPool implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "POOL")
        @SuppressWarnings("NullAway.Init")
        private String pool;

        SetPool(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study ->
                    new StudyEdit.SetNetworks(Pool.parse(pool, study.tasks().size())));
        }
    }

    @Command(
            name = "add-network",
            mixinStandardHelpOptions = true,
            description = "Add candidates, each written as TASK+TASK@SIZE: depth+normal@1/2.")
    private static final class AddNetwork implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NETWORK", arity = "1..*")
        private List<String> networks = List.of();

        AddNetwork(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> StudyEdit.SetNetworks.adding(study, parse(study, networks)));
        }
    }

    @Command(name = "remove-network", mixinStandardHelpOptions = true, description = "Leave candidates out.")
    private static final class RemoveNetwork implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NETWORK", arity = "1..*")
        private List<String> networks = List.of();

        RemoveNetwork(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> {
                Study rest = study;
                for (Network network : parse(study, networks)) {
                    rest = StudyEdit.SetNetworks.removing(rest, network).apply(rest);
                }
                return new StudyEdit.SetNetworks(rest.networks());
            });
        }
    }

    @Command(
            name = "grouping",
            mixinStandardHelpOptions = true,
            description = "Put a grouping of your own together, or change it: its networks as TASK+TASK@SIZE;"
                    + " TASK:train is learned there and never served from there.")
    private static final class PutGrouping implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(index = "0", paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Parameters(index = "1..*", paramLabel = "NETWORK")
        private List<String> networks = List.of();

        @Option(names = "--rename", paramLabel = "NEW", description = "Its new name.")
        private @Nullable String newName;

        PutGrouping(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.applyAndPrint(this::edit, after -> {
                Grouping now = after.grouping(newName == null ? name : newName);
                return GroupingText.byHand(after, now);
            });
        }

        private StudyEdit edit(Study study) {
            Grouping before = study.groupings().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            List<Grouping.Member> members = networks.isEmpty() && before != null
                    ? before.members()
                    : networks.stream().map(text -> member(study, text)).toList();
            Grouping after = new Grouping(newName == null ? name : newName, members);
            return before == null
                    ? new StudyEdit.AddGrouping(study.groupings().size(), after)
                    : new StudyEdit.ChangeGrouping(name, after);
        }
    }

    @Command(name = "remove-grouping", mixinStandardHelpOptions = true, description = "Remove a grouping of your own.")
    private static final class RemoveGrouping implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init")
        private String name;

        RemoveGrouping(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.apply(study -> new StudyEdit.RemoveGrouping(name));
        }
    }

    private static List<Network> parse(Study study, List<String> texts) {
        return texts.stream().map(text -> Network.parse(text, study.taskIds())).toList();
    }

    /** Reads {@code depth+normal:train@1/2}. */
    static Grouping.Member member(Study study, String text) {
        String[] parts = text.split("@", 2);
        List<String> tasks = new ArrayList<>();
        TaskSet trainOnly = TaskSet.EMPTY;
        for (String task : parts[0].split("\\+", -1)) {
            boolean marked = task.endsWith(TRAIN_ONLY);
            String id = marked ? task.substring(0, task.length() - TRAIN_ONLY.length()) : task;
            tasks.add(id);
            if (marked) {
                trainOnly = trainOnly.union(Network.parseTasks(id, study.taskIds()));
            }
        }
        String key = String.join("+", tasks) + (parts.length > 1 ? "@" + parts[1] : "");
        try {
            return new Grouping.Member(Network.parse(key, study.taskIds()), trainOnly);
        } catch (UserException e) {
            throw new UserException(e.what(), text, e.remedy(), e);
        }
    }
}
