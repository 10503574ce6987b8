package app.tandem.workbench;

import app.tandem.workbench.common.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for the file of a study. */
final class StudyChooser {

    private StudyChooser() {}

    /** Empty where the user chose none. */
    static Optional<Path> ask(Window owner, Messages messages) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("start.openFile"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(messages.text("start.studies"), "*.tandem"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
