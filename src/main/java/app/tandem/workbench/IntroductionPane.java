package app.tandem.workbench;

import app.tandem.workbench.Introduction.Step;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Lies above the window, outlines the control that the step is about, and says beside it what to do. It stops no gesture. */
final class IntroductionPane extends Pane {

    private static final double WIDTH = 296;
    private static final double GAP = 14;
    private static final double OUTLINE = 4;
    private static final double STATUS_LINE = 30;

    /**
     * A control that a step may point to.
     *
     * @param side of it where the card covers least of what the step is about
     * @param otherwise above which control the card stands where it has no room at that side; empty for none
     * @param low whether the card stands at the foot of the window, where it covers no heading
     */
    private record Target(String id, Side side, String otherwise, boolean low) {

        Target(String id, Side side) {
            this(id, side, "", false);
        }

        /** Another page than the one that is looked at. */
        static Target page(String id) {
            return new Target(id, Side.RIGHT, "", true);
        }
    }

    /** Where each step points: the first of these that is in sight. */
    private static final Map<Step, List<Target>> TARGETS = new EnumMap<>(Map.of(
            Step.OPEN, List.of(new Target("#sample-rooms", Side.LEFT, "#sample-fashion", false)),
            Step.BUILD,
                    List.of(
                            new Target("#create-grouping", Side.BOTTOM),
                            new Target("#new-network", Side.LEFT),
                            Target.page("#page-board")),
            Step.TRAIN,
                    List.of(
                            new Target("#board-train", Side.BOTTOM),
                            new Target("#pause-all", Side.BOTTOM),
                            Target.page("#page-board")),
            Step.BEST, List.of(new Target("#budget-slider", Side.BOTTOM), Target.page("#page-grouping"))));

    private final Introduction introduction;
    private final Messages messages;
    private final Region outline = new Region();
    private final Label count = Icons.label("", "muted", "note");
    private final Label title = Icons.label("", "strong");
    private final Label words = Icons.label("");
    private final Button skip;
    private final Button next;
    private final VBox card;
    private final Runnable placing = this::place;

    IntroductionPane(Introduction introduction, Messages messages, Watch watch) {
        this.introduction = introduction;
        this.messages = messages;
        this.skip = Icons.button(BootstrapIcons.X, messages.text("intro.skip"), introduction::end);
        this.next = Icons.button(BootstrapIcons.CHEVRON_RIGHT, "", introduction::next);
        this.card = card();
        setPickOnBounds(false);
        outline.getStyleClass().add("introduction-outline");
        outline.setMouseTransparent(true);
        outline.setManaged(false);
        card.setManaged(false);
        getStyleClass().add("introduction");
        getChildren().setAll(outline, card);
        sceneProperty().addListener((property, before, after) -> follow(before, after));
        watch.on(introduction.stepProperty(), this::show);
        show(introduction.stepProperty().get());
    }

    private VBox card() {
        skip.setId("introduction-skip");
        skip.getStyleClass().add(Styles.FLAT);
        next.setId("introduction-next");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setId("introduction-words");
        title.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, skip, space, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(7, count, title, words, buttons);
        box.setId("introduction-card");
        box.getStyleClass().add("introduction-card");
        box.setPrefWidth(WIDTH);
        return box;
    }

    /** Where the target is changes with every layout of the window. */
    private void follow(@Nullable Scene before, @Nullable Scene after) {
        if (before != null) {
            before.removePostLayoutPulseListener(placing);
        }
        if (after != null) {
            after.addPostLayoutPulseListener(placing);
        }
    }

    private void show(Optional<Step> step) {
        setVisible(step.isPresent());
        step.ifPresent(now -> {
            count.setText(messages.text("intro.count", List.of(Step.values()).indexOf(now) + 1, Step.values().length));
            title.setText(messages.text("intro." + now.name() + ".title"));
            words.setText(messages.text("intro." + now.name() + ".words"));
            next.setText(messages.text(now == Step.BEST ? "intro.done" : "intro.next"));
            next.setVisible(now != Step.OPEN);
        });
        requestLayout();
    }

    private void place() {
        Optional<Step> step = introduction.stepProperty().get();
        boolean placed = step.isPresent()
                && TARGETS.getOrDefault(step.get(), List.of()).stream().anyMatch(this::placeAt);
        outline.setVisible(placed);
        card.setVisible(placed);
    }

    /** @return false where the control is not in sight */
    private boolean placeAt(Target target) {
        Node node = getScene().lookup(target.id());
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        if (node == null) {
            return false;
        }
        Bounds bounds = boundsOf(node);
        outline.resizeRelocate(
                Math.rint(bounds.getMinX() - OUTLINE),
                Math.rint(bounds.getMinY() - OUTLINE),
                Math.rint(bounds.getWidth() + 2 * OUTLINE),
                Math.rint(bounds.getHeight() + 2 * OUTLINE));
        placeCard(target, bounds);
        return true;
    }

    private Bounds boundsOf(Node node) {
        return sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private void placeCard(Target target, Bounds bounds) {
        double height = Math.ceil(card.prefHeight(WIDTH));
        Point2D corner = corner(bounds, target.side(), height);
        if (target.low()) {
            corner = new Point2D(corner.getX(), getHeight() - STATUS_LINE - GAP - height);
        } else if (!target.otherwise().isEmpty() && !inside(corner, height).equals(corner)) {
            corner = corner(boundsOf(getScene().lookup(target.otherwise())), Side.TOP, height);
        }
        corner = inside(corner, height);
        card.resizeRelocate(Math.rint(corner.getX()), Math.rint(corner.getY()), WIDTH, height);
    }

    /** Where the card begins if it stands at this side. */
    private static Point2D corner(Bounds target, Side side, double height) {
        double away = OUTLINE + GAP;
        double x =
                switch (side) {
                    case LEFT -> target.getMinX() - away - WIDTH;
                    case RIGHT -> target.getMaxX() + away;
                    case TOP, BOTTOM -> target.getCenterX() - WIDTH / 2;
                };
        double y =
                switch (side) {
                    case TOP -> target.getMinY() - away - height;
                    case BOTTOM -> target.getMaxY() + away;
                    case LEFT, RIGHT -> target.getCenterY() - height / 2;
                };
        return new Point2D(x, y);
    }

    /** The nearest place where all of the card is in the window. */
    private Point2D inside(Point2D corner, double height) {
        return new Point2D(
                Math.max(GAP, Math.min(corner.getX(), getWidth() - WIDTH - GAP)),
                Math.max(GAP, Math.min(corner.getY(), getHeight() - height - GAP)));
    }
}
