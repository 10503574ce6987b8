package app.tandem.workbench.common;

import app.tandem.report.Figure;
import app.tandem.report.FigureExport;
import app.tandem.report.FigureSize;
import app.tandem.report.FigureTheme;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows a figure exactly as it is exported, sharp on any screen; it is drawn off the JavaFX thread. */
public final class FigureView extends Region {

    /** Of the letters of a figure that fills its place, in points. */
    public static final double TEXT_SIZE = 12;

    private static final double LARGEST_TEXT_SIZE = 15;
    private static final double POINTS_PER_INCH = 72;

    /** What the picture is drawn from. */
    private record Wish(Optional<Figure> figure, double width, double height, double scale, ColorTheme theme) {}

    private final ImageView picture = new ImageView();
    private final Latest<Optional<Image>> pictures;
    private final ObservableValue<ColorTheme> theme;
    private final boolean fills;
    private Optional<Figure> figure = Optional.empty();
    private volatile Wish wish = new Wish(Optional.empty(), 0, 0, 1, ColorTheme.LIGHT);

    /**
     * @param fills whether the figure takes all of the height, as a plot does; a drawing takes what suits its width
     * @param fail hears what drawing threw
     */
    public FigureView(
            Threads threads,
            ObservableValue<ColorTheme> theme,
            boolean fills,
            Consumer<RuntimeException> fail,
            Watch watch) {
        this.fills = fills;
        this.theme = theme;
        this.pictures = new Latest<>(threads, this::draw, this::show, fail);
        getStyleClass().add("figure-view");
        getChildren().add(picture);
        picture.setPreserveRatio(false);
        setMinSize(0, 0);
        watch.on(theme, now -> redraw());
    }

    /** @param alternative the figure in words, read aloud */
    public void show(Optional<? extends Figure> shown, String alternative) {
        figure = shown.map(f -> f);
        setAccessibleText(alternative);
        redraw();
    }

    @Override
    protected void layoutChildren() {
        redraw();
    }

    private void redraw() {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        Wish next = new Wish(figure, Math.floor(getWidth()), Math.floor(getHeight()), scale, theme.getValue());
        if (!next.equals(wish)) {
            wish = next;
            pictures.request();
        }
    }

    private Optional<Image> draw() {
        Wish now = wish;
        if (now.figure().isEmpty() || now.width() < 1 || now.height() < 1) {
            return Optional.empty();
        }
        Figure drawn = now.figure().get();
        double letters = textSize(drawn, now);
        double suits = Math.min(now.height(), Math.ceil(drawn.preferredHeight(now.width(), letters)));
        FigureTheme look = now.theme() == ColorTheme.DARK ? FigureTheme.dark(letters) : FigureTheme.light(letters);
        FigureSize size =
                new FigureSize(now.width(), fills ? now.height() : suits, letters, POINTS_PER_INCH * now.scale());
        return Optional.of(SwingFXUtils.toFXImage(FigureExport.image(drawn, size, look), null));
    }

    /** The largest letters with which the figure still fits, so that a drawing makes use of its place. */
    private double textSize(Figure drawn, Wish now) {
        double size = TEXT_SIZE;
        while (!fills && size < LARGEST_TEXT_SIZE && drawn.preferredHeight(now.width(), size + 0.5) <= now.height()) {
            size += 0.5;
        }
        return size;
    }

    private void show(Optional<Image> image) {
        @Nullable Image shown = image.orElse(null);
        picture.setImage(shown);
        if (shown != null) {
            double scale = wish.scale();
            picture.setFitWidth(shown.getWidth() / scale);
            picture.setFitHeight(shown.getHeight() / scale);
            picture.setX(Math.max(0, Math.floor((getWidth() - shown.getWidth() / scale) / 2)));
            picture.setY(Math.max(0, Math.floor((getHeight() - shown.getHeight() / scale) / 2)));
        }
    }
}
