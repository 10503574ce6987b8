package app.tandem.workbench.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/**
 * The cells of a task × task matrix, drawn on one canvas: 40 tasks have 1,600 of them, which as controls would hold the
 * window for seconds. The pointer and the arrow keys go from cell to cell; what a cell says is told in words.
 */
final class HeatCells extends Region {

    static final double GAP = 2;

    private static final double CORNER = 6;
    /** Of more tasks the cells have no round corners: a thousand of them take half a second where a processor draws. */
    private static final int ROUNDED = 12;

    /** One cell: its step on the diverging scale, what it prints, and what that means. */
    record Value(int step, String words, String explanation) {}

    private record Place(int row, int column) {}

    private final Canvas canvas = new Canvas();
    private final Label self = swatch("self");
    private final List<Label> steps = new ArrayList<>();
    private final Tooltip tip = new Tooltip();
    private List<List<Value>> values = List.of();
    private Place chosen = new Place(0, 0);

    HeatCells() {
        setId("relations-cells");
        getStyleClass().add("heat-cells");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        getChildren().add(canvas);
        for (int step = -GainColor.STEPS; step <= GainColor.STEPS; step++) {
            steps.add(swatch(GainColor.styleClass(step)));
        }
        Tooltip.install(this, tip);
        focusedProperty().addListener((property, before, now) -> draw());
        addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> at(event.getX(), event.getY()).ifPresent(this::explain));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> at(event.getX(), event.getY())
                .ifPresent(place -> {
                    requestFocus();
                    choose(place);
                }));
        addEventHandler(KeyEvent.KEY_PRESSED, this::go);
    }

    /** A label that nobody sees, whose colours and letters the theme gives to the cells of one kind. */
    private Label swatch(String kind) {
        Label swatch = new Label();
        swatch.getStyleClass().addAll("heat-cell", kind);
        swatch.setManaged(false);
        swatch.setMouseTransparent(true);
        swatch.setOpacity(0);
        swatch.backgroundProperty().addListener((property, before, now) -> requestLayout());
        swatch.textFillProperty().addListener((property, before, now) -> requestLayout());
        swatch.fontProperty().addListener((property, before, now) -> requestLayout());
        getChildren().add(swatch);
        return swatch;
    }

    /** Shows a square of cells. */
    void show(List<List<Value>> now) {
        values = now;
        tip.hide();
        choose(isThere(chosen) ? chosen : new Place(0, 0));
    }

    private Value value(Place place) {
        return values.get(place.row()).get(place.column());
    }

    private void choose(Place place) {
        chosen = place;
        setAccessibleText(values.isEmpty() ? "" : value(place).explanation());
        draw();
    }

    /** A tip stays where it came up: of another cell it comes up anew. */
    private void explain(Place place) {
        String words = value(place).explanation();
        if (!words.equals(tip.getText())) {
            tip.hide();
            tip.setText(words);
        }
    }

    private void go(KeyEvent event) {
        Place next =
                switch (event.getCode()) {
                    case LEFT -> new Place(chosen.row(), chosen.column() - 1);
                    case RIGHT -> new Place(chosen.row(), chosen.column() + 1);
                    case UP -> new Place(chosen.row() - 1, chosen.column());
                    case DOWN -> new Place(chosen.row() + 1, chosen.column());
                    default -> chosen;
                };
        if (!next.equals(chosen)) {
            // At the edge the key does nothing, rather than scroll the pane away.
            event.consume();
            if (isThere(next)) {
                choose(next);
                reveal(next);
            }
        }
    }

    private boolean isThere(Place place) {
        return Math.min(place.row(), place.column()) >= 0 && Math.max(place.row(), place.column()) < values.size();
    }

    /** Scrolls whatever these cells are in, so that one of them is whole in sight. */
    private void reveal(Place place) {
        Bounds cell = localToScene(new BoundingBox(
                place.column() * (cellWidth() + GAP), place.row() * (cellHeight() + GAP), cellWidth(), cellHeight()));
        for (Parent around = getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                Bounds within = pane.getContent().sceneToLocal(cell);
                Bounds all = pane.getContent().getLayoutBounds();
                Bounds view = pane.getViewportBounds();
                pane.setHvalue(scrolled(
                        pane.getHvalue(), within.getMinX(), within.getMaxX(), all.getWidth(), view.getWidth()));
                pane.setVvalue(scrolled(
                        pane.getVvalue(), within.getMinY(), within.getMaxY(), all.getHeight(), view.getHeight()));
            }
        }
    }

    /** How far to scroll, 0 to 1, that from begin to end is in sight, moving no more than that takes. */
    private static double scrolled(double now, double begin, double end, double all, double view) {
        double room = all - view;
        if (room <= 0) {
            return now;
        }
        double first = Math.min(begin, Math.max(now * room, end - view));
        return Math.max(0, Math.min(1, first / room));
    }

    private Optional<Place> at(double x, double y) {
        Place place = new Place((int) (y / (cellHeight() + GAP)), (int) (x / (cellWidth() + GAP)));
        return Optional.of(place).filter(this::isThere);
    }

    private double cellWidth() {
        return (getWidth() + GAP) / Math.max(1, values.size()) - GAP;
    }

    private double cellHeight() {
        return (getHeight() + GAP) / Math.max(1, values.size()) - GAP;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < values.size(); row++) {
            for (int column = 0; column < values.size(); column++) {
                draw(graphics, new Place(row, column));
            }
        }
    }

    private void draw(GraphicsContext graphics, Place place) {
        double width = cellWidth();
        double height = cellHeight();
        double x = place.column() * (width + GAP);
        double y = place.row() * (height + GAP);
        boolean diagonal = place.row() == place.column();
        Label swatch = diagonal ? self : steps.get(value(place).step() + GainColor.STEPS);
        graphics.setFill(fill(swatch.getBackground()));
        if (values.size() <= ROUNDED) {
            graphics.fillRoundRect(x, y, width, height, CORNER, CORNER);
        } else {
            graphics.fillRect(x, y, width, height);
        }
        graphics.setFill(swatch.getTextFill());
        if (!diagonal) {
            graphics.setFont(swatch.getFont());
            graphics.fillText(value(place).words(), x + width / 2, y + height / 2);
        }
        if (isFocused() && place.equals(chosen)) {
            graphics.setStroke(swatch.getTextFill());
            graphics.strokeRoundRect(x + 1, y + 1, width - 2, height - 2, CORNER, CORNER);
        }
    }

    private static Paint fill(Background background) {
        return background == null || background.isEmpty()
                ? Color.TRANSPARENT
                : background.getFills().get(0).getFill();
    }
}
