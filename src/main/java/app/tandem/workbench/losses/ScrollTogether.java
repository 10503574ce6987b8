package app.tandem.workbench.losses;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of two tables beside one another, whichever of them is scrolled. Both have the same rows of the same
 * height.
 */
final class ScrollTogether {

    private final LossPart left;
    private final LossPart right;
    private @Nullable VirtualFlow<?> leftRows;
    private @Nullable VirtualFlow<?> rightRows;
    private boolean leftLeads;

    private ScrollTogether(LossPart left, LossPart right) {
        this.left = left;
        this.right = right;
    }

    /** @param right the one whose bars are seen */
    static void join(LossPart left, LossPart right) {
        ScrollTogether together = new ScrollTogether(left, right);
        Runnable laidOut = together::laidOut;
        right.sceneProperty().addListener((property, before, scene) -> listen(before, scene, laidOut));
    }

    private static void listen(@Nullable Scene before, @Nullable Scene scene, Runnable laidOut) {
        if (before != null) {
            before.removePostLayoutPulseListener(laidOut);
        }
        if (scene != null) {
            scene.addPostLayoutPulseListener(laidOut);
        }
    }

    /** Positions are shares of the height, and may be rounded differently in the two: the pixels are made the same. */
    private void laidOut() {
        if (leftRows == null || rightRows == null) {
            find();
        }
        VirtualFlow<?> one = leftRows;
        VirtualFlow<?> other = rightRows;
        if (one == null || other == null || !left.isVisible()) {
            return;
        }
        if (leftLeads) {
            follow(other, one);
        } else {
            follow(one, other);
        }
    }

    private static void follow(VirtualFlow<?> follower, VirtualFlow<?> leader) {
        double apart = offset(leader) - offset(follower);
        if (Math.abs(apart) >= 0.5) {
            follower.scrollPixels(apart);
        }
    }

    /** How many pixels of the rows are above the sight. */
    private static double offset(VirtualFlow<?> rows) {
        IndexedCell<?> first = rows.getFirstVisibleCell();
        return first == null ? 0 : first.getIndex() * LossPart.ROW_HEIGHT - first.getLayoutY();
    }

    /** The rows exist once the tables have their skins. */
    private void find() {
        leftRows = (VirtualFlow<?>) left.lookup(".virtual-flow");
        rightRows = (VirtualFlow<?>) right.lookup(".virtual-flow");
        VirtualFlow<?> one = leftRows;
        VirtualFlow<?> other = rightRows;
        if (one == null || other == null) {
            return;
        }
        one.positionProperty().addListener((property, before, now) -> {
            if (now.doubleValue() != other.getPosition()) {
                leftLeads = true;
                other.setPosition(now.doubleValue());
            }
        });
        other.positionProperty().addListener((property, before, now) -> {
            if (now.doubleValue() != one.getPosition()) {
                leftLeads = false;
                one.setPosition(now.doubleValue());
            }
        });
        makeRoomForBar();
    }

    /** Without the room that the bar below takes from its neighbour, rows would not stand side by side at the end. */
    private void makeRoomForBar() {
        for (Node node : right.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL) {
                bar.visibleProperty().addListener(property -> makeRoom(bar));
                bar.heightProperty().addListener(property -> makeRoom(bar));
                makeRoom(bar);
            }
        }
    }

    private void makeRoom(ScrollBar below) {
        HBox.setMargin(left, new Insets(0, 0, below.isVisible() ? below.getHeight() : 0, 0));
    }
}
