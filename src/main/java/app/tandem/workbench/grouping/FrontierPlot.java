package app.tandem.workbench.grouping;

import app.tandem.report.BudgetCurve;
import app.tandem.workbench.common.FigureView;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The plot, whose points tell what they are under the mouse or the keyboard's cursor, and are chosen by a click or by Enter.
 * A click beside them chooses the budget that it stands at, as the slider does; one outside the axes means none.
 */
final class FrontierPlot extends Pane {

    private static final double REACH = 14;
    private static final double RING = 20;
    private static final double APART = 14;

    /** What the places are worked out from. */
    private record Wish(Optional<Plot> plot, double width, double height) {}

    /** Where the points of a plot stand, in the order of its points, and where its budgets do. */
    private record Places(Optional<Plot> plot, List<Point2D> at, Optional<BudgetCurve.Area> area) {

        static final Places NONE = new Places(Optional.empty(), List.of(), Optional.empty());
    }

    private final FigureView figure;
    private final Function<PlotPoint, String> words;
    private final Consumer<PlotPoint> choose;
    private final DoubleConsumer chooseBudget;
    private final Latest<Places> places;
    private final Region ring = new Region();
    private final Label callout = Icons.label("", "callout");
    private final Label nothing = Icons.label("", "muted");
    private volatile Wish wish = new Wish(Optional.empty(), 0, 0);
    private Places placed = Places.NONE;
    private int current = -1;
    /** Whether the keyboard points, whose cursor stays where the mouse is not. */
    private boolean byKeys;

    /**
     * @param words what a point tells
     * @param choose hears which point was chosen
     * @param chooseBudget hears which budget was, in SNT
     */
    FrontierPlot(
            FigureView figure,
            Threads threads,
            Function<PlotPoint, String> words,
            Consumer<PlotPoint> choose,
            DoubleConsumer chooseBudget,
            Consumer<RuntimeException> fail) {
        this.figure = figure;
        this.words = words;
        this.choose = choose;
        this.chooseBudget = chooseBudget;
        this.places = new Latest<>(threads, this::findPlaces, this::show, fail);
        getStyleClass().add("frontier-plot");
        setId("frontier-plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setMinSize(0, 0);
        ring.getStyleClass().add("point-ring");
        ring.resize(RING, RING);
        for (Region mark : List.of(ring, callout)) {
            mark.setManaged(false);
            mark.setMouseTransparent(true);
            mark.setVisible(false);
        }
        callout.setId("plot-callout");
        getChildren().setAll(figure, nothing, ring, callout);
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> {
            if (!byKeys) {
                hide();
            }
        });
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::press);
        focusVisibleProperty().addListener((property, before, visible) -> {
            if (visible) {
                pointByKeys(Math.max(0, current));
            }
        });
        focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                hide();
            }
        });
    }

    /**
     * Shows a plot.
     *
     * @param alternative the whole plot in words, read aloud where no point is pointed at
     * @param otherwise what is said where there is none
     */
    void show(Optional<Plot> plot, String alternative, String otherwise) {
        nothing.setText(otherwise);
        nothing.setVisible(plot.isEmpty());
        figure.show(plot.map(Plot::curve), alternative);
        if (!plot.equals(wish.plot())) {
            wish = new Wish(plot, wish.width(), wish.height());
            places.request();
        }
        setFocusTraversable(plot.isPresent());
        if (current < 0) {
            setAccessibleText(alternative);
        }
    }

    @Override
    protected void layoutChildren() {
        figure.resizeRelocate(0, 0, getWidth(), getHeight());
        layoutInArea(nothing, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
        Wish now = new Wish(wish.plot(), Math.floor(getWidth()), Math.floor(getHeight()));
        if (!now.equals(wish)) {
            wish = now;
            places.request();
        }
    }

    private Places findPlaces() {
        Wish now = wish;
        if (now.plot().isEmpty() || now.width() < 1 || now.height() < 1) {
            return Places.NONE;
        }
        Plot plot = now.plot().get();
        List<BudgetCurve.Spot> spots = plot.curve().spots(now.width(), now.height(), FigureView.TEXT_SIZE);
        List<Point2D> at = new ArrayList<>();
        for (PlotPoint point : plot.points()) {
            at.add(spots.stream()
                    .filter(spot -> spot.series() == point.series() && spot.index() == point.index())
                    .findFirst()
                    .map(spot -> new Point2D(spot.x(), spot.y()))
                    .orElse(new Point2D(Double.NaN, Double.NaN)));
        }
        return new Places(
                now.plot(), at, Optional.of(plot.curve().area(now.width(), now.height(), FigureView.TEXT_SIZE)));
    }

    private void show(Places now) {
        boolean same = now.plot().map(Plot::points).equals(placed.plot().map(Plot::points));
        placed = now;
        current = same ? current : -1;
        if (callout.isVisible()) {
            point(current < 0 && byKeys ? 0 : current);
        }
    }

    private void hover(MouseEvent event) {
        int nearest = nearest(event);
        setCursor(nearest >= 0 || budget(event).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        if (nearest >= 0) {
            byKeys = false;
            point(nearest);
        } else if (!byKeys) {
            hide();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        requestFocus();
        hover(event);
        if (nearest(event) >= 0) {
            chooseCurrent();
        } else {
            budget(event).ifPresent(chooseBudget);
        }
    }

    /** The point under the pointer; -1 for none. */
    private int nearest(MouseEvent event) {
        int nearest = -1;
        double least = REACH;
        for (int i = 0; i < placed.at().size(); i++) {
            double distance = placed.at().get(i).distance(event.getX(), event.getY());
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private OptionalDouble budget(MouseEvent event) {
        return placed.area()
                .map(area -> area.budget(event.getX(), event.getY()))
                .orElse(OptionalDouble.empty());
    }

    private void press(KeyEvent event) {
        int last = placed.at().size() - 1;
        switch (event.getCode()) {
            case LEFT, DOWN -> pointByKeys(Math.max(0, current - 1));
            case RIGHT, UP -> pointByKeys(Math.min(last, current + 1));
            case HOME -> pointByKeys(0);
            case END -> pointByKeys(last);
            case ENTER, SPACE -> chooseCurrent();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pointByKeys(int index) {
        byKeys = true;
        point(index);
    }

    private void chooseCurrent() {
        if (current >= 0) {
            placed.plot().ifPresent(plot -> choose.accept(plot.points().get(current)));
        }
    }

    /** Tells of no point; the arrow keys go on from where they were. */
    private void hide() {
        byKeys = false;
        ring.setVisible(false);
        callout.setVisible(false);
        setAccessibleText(figure.getAccessibleText());
    }

    /** Shows what stands at a point; -1 for none. */
    private void point(int index) {
        current = index < placed.at().size() ? index : -1;
        boolean any = current >= 0 && Double.isFinite(placed.at().get(current).getX());
        ring.setVisible(any);
        callout.setVisible(any);
        if (any) {
            Point2D at = placed.at().get(current);
            String told = words.apply(placed.plot().orElseThrow().points().get(current));
            ring.relocate(Math.rint(at.getX() - RING / 2), Math.rint(at.getY() - RING / 2));
            callout.setText(told);
            callout.applyCss();
            place(at, callout.prefWidth(-1), callout.prefHeight(-1));
            setAccessibleText(told);
        } else {
            setAccessibleText(figure.getAccessibleText());
        }
    }

    /** Above the point and to its right where there is room; never beyond the plot. */
    private void place(Point2D at, double width, double height) {
        double x = at.getX() + APART + width <= getWidth() ? at.getX() + APART : at.getX() - APART - width;
        double y = at.getY() - APART - height >= 0 ? at.getY() - APART - height : at.getY() + APART;
        callout.resizeRelocate(
                Math.rint(Math.max(0, Math.min(x, getWidth() - width))),
                Math.rint(Math.max(0, Math.min(y, getHeight() - height))),
                Math.ceil(width),
                Math.ceil(height));
    }
}
