package app.tandem.cli;

import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyOwner;
import app.tandem.run.RunKey;
import app.tandem.study.Network;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem edit STUDY train-first}: what the Train page does when a run is dragged. */
@Command(
        name = "train-first",
        mixinStandardHelpOptions = true,
        description = "Train the waiting runs of these networks before all others, in this order.")
final class OrderEdit implements Callable<Integer> {

    private final EditCommand edit;

    @Parameters(paramLabel = "NETWORK", arity = "1..*")
    private List<String> networks = List.of();

    @Option(names = "--setting", paramLabel = "S", description = "Only their runs of this setting.")
    private @Nullable String setting;

    @Option(names = "--seed", paramLabel = "N", description = "Only their runs with this seed.")
    private @Nullable Integer seed;

    OrderEdit(EditCommand edit) {
        this.edit = edit;
    }

    @Override
    public Integer call() {
        return edit.arrange(this::moveToTheFront);
    }

    private void moveToTheFront(StudyOwner owner) {
        if (setting != null) {
            owner.study().setting(setting);
        }
        List<RunPlan.Planned> missing = owner.plan().missing();
        List<RunKey> first = new ArrayList<>();
        for (String text : networks) {
            Network network = Network.parse(text, owner.study().taskIds());
            List<RunKey> runs = missing.stream()
                    .filter(run -> run.network().equals(network))
                    .map(RunPlan.Planned::key)
                    .filter(key -> setting == null || key.setting().equals(setting))
                    .filter(key -> seed == null || key.seed() == seed)
                    .toList();
            if (runs.isEmpty()) {
                throw new UserException(
                        "No run of ‘" + text + "’ waits to be trained",
                        owner.path().toString(),
                        "Name a network that is a candidate and has no result yet; the order is as it was");
            }
            first.addAll(runs);
        }
        owner.toTrain().trainFirst(first);
    }
}
