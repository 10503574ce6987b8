package app.tandem.workbench.board;

import app.tandem.workbench.common.Icons;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Cards carried by the pointer: a ghost of the card follows it, the place under it lights up where it takes the card. Ctrl
 * copies, Escape puts the card back.
 */
final class CardDrag {

    private static final double TILT = 2;
    private static final double ABOVE = 4;

    /** Where cards can be put. */
    interface Places {

        /** What is at a point of the scene; empty where a drop means nothing. */
        Optional<Target> at(Point2D scene);

        /** A card is held there. */
        void heldAt(Point2D scene);
    }

    private record Grip(TaskCard card, StackPane ghost, FontIcon badge, Point2D hold) {}

    private final Pane overlay;
    private final BoardModel model;
    private final CardActions actions;
    private final Places places;
    private final EventHandler<KeyEvent> keys = this::keyChanged;
    private Optional<Grip> grip = Optional.empty();
    private Point2D pointer = Point2D.ZERO;
    private boolean copies;

    CardDrag(Pane overlay, BoardModel model, CardActions actions, Places places) {
        this.overlay = overlay;
        this.model = model;
        this.actions = actions;
        this.places = places;
        overlay.setMouseTransparent(true);
        overlay.setPickOnBounds(false);
    }

    /** Lets a card be carried. */
    void install(TaskCard card) {
        card.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && grip.isEmpty()) {
                lift(card, event);
            }
        });
        card.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        card.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    }

    private void lift(TaskCard card, MouseEvent event) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        WritableImage image = card.snapshotWithoutButton(parameters);
        FontIcon badge = Icons.icon(BootstrapIcons.PLUS_CIRCLE_FILL, "ghost-badge");
        StackPane ghost = new StackPane(new ImageView(image), badge);
        ghost.getStyleClass().add("card-ghost");
        ghost.setManaged(false);
        ghost.setRotate(TILT);
        ghost.resize(image.getWidth(), image.getHeight());
        StackPane.setAlignment(badge, javafx.geometry.Pos.TOP_RIGHT);
        overlay.getChildren().add(ghost);
        grip = Optional.of(new Grip(card, ghost, badge, card.sceneToLocal(event.getSceneX(), event.getSceneY())));
        card.showHeld(true);
        Scene scene = card.getScene();
        scene.setCursor(Cursor.CLOSED_HAND);
        scene.addEventFilter(KeyEvent.ANY, keys);
        follow(event);
        event.consume();
    }

    private void moved(MouseEvent event) {
        if (grip.isPresent()) {
            follow(event);
            event.consume();
        }
    }

    private void follow(MouseEvent event) {
        pointer = new Point2D(event.getSceneX(), event.getSceneY());
        copies = event.isShortcutDown() || event.isControlDown();
        places.heldAt(pointer);
        show();
    }

    private void show() {
        grip.ifPresent(held -> {
            Point2D at = overlay.sceneToLocal(pointer);
            held.ghost()
                    .relocate(
                            at.getX() - held.hold().getX(),
                            at.getY() - held.hold().getY() - ABOVE);
            Optional<Target> target = places.at(pointer);
            boolean accepted = target.filter(each -> model.hover(held.card().held(), each, copies))
                    .isPresent();
            if (target.isEmpty()) {
                model.release();
            }
            held.badge().setIconCode(badge(accepted, target));
            held.badge().setVisible(!accepted || copies || target.get() instanceof Target.Away);
        });
    }

    private static Ikon badge(boolean accepted, Optional<Target> target) {
        if (!accepted) {
            return BootstrapIcons.SLASH_CIRCLE;
        }
        return target.filter(Target.Away.class::isInstance).isPresent()
                ? BootstrapIcons.TRASH_FILL
                : BootstrapIcons.PLUS_CIRCLE_FILL;
    }

    private void released(MouseEvent event) {
        if (grip.isEmpty() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        follow(event);
        Held held = grip.get().card().held();
        putBack();
        places.at(pointer).ifPresent(target -> actions.put(held, target, copies));
        event.consume();
    }

    private void keyChanged(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            putBack();
        } else if (event.getCode() == KeyCode.CONTROL || event.getCode() == KeyCode.COMMAND) {
            copies = event.getEventType() == KeyEvent.KEY_PRESSED;
            show();
        }
        event.consume();
    }

    /** Ends the gesture without a drop, also where the card went away meanwhile. */
    void putBack() {
        grip.ifPresent(held -> {
            grip = Optional.empty();
            overlay.getChildren().remove(held.ghost());
            held.card().showHeld(false);
            Scene scene = overlay.getScene();
            if (scene != null) {
                scene.setCursor(Cursor.DEFAULT);
                scene.removeEventFilter(KeyEvent.ANY, keys);
            }
            model.release();
        });
    }

    /** The card that is carried. */
    Optional<Node> carried() {
        return grip.map(Grip::card);
    }
}
