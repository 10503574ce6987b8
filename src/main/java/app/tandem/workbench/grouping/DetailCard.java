package app.tandem.workbench.grouping;

import app.tandem.workbench.common.Segments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Several tables in one place, one of them in sight. */
final class DetailCard extends VBox {

    private final Map<String, Node> tables = new LinkedHashMap<>();
    private final Segments<String> choice = new Segments<>(List.of(), name -> name, this::show);
    private final StackPane place = new StackPane();
    private final HBox bar = new HBox(8);

    DetailCard() {
        super(8);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().setAll(choice, space);
        getStyleClass().add("card-box");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().setAll(bar, place);
    }

    /**
     * Adds a table; the first is seen first.
     *
     * @param controls stand beside the choice while the table is seen
     */
    void add(String name, Node table, Node controls) {
        add(name, table);
        controls.visibleProperty().bind(table.visibleProperty());
        controls.managedProperty().bind(table.visibleProperty());
        bar.getChildren().add(controls);
    }

    /** Adds a table; the first is seen first. */
    void add(String name, Node table) {
        tables.put(name, table);
        choice.setValues(List.copyOf(tables.keySet()));
        place.getChildren().add(table);
        show(tables.keySet().iterator().next());
    }

    private void show(String name) {
        tables.forEach((each, table) -> table.setVisible(each.equals(name)));
        choice.select(name);
    }
}
