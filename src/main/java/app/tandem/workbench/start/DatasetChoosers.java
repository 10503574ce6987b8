package app.tandem.workbench.start;

import app.tandem.store.StudyFile;
import app.tandem.workbench.common.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for what a study is opened or made of, and for the file of a study that is made. */
public final class DatasetChoosers {

    private static final List<String> DATASETS = List.of("*-ubyte", "*-ubyte.gz", "*.png", "*.csv");
    private static final String STUDY = "*" + StudyFile.SUFFIX;
    private static final String LOSSES = "*.csv";

    private final Supplier<Window> owner;
    private final Messages messages;
    private final Consumer<Path> chosen;

    /** @param chosen is given the folder or file */
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
        chooser.getExtensionFilters().setAll(filter("new.datasets", DATASETS), filter("new.anyFile", List.of("*")));
        ask(chooser);
    }

    /** Whatever can be opened by a file of its: a study, losses, a dataset. */
    public void anything() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("start.openFile"));
        chooser.getExtensionFilters().setAll(openable());
        ask(chooser);
    }

    List<FileChooser.ExtensionFilter> openable() {
        List<String> all = Stream.concat(Stream.of(STUDY), DATASETS.stream()).toList();
        return List.of(
                filter("start.openable", all),
                filter("start.studies", List.of(STUDY)),
                filter("start.losses", List.of(LOSSES)),
                filter("new.datasets", DATASETS),
                filter("new.anyFile", List.of("*")));
    }

    private FileChooser.ExtensionFilter filter(String words, List<String> names) {
        return new FileChooser.ExtensionFilter(messages.text(words), names);
    }

    private void ask(FileChooser chooser) {
        Optional.ofNullable(chooser.showOpenDialog(owner.get()))
                .map(File::toPath)
                .ifPresent(chosen);
    }

    /** Where a study is to be made; empty where the user chose nothing. */
    Optional<Path> studyFile(Path now) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("new.saveAs"));
        chooser.setInitialFileName(String.valueOf(now.getFileName()));
        chooser.getExtensionFilters().setAll(filter("start.studies", List.of(STUDY)));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(File::toPath)
                .map(DatasetChoosers::withSuffix);
    }

    private static Path withSuffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(StudyFile.SUFFIX) ? file : file.resolveSibling(name + StudyFile.SUFFIX);
    }
}
