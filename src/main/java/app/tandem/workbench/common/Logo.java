package app.tandem.workbench.common;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Shape;

/** Two wheels that share a part, as two tasks share an encoder. */
public final class Logo {

    private Logo() {}

    public static Node small() {
        return wheels(7);
    }

    public static Node large() {
        return wheels(22);
    }

    private static Node wheels(double radius) {
        Circle left = new Circle(radius, radius, radius);
        Circle right = new Circle(radius * 2.3, radius, radius);
        Shape shared = Shape.intersect(left, right);
        left.getStyleClass().add("logo-left");
        right.getStyleClass().add("logo-right");
        shared.getStyleClass().add("logo-shared");
        javafx.scene.Group wheels = new javafx.scene.Group(left, right, shared);
        StackPane logo = new StackPane(wheels);
        logo.setMinSize(radius * 3.3, radius * 2);
        logo.setMaxSize(radius * 3.3, radius * 2);
        return logo;
    }
}
