package app.tandem.cli;

import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyOwner;
import app.tandem.run.RunKey;
import app.tandem.study.Network;
import app.tandem.study.UserException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem edit STUDY pause}, {@code cancel} and {@code resume}: what the Train page does with single runs. */
final class StopEdits {

    private StopEdits() {}

    static List<Object> all(EditCommand edit) {
        return List.of(new Pause(edit), new Cancel(edit), new Resume(edit));
    }

    /** Which runs of a network are meant. */
    static final class Which {
        @Option(names = "--setting", paramLabel = "S", description = "Only their runs of this setting.")
        private @Nullable String setting;

        @Option(names = "--seed", paramLabel = "N", description = "Only their runs with this seed.")
        private @Nullable Integer seed;

        boolean holds(RunKey key) {
            return (setting == null || key.setting().equals(setting)) && (seed == null || key.seed() == seed);
        }

        /**
         * The runs that have no result, network by network.
         *
         * @throws UserException if a network has none
         */
        List<RunKey> runs(StudyOwner owner, List<String> networks) {
            if (setting != null) {
                owner.study().setting(setting);
            }
            return networks.stream().flatMap(text -> runs(owner, text)).toList();
        }

        private Stream<RunKey> runs(StudyOwner owner, String text) {
            Network network = Network.parse(text, owner.study().taskIds());
            List<RunKey> runs = owner.plan().missing().stream()
                    .filter(run -> run.network().equals(network))
                    .map(RunPlan.Planned::key)
                    .filter(this::holds)
                    .toList();
            if (runs.isEmpty()) {
                throw new UserException(
                        "No run of ‘" + text + "’ waits to be trained",
                        owner.path().toString(),
                        "Name a network that is a candidate and has no result yet; nothing was changed");
            }
            return runs.stream();
        }
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Hold back the waiting runs of these networks until ‘resume’.")
    private static final class Pause implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NETWORK", arity = "1..*")
        private List<String> networks = List.of();

        @Mixin
        private Which which = new Which();

        Pause(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.arrange(owner -> which.runs(owner, networks).forEach(owner.toTrain()::pause));
        }
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "Take out the waiting runs of these networks until ‘resume’. What they had learned is kept.")
    private static final class Cancel implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NETWORK", arity = "1..*")
        private List<String> networks = List.of();

        @Mixin
        private Which which = new Which();

        Cancel(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.arrange(owner -> which.runs(owner, networks).forEach(owner.toTrain()::cancel));
        }
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description =
                    "Let the runs of these networks be trained again that were paused or cancelled, here or in the"
                            + " window; all such runs if no network is named.")
    private static final class Resume implements Callable<Integer> {
        private final EditCommand edit;

        @Parameters(paramLabel = "NETWORK", arity = "0..*")
        private List<String> networks = List.of();

        @Mixin
        private Which which = new Which();

        Resume(EditCommand edit) {
            this.edit = edit;
        }

        @Override
        public Integer call() {
            return edit.arrange(owner -> owner.toTrain()
                    .resume(
                            networks.isEmpty()
                                    ? owner.stops().keySet().stream()
                                            .filter(which::holds)
                                            .toList()
                                    : which.runs(owner, networks)));
        }
    }
}
