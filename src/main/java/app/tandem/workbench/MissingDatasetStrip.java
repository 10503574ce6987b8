package app.tandem.workbench;

import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.nio.file.Path;
import java.util.Optional;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says above every page that the dataset is no longer where it was, and asks where it is now. */
final class MissingDatasetStrip extends TopStrip {

    private final Messages messages;

    MissingDatasetStrip(OpenStudy study, ShellActions actions, Messages messages, Watch watch) {
        super("missing-dataset", BootstrapIcons.FOLDER_X, actions.locate().orElseThrow(), "locate-dataset");
        this.messages = messages;
        watch.on(study.missingDatasetProperty(), this::show);
        show(study.missingDatasetProperty().get());
    }

    private void show(Optional<Path> missing) {
        setVisible(missing.isPresent());
        missing.ifPresent(place -> say(messages.text("dataset.missing", place)));
    }
}
