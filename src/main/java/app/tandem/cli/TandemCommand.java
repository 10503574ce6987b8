package app.tandem.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tandem} itself: without a command it opens the window. */
@Command(
        name = "tandem",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Which tasks should be learned together? Without a command, the window opens.",
        exitCodeListHeading = "%nExit codes:%n",
        commandListHeading = "%nCommands:%n")
final class TandemCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Objects.requireNonNull(spec.commandLine().getSubcommands().get("workbench"))
                .execute();
    }
}
