package app.tandem.cli;

/** The person stopped the command, and was told what is kept and how to go on. */
final class Interruption extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Interruption() {
        super("stopped");
    }
}
