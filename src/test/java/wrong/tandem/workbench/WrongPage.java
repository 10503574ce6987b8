package wrong.tandem.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import wrong.tandem.cli.WrongCommand;

/** Knows a later package, reads arguments in the window, prints, and reads a file without a word about where it may. */
@Command(name = "wrong")
public final class WrongPage {

    private WrongPage() {}

    public static String show() {
        System.out.println("not here");
        if (Files.exists(Path.of("somewhere"))) {
            return "";
        }
        return WrongCommand.show();
    }
}
