package app.tandem.workbench;

import app.tandem.workbench.common.ActionControls;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says above every page that the dataset is no longer where it was, and asks where it is now. */
final class MissingDatasetStrip extends HBox {

    private final Messages messages;
    private final Label words = Icons.label("");

    MissingDatasetStrip(OpenStudy study, ShellActions actions, Messages messages, Watch watch) {
        super(10);
        this.messages = messages;
        Button locate = ActionControls.button(actions.locate().orElseThrow());
        setId("missing-dataset");
        getStyleClass().add("top-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("missing-dataset-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        locate.setId("locate-dataset");
        locate.setMinWidth(USE_PREF_SIZE);
        locate.visibleProperty().bind(locate.disableProperty().not());
        managedProperty().bind(visibleProperty());
        getChildren().setAll(Icons.icon(BootstrapIcons.FOLDER_X, "state-icon", "paused"), words, locate);
        watch.on(study.missingDatasetProperty(), this::show);
        show(study.missingDatasetProperty().get());
    }

    private void show(Optional<Path> missing) {
        setVisible(missing.isPresent());
        missing.ifPresent(place -> words.setText(messages.text("dataset.missing", place)));
    }
}
