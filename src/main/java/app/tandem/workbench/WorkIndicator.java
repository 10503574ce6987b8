package app.tandem.workbench;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.LongWork;
import app.tandem.workbench.common.LongWorks;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says in one line what is under way beside training; a click shows each piece of it, where it can be stopped. */
final class WorkIndicator extends Button {

    /** What is done sooner is not worth a look. */
    private static final Duration UNSEEN = Duration.millis(300);

    private final LongWorks works;
    private final Messages messages;
    private final PauseTransition wait = new PauseTransition(UNSEEN);
    private Watch following = new Watch();

    /** @param showAll shows each piece, or hides them */
    WorkIndicator(LongWorks works, Messages messages, Runnable showAll, Watch watch) {
        this.works = works;
        this.messages = messages;
        setId("work-indicator");
        setGraphic(Icons.icon(BootstrapIcons.HOURGLASS_SPLIT));
        setMnemonicParsing(false);
        getStyleClass().addAll("flat", "work-indicator");
        setTooltip(new Tooltip(messages.text("work.show")));
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        setOnAction(event -> showAll.run());
        wait.setOnFinished(event -> setVisible(!works.underWay().isEmpty()));
        watch.on(works.underWay(), this::follow);
        follow();
    }

    private void follow() {
        following.end();
        following = new Watch();
        works.underWay().forEach(work -> following.on(work.stateProperty(), state -> show()));
        if (works.underWay().isEmpty()) {
            wait.stop();
            setVisible(false);
        } else if (!isVisible()) {
            wait.playFromStart();
        }
        show();
    }

    private void show() {
        List<LongWork> all = works.underWay();
        if (all.size() == 1) {
            LongWork only = all.get(0);
            setText(only.words(messages)
                    + WorkWords.progress(only.stateProperty().get(), messages));
        } else {
            setText(messages.text("work.several", all.size()));
        }
    }
}
