package app.tandem.workbench.board;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says that the board comes next, and where to go meanwhile. */
public final class BoardPage extends StackPane {

    /** Leads to the pages that are there already. */
    public BoardPage(Messages messages, Runnable train, Runnable losses, Runnable grouping) {
        getStyleClass().add("board-page");
        Label title = Icons.label(messages.text("board.title"), "page-title");
        Label words = Icons.label(messages.text("board.words"), "muted");
        words.setWrapText(true);
        words.setMaxWidth(470);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("centred");
        Button first = Icons.button(BootstrapIcons.CPU, messages.text("board.train"), train);
        Button second = Icons.button(BootstrapIcons.TABLE, messages.text("board.losses"), losses);
        Button third = Icons.button(BootstrapIcons.DIAGRAM_3, messages.text("board.grouping"), grouping);
        HBox ways = new HBox(8, first, second, third);
        ways.setAlignment(Pos.CENTER);
        VBox box = new VBox(14, Icons.icon(BootstrapIcons.KANBAN, "empty-icon"), title, words, ways);
        box.setAlignment(Pos.CENTER);
        box.setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(box);
    }
}
