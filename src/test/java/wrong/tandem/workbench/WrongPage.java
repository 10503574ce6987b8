package wrong.tandem.workbench;

import picocli.CommandLine.Command;
import wrong.tandem.cli.WrongCommand;

/** Knows a later package, reads arguments in the window, and prints. */
@Command(name = "wrong")
public final class WrongPage {

    private WrongPage() {}

    public static String show() {
        System.out.println("not here");
        return WrongCommand.show();
    }
}
