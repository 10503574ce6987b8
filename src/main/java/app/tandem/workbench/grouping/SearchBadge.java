package app.tandem.workbench.grouping;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.grouping.GroupingState.Phase;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** How much of what is shown is certain: exact, still searched for, stopped, or refused. */
final class SearchBadge extends HBox {

    /** What is found sooner needs no word of the search. */
    private static final Duration UNSEEN = Duration.millis(300);

    private final GroupingModel model;
    private final Messages messages;
    private final Label badge = Icons.whole("");
    private final Button stop;
    private final Button again;
    private final PauseTransition wait = new PauseTransition(UNSEEN);
    private boolean slow;

    SearchBadge(GroupingModel model, Messages messages, Watch watch) {
        super(6);
        this.model = model;
        this.messages = messages;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        badge.setId("search-badge");
        stop = Icons.button(BootstrapIcons.X, messages.text("grouping.stopSearch"), model::stopSearch);
        stop.setId("stop-search");
        again = Icons.button(BootstrapIcons.ARROW_REPEAT, messages.text("grouping.searchAgain"), model::searchAgain);
        again.setId("search-again");
        for (Button button : new Button[] {stop, again}) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        getChildren().setAll(badge, stop, again);
        wait.setOnFinished(event -> {
            slow = true;
            show();
        });
        watch.on(model.stateProperty(), state -> follow());
        follow();
    }

    private void follow() {
        if (model.stateProperty().get().phase() != Phase.SEARCHING) {
            wait.stop();
            slow = false;
        } else if (!slow) {
            wait.play();
        }
        show();
    }

    private void show() {
        GroupingState state = model.stateProperty().get();
        stop.setVisible(slow);
        again.setVisible(state.phase() == Phase.STOPPED);
        Optional<Overview> overview = state.overview().filter(known -> known.networks() > 0);
        badge.setVisible(overview.isPresent());
        overview.ifPresent(known -> show(state.phase(), known));
    }

    private void show(Phase phase, Overview known) {
        switch (phase) {
            case STOPPED -> show("grouping.searchStopped", BootstrapIcons.PAUSE_CIRCLE, "paused", known);
            case REFUSED -> show("grouping.searchRefused", BootstrapIcons.EXCLAMATION_TRIANGLE, "paused", known);
            case WAITING, SEARCHING, FOUND -> {
                boolean all = known.measured() == known.networks();
                if (slow) {
                    show("grouping.searching", BootstrapIcons.HOURGLASS_SPLIT, "running", known);
                } else if (known.measured() == 0) {
                    show("grouping.exactNone", BootstrapIcons.HOURGLASS_SPLIT, "calm", known);
                } else if (all) {
                    show("grouping.exactAll", BootstrapIcons.SHIELD_CHECK, "done", known);
                    tellExtra(known);
                } else {
                    show("grouping.exactSome", BootstrapIcons.HOURGLASS_SPLIT, "running", known);
                    tellExtra(known);
                }
            }
        }
    }

    /** Runs are counted of candidates, losses of every network that was measured. */
    private void tellExtra(Overview known) {
        if (known.extra() > 0) {
            badge.setText(badge.getText() + messages.text("grouping.extra", known.extra()));
        }
    }

    private void show(String key, Ikon icon, String look, Overview known) {
        badge.setText(messages.text(key, known.measured(), known.networks()));
        badge.setGraphic(Icons.icon(icon));
        badge.getStyleClass().setAll("label", "badge", look);
    }
}
