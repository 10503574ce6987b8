package app.tandem.workbench.losses;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Network × task: the pinned columns at the left, and beside them the others, which scroll sideways. */
final class LossesTable extends HBox {

    private static final double SCROLL_BAR = 14;
    private static final double HEADER = 33;
    /** So that something of the others is always seen. */
    private static final double MOST_PINNED = 0.6;

    private final LossesModel model;
    private final LossColumnViews views;
    private final LossPart pinned;
    private final LossPart rest;
    private final ShownRows items = new ShownRows();
    private final Label nothing = Icons.label("", "muted");

    LossesTable(LossesModel model, Messages messages, GainScale scale, Watch watch) {
        this.model = model;
        this.views = new LossColumnViews(model, messages, scale, items);
        RowChoice choice = new RowChoice();
        this.pinned = new LossPart(model, views, items, choice);
        this.rest = new LossPart(model, views, items, choice);
        pinned.setId("losses-pinned");
        rest.setId("losses-table");
        pinned.getStyleClass().add("pinned");
        nothing.setId("losses-nothing");
        rest.setPlaceholder(nothing);
        watch.on(model.countProperty(), count -> showWhyNothing(messages, count));
        showWhyNothing(messages, model.countProperty().get());
        unfoldByKey(pinned);
        unfoldByKey(rest);
        pinned.setPlaceholder(new HBox());
        shareSelection();
        ScrollTogether.join(pinned, rest);
        HBox.setHgrow(rest, Priority.ALWAYS);
        getChildren().setAll(pinned, rest);
        items.show(model.rows());
        watch.on(model.rowsProperty(), this::showRows);
        watch.on(model.marks(), () -> {
            pinned.forget();
            rest.forget();
            showColumns();
        });
        watch.on(model.settingsProperty(), now -> showColumns());
        watch.on(model.layoutProperty(), now -> showColumns());
        watch.on(model.orderProperty(), this::showOrder);
        watch.on(model.shownProperty(), now -> refresh());
        scale.versionProperty().addListener(property -> refresh());
        widthProperty().addListener(property -> shareWidth());
        heightProperty().addListener(property -> shareWidth());
        showColumns();
    }

    /** There may be no network yet, or none that passes the filter. */
    private void showWhyNothing(Messages messages, LossesModel.Count count) {
        nothing.setText(messages.text(count.networks() > 0 ? "losses.nothing" : "losses.empty"));
    }

    /** What a click on the mark at the left does, Enter does as well. */
    private void unfoldByKey(LossPart part) {
        part.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int index = rest.getFocusModel().getFocusedIndex();
            if (event.getCode() == KeyCode.ENTER && index >= 0 && index < items.size()) {
                LossRow row = items.rows().get(index);
                if (model.hasSeeds(row)) {
                    model.toggleSeeds(row);
                    event.consume();
                }
            }
        });
    }

    /** One selection and one focus for both parts, so that a row is one row. */
    private void shareSelection() {
        rest.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        pinned.setSelectionModel(rest.getSelectionModel());
        pinned.setFocusModel(rest.getFocusModel());
    }

    /** Which columns are shown, as a button. */
    MenuButton columnsButton() {
        return views.menus().button();
    }

    private void showColumns() {
        List<LossColumn> left = new ArrayList<>();
        List<LossColumn> right = new ArrayList<>();
        for (ColumnLayout.Place place : model.places()) {
            if (place.shown()) {
                (place.pinned() ? left : right).add(place.column());
            }
        }
        LossOrder order = model.orderProperty().get();
        pinned.show(left, order);
        rest.show(right, order);
        pinned.setVisible(!left.isEmpty());
        pinned.setManaged(!left.isEmpty());
        shareWidth();
    }

    private void showOrder(LossOrder order) {
        pinned.showOrderOnly(order);
        rest.showOrderOnly(order);
    }

    private void refresh() {
        pinned.drawInSight();
        rest.drawInSight();
    }

    private void showRows(List<LossRow> rows) {
        int before = items.size();
        Set<LossRow.Key> selected = new HashSet<>();
        selectedRows().forEach(row -> selected.add(row.key()));
        rest.getSelectionModel().clearSelection();
        items.show(rows);
        pinned.drawInSight();
        rest.drawInSight();
        if (!selected.isEmpty()) {
            select(rows, selected);
        }
        if (before != rows.size()) {
            shareWidth();
        }
    }

    private void select(List<LossRow> rows, Set<LossRow.Key> selected) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (selected.contains(rows.get(i).key())) {
                indices.add(i);
            }
        }
        if (!indices.isEmpty()) {
            int[] others = indices.stream().skip(1).mapToInt(Integer::intValue).toArray();
            rest.getSelectionModel().selectIndices(indices.get(0), others);
        }
    }

    /** The rows that are selected, in the order in which they are shown. */
    List<LossRow> selectedRows() {
        return rest.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .filter(index -> index < items.size())
                .map(items.rows()::get)
                .toList();
    }

    private void shareWidth() {
        List<ColumnWidths.Wish> left = wishes(pinned);
        double leftWidth = left.stream().mapToDouble(ColumnWidths.Wish::usual).sum();
        pinned.setWidths(ColumnWidths.share(left, 0));
        double shown = Math.min(leftWidth, MOST_PINNED * getWidth()) + 1;
        pinned.setMinWidth(shown);
        pinned.setPrefWidth(shown);
        pinned.setMaxWidth(shown);
        boolean scrolls = items.size() * LossPart.ROW_HEIGHT + HEADER > getHeight();
        double room = getWidth() - (left.isEmpty() ? 0 : shown) - (scrolls ? SCROLL_BAR : 2);
        rest.setWidths(ColumnWidths.share(wishes(rest), room));
    }

    private List<ColumnWidths.Wish> wishes(LossPart part) {
        List<ColumnLayout.Place> places = model.places();
        List<ColumnWidths.Wish> wishes = new ArrayList<>();
        for (LossColumn column : part.columns()) {
            OptionalDouble width = places.stream()
                    .filter(place -> place.column().equals(column))
                    .findFirst()
                    .map(ColumnLayout.Place::width)
                    .orElse(OptionalDouble.empty());
            wishes.add(width.isPresent() ? ColumnWidths.Wish.fixed(width.getAsDouble()) : views.wish(column));
        }
        return wishes;
    }
}
