package app.tandem.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command's end tells a script. The launcher adds 6: Tandem could not be built or started. */
final class ExitCode {

    static final int OK = 0;
    /** A fault of Tandem itself; its code is printed and its details are in a file. */
    static final int FAULT = 1;
    /** The command line was not understood. */
    static final int USAGE = 2;
    /** Something the user can put right: a file, a name, a number. */
    static final int INPUT = 3;
    /** No grouping within the budget serves every task. */
    static final int INFEASIBLE = 4;
    /** Training ended, and some runs failed or diverged. */
    static final int RUNS_FAILED = 5;
    /** Stopped by Ctrl-C or a signal; what was done is kept. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The list at the end of {@code tandem --help}. */
    static Map<String, String> described() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("  0", "done");
        codes.put("  1", "a fault of Tandem itself; its details are in the file that is named");
        codes.put("  2", "the command line was not understood");
        codes.put("  3", "bad input, such as a damaged file, an unknown name or an impossible number");
        codes.put("  4", "no grouping within the budget serves every task");
        codes.put("  5", "training ended, and some runs failed or diverged");
        codes.put("  6", "Tandem could not be built or started");
        codes.put("130", "stopped by Ctrl-C; what was done is kept");
        return codes;
    }
}
