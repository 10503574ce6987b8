package app.tandem.workbench;

import app.tandem.owner.StudyHolder;
import app.tandem.workbench.common.ActionControls;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.Watch;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says above every page who works on a study that can only be read here, and takes it over once it is let go of. */
final class ReadOnlyStrip extends HBox {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Messages messages;
    private final Label words = Icons.label("");
    private final Button takeOver;

    ReadOnlyStrip(OpenStudy study, ShellActions actions, Messages messages, Watch watch) {
        super(10);
        this.messages = messages;
        this.takeOver = ActionControls.button(actions.takeOver().orElseThrow());
        setId("read-only");
        getStyleClass().add("top-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("read-only-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        takeOver.setId("take-over");
        takeOver.setMinWidth(USE_PREF_SIZE);
        takeOver.visibleProperty().bind(takeOver.disableProperty().not());
        getChildren().setAll(Icons.icon(BootstrapIcons.LOCK_FILL, "state-icon", "paused"), words, takeOver);
        watch.on(study.readOnlyProperty(), this::show);
        show(study.readOnlyProperty().get());
    }

    private void show(Optional<ReadOnly> now) {
        now.ifPresent(readOnly -> words.setText(
                readOnly.free()
                        ? messages.text("readOnly.free")
                        : readOnly.holder().map(this::holder).orElse(messages.text("readOnly.unknown")) + " "
                                + messages.text("readOnly.words")));
    }

    private String holder(StudyHolder holder) {
        String process = Long.toString(holder.pid());
        String since = MINUTE.format(holder.since());
        return holder.isHere()
                ? messages.text("readOnly." + holder.work().name(), process, since)
                : messages.text("readOnly.elsewhere", holder.host(), process, since);
    }
}
