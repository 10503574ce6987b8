package app.tandem.workbench.losses;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The scale of gains as a row of swatches, worst first. Cells take their colours from it: so they are the theme's, and
 * hundreds of cells change colour without being styled anew.
 */
final class GainScale extends HBox {

    private final Region[] swatches = new Region[2 * GainColor.STEPS + 1];
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    GainScale() {
        super(2);
        setAlignment(Pos.CENTER);
        for (int i = 0; i < swatches.length; i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", GainColor.styleClass(i - GainColor.STEPS));
            swatch.backgroundProperty().addListener(property -> version.set(version.get() + 1));
            swatches[i] = swatch;
            getChildren().add(swatch);
        }
    }

    /** The colour of a step; none at zero, and before the scale has its colours. */
    Paint color(int step) {
        Background background = swatches[step + GainColor.STEPS].getBackground();
        boolean none = step == 0 || background == null || background.getFills().isEmpty();
        return none ? Color.TRANSPARENT : background.getFills().get(0).getFill();
    }

    /** Another number whenever the colours are others, as with another theme. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }
}
