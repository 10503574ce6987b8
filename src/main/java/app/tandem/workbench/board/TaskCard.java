package app.tandem.workbench.board;

import app.tandem.study.Task;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.TaskMark;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** A task, in the palette or in a network: its colour, a picture of its label, its name, and what is known of it there. */
final class TaskCard extends HBox {

    private static final double PICTURE_WIDTH = 46;
    private static final double PICTURE_HEIGHT = 35;
    private static final double BUTTON = 24;
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");

    private final Held held;
    private final CardActions actions;
    private final ImageView picture = new ImageView();
    private final Node placeholder = Icons.icon(BootstrapIcons.IMAGE, "no-picture");
    private final Label name = Icons.label("", "card-name");
    private final Label line = Icons.label("", "card-line");
    private final Tooltip tip = new Tooltip();
    private final ToggleButton trainOnly = new ToggleButton("", Icons.icon(BootstrapIcons.BOOK));

    TaskCard(Held held, CardActions actions) {
        this.held = held;
        this.actions = actions;
        TaskMark mark = actions.mark(held);
        setId((held.from().isPresent() ? "card-" + held.from().getAsInt() + "-" : "palette-") + mark.id());
        getStyleClass().addAll("task-card", mark.styleClass());
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Region stripe = new Region();
        stripe.getStyleClass().add("stripe");
        name.setText(mark.name());
        name.setWrapText(true);
        line.setWrapText(true);
        for (Label label : new Label[] {name, line}) {
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox words = new VBox(name, line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(stripe, pictureBox(), words);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::takeFocus);
        if (held.from().isPresent()) {
            installTip();
            if (!actions.isReadOnly()) {
                addTrainOnly();
            }
        }
    }

    /** Keeps the press to itself: the scroll panes around it would take the focus away again. */
    private void takeFocus(MouseEvent press) {
        requestFocus();
        press.consume();
    }

    private StackPane pictureBox() {
        picture.setFitWidth(PICTURE_WIDTH);
        picture.setPreserveRatio(true);
        Rectangle corners = new Rectangle(PICTURE_WIDTH, PICTURE_HEIGHT);
        corners.setArcWidth(6);
        corners.setArcHeight(6);
        StackPane box = new StackPane(placeholder, picture);
        box.getStyleClass().add("picture");
        box.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        box.setPrefSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        box.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        box.setClip(corners);
        return box;
    }

    /** Seen while the pointer is on the card. The key T does the same, so that it need not be a stop of the focus. */
    private void addTrainOnly() {
        trainOnly.setManaged(false);
        trainOnly.resize(BUTTON, BUTTON);
        trainOnly.getStyleClass().addAll("train-only");
        trainOnly.setFocusTraversable(false);
        trainOnly.setTooltip(new Tooltip(actions.words().text("trainOnly.tip")));
        trainOnly.setAccessibleText(actions.words().text("menu.trainOnly"));
        trainOnly.setOnAction(event -> {
            requestFocus();
            actions.toggleTrainOnly(held);
        });
        getChildren().add(trainOnly);
    }

    private void installTip() {
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        Tooltip.install(this, tip);
    }

    /** The button lies over the lower corner, so that words need not give way to what is seldom used. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        trainOnly.relocate(getWidth() - BUTTON - 4, getHeight() - BUTTON - 4);
    }

    Held held() {
        return held;
    }

    void showPicture(Optional<Image> image) {
        picture.setImage(image.orElse(null));
        placeholder.setVisible(image.isEmpty());
    }

    /** In the palette. */
    void show(Task task, boolean served) {
        BoardWords words = actions.words();
        line.setText(served ? words.kind(task) : words.text("unserved"));
        pseudoClassStateChanged(WARNS, !served);
        setAccessibleText(task.name() + ", " + line.getText());
    }

    /** In a network. */
    void show(Board.Card card) {
        BoardWords words = actions.words();
        boolean marked = card.role() == Board.Role.TRAIN_ONLY;
        line.setText(words.card(card));
        pseudoClassStateChanged(MUTED, card.isMuted());
        trainOnly.setSelected(marked);
        String network = words.network(held.from().orElse(0));
        String spoken = words.text("card.spoken", name.getText(), network, line.getText());
        setAccessibleText(spoken);
        tip.setText(words.explain(name.getText(), network, card, actions.board().foresight()));
    }

    /** The card as it is carried by the pointer. */
    WritableImage snapshotWithoutButton(SnapshotParameters parameters) {
        trainOnly.setVisible(false);
        WritableImage image = snapshot(parameters, null);
        trainOnly.setVisible(true);
        return image;
    }

    void showHeld(boolean isHeld) {
        pseudoClassStateChanged(HELD, isHeld);
    }
}
