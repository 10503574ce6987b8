package app.tandem.workbench.grouping;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says that the losses have changed since a grouping was kept for the budget, and keeps the one of today. */
final class OutdatedMark extends HBox {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Messages messages;
    private final Label words = Icons.label("");

    OutdatedMark(GroupingModel model, Messages messages, Watch watch) {
        super(8);
        this.messages = messages;
        words.setId("outdated");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button keep =
                Icons.button(BootstrapIcons.ARROW_REPEAT, messages.text("grouping.keepAgain"), model::keepGrouping);
        keep.setId("keep-grouping");
        keep.setDisable(model.isReadOnly());
        keep.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("outdated-mark");
        getChildren().setAll(words, keep);
        watch.on(model.outdatedProperty(), this::show);
        show(model.outdatedProperty().get());
    }

    private void show(Optional<Instant> made) {
        setVisible(made.isPresent());
        setManaged(made.isPresent());
        words.setText(made.map(when -> messages.text("grouping.outdated", MINUTE.format(when)))
                .orElse(""));
    }
}
