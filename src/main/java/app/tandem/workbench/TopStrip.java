package app.tandem.workbench;

import app.tandem.workbench.common.Action;
import app.tandem.workbench.common.ActionControls;
import app.tandem.workbench.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;

/** A line above every page that says what stands in the way, with the one action that helps, seen while it can be done. */
abstract class TopStrip extends HBox {

    private final Label words = Icons.label("");

    /**
     * @param id of the strip; its words' is {@code id-words}
     * @param helpId of the button
     */
    TopStrip(String id, Ikon ikon, Action help, String helpId) {
        super(10);
        setId(id);
        getStyleClass().add("top-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setId(id + "-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = ActionControls.button(help);
        button.setId(helpId);
        button.setMinWidth(USE_PREF_SIZE);
        button.visibleProperty().bind(button.disableProperty().not());
        managedProperty().bind(visibleProperty());
        getChildren().setAll(Icons.icon(ikon, "state-icon", "paused"), words, button);
    }

    final void say(String text) {
        words.setText(text);
    }
}
