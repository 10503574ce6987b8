package app.tandem.workbench.board;

import app.tandem.workbench.common.Icons;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The empty place behind the last network: a card dropped here begins a new one. */
final class NewNetworkZone extends Button {

    private static final double NARROW = 58;
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final BoardWords words;

    NewNetworkZone(BoardWords words, CardMenu menu) {
        this.words = words;
        setId("new-network");
        getStyleClass().setAll("new-network");
        setAccessibleText(words.text("newNetwork"));
        setMaxHeight(Double.MAX_VALUE);
        setOnAction(event -> menu.choose(this, new Target.NewNetwork()));
        show(false);
    }

    /** Narrow beside other networks, wide where there are none yet. */
    void show(boolean alone) {
        Label label = Icons.label(alone ? words.text("firstNetwork") : words.text("newNetwork"), "new-network-words");
        label.setGraphic(Icons.icon(BootstrapIcons.PLUS));
        label.setWrapText(alone);
        if (!alone) {
            label.setRotate(90);
        }
        setGraphic(alone ? label : new Group(label));
        setMinWidth(NARROW);
        setPrefWidth(alone ? 2 * NetworkColumn.WIDTH : NARROW);
        setMaxWidth(alone ? Double.MAX_VALUE : NARROW);
        HBox.setHgrow(this, alone ? Priority.ALWAYS : Priority.NEVER);
    }

    void show(Optional<Preview> preview) {
        pseudoClassStateChanged(
                TARGET,
                preview.filter(each -> each.target() instanceof Target.NewNetwork)
                        .isPresent());
    }
}
