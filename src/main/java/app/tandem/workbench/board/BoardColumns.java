package app.tandem.workbench.board;

import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The networks of the grouping side by side, and the place for a new one. */
final class BoardColumns extends HBox {

    private static final double EDGE = 36;
    private static final double STEP = 14;

    private final BoardModel model;
    private final CardActions actions;
    private final NetworkColumn.CardFactory factory;
    private final CardMenu menu;
    private final NewNetworkZone fresh;
    private final HBox row = new HBox(12);
    private final ScrollPane scroll = new ScrollPane(row);
    private final List<NetworkColumn> columns = new ArrayList<>();
    private List<TaskMark> marks = List.of();

    BoardColumns(BoardModel model, CardActions actions, NetworkColumn.CardFactory factory, CardMenu menu) {
        this.model = model;
        this.actions = actions;
        this.factory = factory;
        this.menu = menu;
        this.fresh = new NewNetworkZone(actions.words(), menu);
        fresh.setDisable(model.isReadOnly());
        setSpacing(12);
        scroll.getStyleClass().addAll("edge-to-edge", "board-columns");
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(0);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll, fresh);
    }

    /** Columns and cards that stay keep their nodes, so that focus, pointer and open menus stay too. */
    void show(Board board) {
        if (!marks.equals(board.marks())) {
            marks = board.marks();
            columns.clear();
        }
        while (columns.size() > board.columns().size()) {
            columns.remove(columns.size() - 1);
        }
        while (columns.size() < board.columns().size()) {
            columns.add(new NetworkColumn(columns.size(), model, actions, factory, menu));
        }
        board.columns().forEach(column -> columns.get(column.position()).show(column));
        if (!row.getChildren().equals(columns)) {
            row.getChildren().setAll(columns);
        }
        scroll.setVisible(!columns.isEmpty());
        scroll.setManaged(!columns.isEmpty());
        fresh.show(columns.isEmpty());
    }

    void show(Optional<Preview> preview) {
        columns.forEach(column -> column.show(preview));
        fresh.show(preview);
    }

    /** The cards of each network, from left to right. */
    List<List<TaskCard>> cards() {
        return columns.stream().map(NetworkColumn::cards).toList();
    }

    void forEach(Consumer<TaskCard> action) {
        cards().forEach(cards -> cards.forEach(action));
    }

    /** What is under the pointer; empty outside the board. */
    Optional<Target> targetAt(Point2D scene) {
        if (!contains(this, scene)) {
            return Optional.empty();
        }
        boolean seen = !contains(fresh, scene);
        for (int position = 0; seen && position < columns.size(); position++) {
            if (contains(columns.get(position), scene)) {
                return Optional.of(new Target.Column(position));
            }
        }
        return Optional.of(new Target.NewNetwork());
    }

    /** Scrolls on where a card is held at an edge. */
    void scrollAt(Point2D scene) {
        Bounds bounds = scroll.localToScene(scroll.getBoundsInLocal());
        double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden <= 0 || !bounds.contains(scene)) {
            return;
        }
        if (scene.getX() < bounds.getMinX() + EDGE) {
            scroll.setHvalue(Math.max(0, scroll.getHvalue() - STEP / hidden));
        } else if (scene.getX() > bounds.getMaxX() - EDGE) {
            scroll.setHvalue(Math.min(1, scroll.getHvalue() + STEP / hidden));
        }
    }

    /** Brings a card into view. */
    void reveal(Node card) {
        double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden <= 0) {
            return;
        }
        Bounds bounds = row.sceneToLocal(card.localToScene(card.getBoundsInLocal()));
        double left = scroll.getHvalue() * hidden;
        double right = left + scroll.getViewportBounds().getWidth();
        if (bounds.getMinX() < left) {
            scroll.setHvalue(bounds.getMinX() / hidden);
        } else if (bounds.getMaxX() > right) {
            scroll.setHvalue((bounds.getMaxX() - scroll.getViewportBounds().getWidth()) / hidden);
        }
    }

    private static boolean contains(Node node, Point2D scene) {
        return node.localToScene(node.getBoundsInLocal()).contains(scene);
    }
}
