package app.tandem.cli;

import app.tandem.study.EncoderSize;
import app.tandem.study.Grouping;
import app.tandem.study.GroupingEdit;
import app.tandem.study.NetworkLetter;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The edits inside a grouping made by hand: what the board does with its cards. Networks are named by their letters. */
final class GroupingEdits {

    private static final String NEW = "new";

    private GroupingEdits() {}

    static List<Object> all(EditCommand edit) {
        return List.of(
                new Duplicate(edit),
                new PutNetwork(edit),
                new TakeNetwork(edit),
                new PutTask(edit),
                new MoveTask(edit),
                new CopyTask(edit),
                new TakeTask(edit),
                new SetEncoder(edit),
                new SetTrainOnly(edit));
    }

    /** What all of them need. */
    private abstract static class InGrouping implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(index = "0", paramLabel = "GROUPING")
        @SuppressWarnings("NullAway.Init")
        String grouping;

        InGrouping(EditCommand edit) {
            this.edit = edit;
        }

        abstract StudyEdit edit(Study study, Grouping before);

        /** The name of the grouping whose networks are printed. */
        String shown() {
            return grouping;
        }

        @Override
        public Integer call() {
            return edit.applyAndPrint(
                    study -> edit(study, study.grouping(grouping)),
                    after -> GroupingText.byHand(after, after.grouping(shown())));
        }
    }

    private static int network(Grouping grouping, String letter) {
        return NetworkLetter.parse(letter, grouping.members().size());
    }

    private static int networkOrNew(Grouping grouping, String letter) {
        return letter.equals(NEW) ? grouping.members().size() : network(grouping, letter);
    }

    @Command(
            name = "duplicate-grouping",
            mixinStandardHelpOptions = true,
            description = "Begin another grouping as a copy of this one.")
    private static final class Duplicate extends InGrouping {
        @Parameters(index = "1", paramLabel = "NEW", description = "The copy's name.")
        @SuppressWarnings("NullAway.Init")
        private String copy;

        Duplicate(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(Study study, Grouping before) {
            return StudyEdit.AddGrouping.after(study, grouping, before.withName(copy));
        }

        @Override
        String shown() {
            return copy;
        }
    }

    @Command(
            name = "put-network",
            mixinStandardHelpOptions = true,
            description =
                    "Put a network into a grouping, as its last: TASK+TASK@SIZE, TASK:train is never served from it.")
    private static final class PutNetwork extends InGrouping {
        @Parameters(index = "1", paramLabel = "NETWORK")
        @SuppressWarnings("NullAway.Init")
        private String network;

        PutNetwork(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(Study study, Grouping before) {
            return new GroupingEdit.PutNetwork(grouping, before.members().size(), NetworkEdits.member(study, network));
        }
    }

    @Command(name = "take-network", mixinStandardHelpOptions = true, description = "Take a network out of a grouping.")
    private static final class TakeNetwork extends InGrouping {
        @Parameters(index = "1", paramLabel = "LETTER", description = "A for the first network, B for the second …")
        @SuppressWarnings("NullAway.Init")
        private String letter;

        TakeNetwork(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(Study study, Grouping before) {
            return new GroupingEdit.TakeNetwork(grouping, network(before, letter));
        }
    }

    @Command(name = "put-task", mixinStandardHelpOptions = true, description = "Put a task into a network.")
    private static final class PutTask extends InGrouping {
        @Parameters(index = "1", paramLabel = "TASK")
        @SuppressWarnings("NullAway.Init")
        private String task;

        @Parameters(index = "2", paramLabel = "LETTER", description = "The network, or ‘new’ for a new one.")
        @SuppressWarnings("NullAway.Init")
        private String to;

        PutTask(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(Study study, Grouping before) {
            return new GroupingEdit.PutTask(grouping, task, networkOrNew(before, to));
        }
    }

    /** A task of one network, and another network. */
    private abstract static class BetweenNetworks extends InGrouping {
        @Parameters(index = "1", paramLabel = "TASK")
        @SuppressWarnings("NullAway.Init")
        String task;

        @Parameters(index = "2", paramLabel = "FROM")
        @SuppressWarnings("NullAway.Init")
        private String from;

        @Parameters(index = "3", paramLabel = "TO", description = "The other network, or ‘new’ for a new one.")
        @SuppressWarnings("NullAway.Init")
        private String to;

        BetweenNetworks(EditCommand edit) {
            super(edit);
        }

        /** @param target the number of networks for a new one */
        abstract StudyEdit edit(int source, int target);

        @Override
        final StudyEdit edit(Study study, Grouping before) {
            return edit(network(before, from), networkOrNew(before, to));
        }
    }

    @Command(
            name = "move-task",
            mixinStandardHelpOptions = true,
            description = "Move a task from one network into another one; a network goes with its last task.")
    private static final class MoveTask extends BetweenNetworks {
        MoveTask(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(int source, int target) {
            return new GroupingEdit.MoveTask(grouping, task, source, target);
        }
    }

    @Command(
            name = "copy-task",
            mixinStandardHelpOptions = true,
            description = "Train a task of one network in another one as well.")
    private static final class CopyTask extends BetweenNetworks {
        CopyTask(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(int source, int target) {
            return new GroupingEdit.CopyTask(grouping, task, source, target);
        }
    }

    @Command(
            name = "take-task",
            mixinStandardHelpOptions = true,
            description = "Take a task out of a network; a network goes with its last task.")
    private static final class TakeTask extends InGrouping {
        @Parameters(index = "1", paramLabel = "TASK")
        @SuppressWarnings("NullAway.Init")
        private String task;

        @Parameters(index = "2", paramLabel = "LETTER")
        @SuppressWarnings("NullAway.Init")
        private String from;

        TakeTask(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(Study study, Grouping before) {
            return new GroupingEdit.TakeTask(grouping, task, network(before, from));
        }
    }

    @Command(
            name = "encoder",
            mixinStandardHelpOptions = true,
            description = "Set the size of a network's encoder: 1, 1/2, 1/3 or any other share.")
    private static final class SetEncoder extends InGrouping {
        @Parameters(index = "1", paramLabel = "LETTER")
        @SuppressWarnings("NullAway.Init")
        private String letter;

        @Parameters(index = "2", paramLabel = "SIZE")
        @SuppressWarnings("NullAway.Init")
        private String size;

        SetEncoder(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(Study study, Grouping before) {
            return new GroupingEdit.SetEncoder(grouping, network(before, letter), EncoderSize.parse(size));
        }
    }

    @Command(
            name = "train-only",
            mixinStandardHelpOptions = true,
            description = "Learn a task in a network without ever serving it from there.")
    private static final class SetTrainOnly extends InGrouping {
        @Parameters(index = "1", paramLabel = "TASK")
        @SuppressWarnings("NullAway.Init")
        private String task;

        @Parameters(index = "2", paramLabel = "LETTER")
        @SuppressWarnings("NullAway.Init")
        private String letter;

        @Option(names = "--off", description = "Let the network serve it again, where it is best at it.")
        private boolean off;

        SetTrainOnly(EditCommand edit) {
            super(edit);
        }

        @Override
        StudyEdit edit(Study study, Grouping before) {
            return new GroupingEdit.SetTrainOnly(grouping, task, network(before, letter), !off);
        }
    }
}
