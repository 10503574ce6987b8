package app.tandem.run;

import java.time.Duration;
import java.util.Set;

/** How a worker ended that left no result, for people. */
final class CrashWords {

    private static final int FIRST_SIGNAL = 128;

    /** Sent by the system or by another program: interrupt, kill and terminate. */
    private static final Set<Integer> FROM_OUTSIDE = Set.of(2, 9, 15);

    private static final String SAFE = " What it had learned before is safe, and so are all other runs. ";

    private CrashWords() {}

    /** Of one that is started again. */
    static String again(int exitCode, Duration hungFor) {
        if (!hungFor.isZero()) {
            return "The worker got no further for " + hungFor.toMinutes() + " minutes and was ended";
        }
        return exitCode > FIRST_SIGNAL
                ? "The worker was ended by signal " + (exitCode - FIRST_SIGNAL)
                : "The worker ended with exit code " + exitCode;
    }

    /** Of one that is not started again, since it never got further. */
    static String givenUp(int exitCode, Duration hungFor, int starts) {
        if (!hungFor.isZero()) {
            return "The worker stood still for " + hungFor.toMinutes() + " minutes, " + starts
                    + " times without getting further." + SAFE
                    + "Look whether the disk is slow or the computer is overloaded, then retry the run.";
        }
        int signal = exitCode - FIRST_SIGNAL;
        if (FROM_OUTSIDE.contains(signal)) {
            return "The worker was ended from outside (signal " + signal + "), " + starts
                    + " times without getting further; the system does so when memory runs short." + SAFE
                    + "Close other programs or train fewer runs at a time, then retry the run.";
        }
        String how = signal > 0 ? "signal " + signal : "exit code " + exitCode;
        return "The worker broke off (" + how + "), " + starts + " times without getting further." + SAFE
                + "Retry the run; if it breaks off again, its details say what the worker wrote last.";
    }
}
