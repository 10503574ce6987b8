package app.tandem.cli;

import app.tandem.owner.FaultLog;
import app.tandem.study.UserException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a function from arguments to an exit code. */
public final class Cli {

    private Cli() {}

    /**
     * Runs one command.
     *
     * @param arguments the command and its options, without the program's name
     * @return its exit code; see {@code tandem --help}
     */
    public static int run(Console console, String... arguments) {
        CommandLine line = commandLine(console);
        try {
            return line.execute(arguments);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new TandemCommand());
        List.of(
                        new DemoCommand(console),
                        new NewCommand(console),
                        new ImportCommand(console),
                        EditCommand.commandLine(console),
                        new TrainCommand(console),
                        new StatusCommand(console),
                        new LossesCommand(console),
                        new SuggestCommand(console),
                        new FrontierCommand(console),
                        new MethodsCommand(console),
                        new AffinitiesCommand(console),
                        new ReportCommand(console),
                        new GenerateCommand(console),
                        new WorkbenchCommand(console),
                        new WorkerCommand(),
                        new DoctorCommand(console),
                        new PrepareCommand(console))
                .forEach(line::addSubcommand);
        line.getCommandSpec().usageMessage().exitCodeList(ExitCode.described());
        line.setOut(console.out());
        line.setErr(console.err());
        line.setUsageHelpWidth(100);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, arguments) -> misunderstood(console, problem));
        line.setExecutionExceptionHandler((problem, command, result) -> tell(console, problem));
        return line;
    }

    private static int misunderstood(Console console, ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        console.say(
                "tandem: " + oneLine(words(problem)).replaceAll("(?<![?.])$", ".") + " See ‘" + command + " --help’.");
        return ExitCode.USAGE;
    }

    private static String words(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            List<String> alike = unmatched.getSuggestions();
            return "‘" + first + "’ is not known here"
                    + (alike.isEmpty() ? "" : ". Did you mean ‘" + alike.get(0) + "’?");
        }
        return String.valueOf(problem.getMessage());
    }

    /** Tells the person what went wrong, in one line; the exit code that goes with it. */
    static int tell(Console console, Exception problem) {
        if (problem instanceof UserException) {
            console.say("tandem: " + oneLine(String.valueOf(problem.getMessage())));
            return ExitCode.INPUT;
        }
        if (problem instanceof Interruption) {
            return ExitCode.INTERRUPTED;
        }
        console.say("tandem: " + recorded(console, problem));
        return ExitCode.FAULT;
    }

    /** Writes a fault of Tandem's own down; the line for the person. */
    static String recorded(Console console, Throwable fault) {
        FaultLog.Entry entry = FaultLog.record(console.cache(), fault);
        return entry.unwritten()
                .map(why -> "This is a fault of Tandem (" + entry.code() + "), and its details could not be written to "
                        + entry.file() + ": " + why)
                .orElse("This is a fault of Tandem (" + entry.code()
                        + "). Nothing was lost that was saved before; the details are in " + entry.file() + ".");
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
