package app.tandem.workbench.report;

import app.tandem.report.FigureExport;
import app.tandem.report.FigureSize;
import app.tandem.report.FigureTheme;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.Threads;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** A figure on white paper, drawn by what draws its files and in the same size; also in the dark theme. */
final class SheetView extends ScrollPane {

    private static final double MARGIN = 14;
    /** No screen needs a picture of more; a file may be larger. */
    private static final double MOST_PIXELS = 12_000_000;

    private record Wish(Optional<ReportPreview.Drawn> sheet, double width, double height, double pixels) {}

    private record Picture(Wish wish, Optional<Image> image) {}

    private final ImageView picture = new ImageView();
    private final StackPane paper = new StackPane(picture);
    private final StackPane table = new StackPane(paper);
    private final Latest<Picture> pictures;
    private Optional<ReportPreview.Drawn> sheet = Optional.empty();
    private Zoom zoom = Zoom.FIT;
    private volatile Wish wish = new Wish(Optional.empty(), 0, 0, 1);

    /** @param fail hears what drawing threw */
    SheetView(Threads threads, Consumer<RuntimeException> fail) {
        this.pictures = new Latest<>(threads, this::draw, this::show, fail);
        getStyleClass().addAll("sheet-view", "edge-to-edge");
        paper.getStyleClass().add("paper");
        paper.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        table.getStyleClass().add("sheet-table");
        setContent(table);
        setFitToWidth(true);
        setFitToHeight(true);
        picture.setPreserveRatio(false);
        viewportBoundsProperty().addListener((property, before, after) -> redraw());
    }

    /** @param described the figure in words, read aloud */
    void show(Optional<ReportPreview.Drawn> shown, String described) {
        sheet = shown;
        setAccessibleText(described);
        redraw();
    }

    void zoom(Zoom other) {
        zoom = other;
        redraw();
    }

    private void redraw() {
        double dots = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        double wide = Math.max(1, getWidth() - 2 * MARGIN - 4);
        double high = Math.max(1, getHeight() - 2 * MARGIN - 4);
        Wish next = sheet.map(now -> {
                    FigureSize size = now.size();
                    double scale = zoom.scale(size.width(), size.height(), wide, high);
                    double pixels = Math.min(scale * dots, Math.sqrt(MOST_PIXELS / (size.width() * size.height())));
                    return new Wish(sheet, scale * size.width(), scale * size.height(), pixels);
                })
                .orElseGet(() -> new Wish(Optional.empty(), 0, 0, 1));
        if (!next.equals(wish)) {
            wish = next;
            pictures.request();
        }
    }

    private Picture draw() {
        Wish now = wish;
        return new Picture(now, now.sheet().map(drawn -> {
            FigureSize file = drawn.size();
            FigureSize size = new FigureSize(file.width(), file.height(), file.textSize(), 72 * now.pixels());
            return SwingFXUtils.toFXImage(
                    FigureExport.image(drawn.figure(), size, FigureTheme.light(file.textSize())), null);
        }));
    }

    private void show(Picture drawn) {
        paper.setVisible(drawn.image().isPresent());
        drawn.image().ifPresent(picture::setImage);
        picture.setFitWidth(drawn.wish().width());
        picture.setFitHeight(drawn.wish().height());
    }
}
