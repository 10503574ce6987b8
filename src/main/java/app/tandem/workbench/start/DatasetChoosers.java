package app.tandem.workbench.start;

import app.tandem.store.StudyFile;
import app.tandem.workbench.common.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a dataset, and for the file of the study that is made of it. */
public final class DatasetChoosers {

    private final Supplier<Window> owner;
    private final Messages messages;
    private final Consumer<Path> chosen;

    /** @param chosen is given the dataset */
    public DatasetChoosers(Supplier<Window> owner, Messages messages, Consumer<Path> chosen) {
        this.owner = owner;
        this.messages = messages;
        this.chosen = chosen;
    }

    /** A folder of images. */
    public void folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.text("new.chooseFolder"));
        Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath).ifPresent(chosen);
    }

    /** A file of a dataset. */
    public void file() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("new.chooseFile"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                messages.text("new.datasets"), "*-ubyte", "*-ubyte.gz", "*.png", "*.csv"),
                        new FileChooser.ExtensionFilter(messages.text("new.anyFile"), "*"));
        Optional.ofNullable(chooser.showOpenDialog(owner.get()))
                .map(File::toPath)
                .ifPresent(chosen);
    }

    /** Where a study is to be made; empty where the user chose nothing. */
    Optional<Path> studyFile(Path now) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("new.saveAs"));
        chooser.setInitialFileName(String.valueOf(now.getFileName()));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(messages.text("start.studies"), "*" + StudyFile.SUFFIX));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(File::toPath)
                .map(DatasetChoosers::withSuffix);
    }

    private static Path withSuffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(StudyFile.SUFFIX) ? file : file.resolveSibling(name + StudyFile.SUFFIX);
    }
}
