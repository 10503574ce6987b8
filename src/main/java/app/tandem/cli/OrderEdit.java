package app.tandem.cli;

import app.tandem.owner.StudyOwner;
import app.tandem.run.RunKey;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private StopEdits.Which which = new StopEdits.Which();

    OrderEdit(EditCommand edit) {
        this.edit = edit;
    }

    @Override
    public Integer call() {
        return edit.arrange(this::moveToTheFront);
    }

    /** Who asks for runs to be trained first no longer wants them held back. */
    private void moveToTheFront(StudyOwner owner) {
        List<RunKey> first = which.runs(owner, networks);
        owner.toTrain().resume(first);
        owner.toTrain().trainFirst(first);
    }
}
