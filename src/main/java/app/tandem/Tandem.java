package app.tandem;

import app.tandem.cli.Cli;
import app.tandem.cli.Console;

/** Starts Tandem. Does not extend {@code Application}, so that it runs from the class path. */
public final class Tandem {

    private Tandem() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Cli.run(Console.system(), arguments));
    }
}
