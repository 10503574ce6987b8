package wrong.tandem.cli;

import wrong.tandem.WrongStart;

/** Knows what starts the program. */
public final class WrongCommand {

    private WrongCommand() {}

    public static String show() {
        return WrongStart.show();
    }
}
