package app.tandem;

/** Starts Tandem. Does not extend {@code Application}, so that it runs from the class path. */
public final class Tandem {

    private Tandem() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.err.println("Tandem");
    }
}
