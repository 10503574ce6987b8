package app.tandem.workbench;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Remembers the window's size and place, once the user no longer pulls at its frame. */
final class WindowSize {

    private static final Duration SETTLED = Duration.millis(400);

    private final Stage stage;
    private final WorkbenchModel model;
    private final PauseTransition settling = new PauseTransition(SETTLED);

    /** @param stage has its scene already */
    WindowSize(Stage stage, WorkbenchModel model) {
        this.stage = stage;
        this.model = model;
        putBack();
        stage.setMaximized(model.layout().maximized());
        settling.setOnFinished(event -> keep());
        Scene scene = stage.getScene();
        scene.widthProperty().addListener((property, before, after) -> settling.playFromStart());
        scene.heightProperty().addListener((property, before, after) -> settling.playFromStart());
        stage.xProperty().addListener((property, before, after) -> settling.playFromStart());
        stage.yProperty().addListener((property, before, after) -> settling.playFromStart());
        stage.maximizedProperty().addListener((property, before, after) -> settling.playFromStart());
    }

    /** Where it stood; the system chooses where that is no longer on a screen. */
    private void putBack() {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        model.layout().placeOn(screens).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
        });
    }

    /** Remembers it as it is now. The size of a window that fills the screen is the one it goes back to. */
    void keep() {
        settling.stop();
        if (!stage.isShowing() || stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        WindowLayout now = model.layout().withMaximized(stage.isMaximized());
        Scene scene = stage.getScene();
        model.arrange(
                stage.isMaximized()
                        ? now
                        : now.withSize(scene.getWidth(), scene.getHeight())
                                .withPlace(new WindowLayout.Place(stage.getX(), stage.getY())));
    }
}
