package app.tandem.workbench;

import app.tandem.owner.StudyHolder;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.ReadOnly;
import app.tandem.workbench.common.Watch;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says above every page why a study can only be read here, and opens it to work on it once that may be over. */
final class ReadOnlyStrip extends TopStrip {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Messages messages;

    ReadOnlyStrip(OpenStudy study, ShellActions actions, Messages messages, Watch watch) {
        super("read-only", BootstrapIcons.LOCK_FILL, actions.takeOver().orElseThrow(), "take-over");
        this.messages = messages;
        watch.on(study.readOnlyProperty(), this::show);
        show(study.readOnlyProperty().get());
    }

    private void show(Optional<ReadOnly> now) {
        now.ifPresent(readOnly -> say(
                switch (readOnly.reason()) {
                    case HELD ->
                        readOnly.holder().map(this::holder).orElse(messages.text("readOnly.unknown")) + " "
                                + messages.text("readOnly.words");
                    case LET_GO -> messages.text("readOnly.free");
                    case UNWRITABLE -> messages.text("readOnly.unwritable");
                }));
    }

    private String holder(StudyHolder holder) {
        String process = Long.toString(holder.pid());
        String since = MINUTE.format(holder.since());
        return holder.isHere()
                ? messages.text("readOnly." + holder.work().name(), process, since)
                : messages.text("readOnly.elsewhere", holder.host(), process, since);
    }
}
