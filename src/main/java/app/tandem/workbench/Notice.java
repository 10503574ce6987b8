package app.tandem.workbench;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** One message in the corner; its details, if it has any, are behind a fold. */
final class Notice extends HBox {

    private static final double WIDTH = 420;
    private static final int MOST_LINES = 7;

    private final String words;

    /**
     * @param kind {@code done} or {@code failed}
     * @param details a line each; empty where there is nothing to unfold
     * @param close takes the notice away
     */
    Notice(String words, String kind, List<String> details, Messages messages, Consumer<Notice> close) {
        super(10);
        this.words = words;
        Label text = Icons.label(words);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        VBox content = new VBox(text);
        content.getStyleClass().add("vbox");
        HBox.setHgrow(content, Priority.ALWAYS);
        if (!details.isEmpty()) {
            content.getChildren().add(fold(String.join("\n", details), messages));
        }
        Button away = Icons.iconButton(BootstrapIcons.X, messages.text("common.close"), () -> close.accept(this));
        away.getStyleClass().add("flat");
        BootstrapIcons icon =
                kind.equals("done") ? BootstrapIcons.CHECK_CIRCLE_FILL : BootstrapIcons.EXCLAMATION_CIRCLE_FILL;
        getChildren().setAll(Icons.icon(icon, "state-icon", kind), content, away);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().addAll("notice", kind);
        setMaxWidth(WIDTH);
        setMaxHeight(USE_PREF_SIZE);
    }

    String words() {
        return words;
    }

    private static VBox fold(String details, Messages messages) {
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount((int) Math.min(MOST_LINES, details.lines().count() + 1));
        area.setAccessibleText(messages.text("error.details"));
        area.getStyleClass().add("log");
        Button copy = Icons.button(BootstrapIcons.CLIPBOARD, messages.text("error.copy"), () -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(details);
            Clipboard.getSystemClipboard().setContent(clip);
        });
        VBox folded = new VBox(6, area, copy);
        folded.setVisible(false);
        folded.managedProperty().bind(folded.visibleProperty());
        Hyperlink more = new Hyperlink(messages.text("error.details"), Icons.icon(BootstrapIcons.CHEVRON_RIGHT));
        more.getStyleClass().add("unfold");
        more.setOnAction(event -> {
            boolean open = !folded.isVisible();
            folded.setVisible(open);
            more.setVisited(false);
            more.setGraphic(Icons.icon(open ? BootstrapIcons.CHEVRON_DOWN : BootstrapIcons.CHEVRON_RIGHT));
        });
        return new VBox(4, more, folded);
    }
}
