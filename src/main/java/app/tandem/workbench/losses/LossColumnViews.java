package app.tandem.workbench.losses;

import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.TaskMark;
import java.util.Arrays;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Makes the columns of the table. */
final class LossColumnViews {

    private static final double FEWEST_PIXELS = 40;
    private static final double USUAL_LOSS = 118;
    /** Beside the letters of a task's heading: its dot, the arrow of the order, and what is left free. */
    private static final double HEADING_EXTRA = 50;

    private static final Font HEADING = Font.font("Inter SemiBold", 12.5);
    private static final double MOST_LOSS = 210;
    /** The room at the right of the last column. */
    private static final double LAST = 16;

    private final LossesModel model;
    private final Messages messages;
    private final GainScale scale;
    private final ShownRows rows;
    private final ColumnsMenu menus;
    private final ContextMenu headings;

    LossColumnViews(LossesModel model, Messages messages, GainScale scale, ShownRows rows) {
        this.model = model;
        this.messages = messages;
        this.scale = scale;
        this.rows = rows;
        this.menus = new ColumnsMenu(model, this, messages);
        this.headings = menus.headings();
    }

    ColumnsMenu menus() {
        return menus;
    }

    /** A column of the table, in no table yet. */
    LossColumnView of(LossColumn column) {
        LossColumnView view = new LossColumnView(column, title(column));
        view.setId("loss-" + column.id().replace(LossColumn.TASK_PREFIX, "task-"));
        view.setContextMenu(headings);
        view.setMinWidth(FEWEST_PIXELS);
        view.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        switch (column.kind()) {
            case NETWORK -> {
                view.getStyleClass().add("first-column");
                view.setCellFactory(ignored -> new NetworkCell(model, messages, rows, view));
            }
            case SETTING -> words(view, LossRow::setting, false, DrawnCell.PADDING);
            case ENCODER -> {
                view.getStyleClass().add("figures");
                words(view, LossColumnViews::encoder, false, DrawnCell.PADDING);
            }
            case STATE -> words(view, this::state, false, DrawnCell.PADDING);
            case SEEDS -> {
                view.getStyleClass().add("numbers");
                words(view, LossColumnViews::seeds, true, DrawnCell.PADDING);
            }
            case TASK -> task(view, mark(column));
            case SUM -> {
                view.getStyleClass().addAll("numbers", "last-column");
                words(view, LossColumnViews::sum, true, LAST);
            }
        }
        return view;
    }

    /** What a column is called. */
    String title(LossColumn column) {
        return switch (column.kind()) {
            case NETWORK -> messages.text("losses.network");
            case SETTING -> messages.text("losses.setting");
            case ENCODER -> messages.text("losses.encoder");
            case STATE -> messages.text("losses.stateColumn");
            case SEEDS -> messages.text("losses.seeds");
            case TASK -> mark(column).name();
            case SUM -> messages.text("losses.sum");
        };
    }

    /** How wide a column is where the user did not say. */
    ColumnWidths.Wish wish(LossColumn column) {
        int tasks = model.marks().size();
        return switch (column.kind()) {
            case NETWORK ->
                ColumnWidths.Wish.fixed(tasks > NetworkCell.MOST_DOTS ? 240 : Math.max(140, 52 + 27 * tasks));
            case SETTING -> ColumnWidths.Wish.fixed(110);
            case ENCODER -> ColumnWidths.Wish.fixed(76);
            case STATE -> ColumnWidths.Wish.fixed(110);
            case SEEDS -> ColumnWidths.Wish.fixed(40);
            case TASK -> {
                double usual = Math.min(MOST_LOSS, Math.max(USUAL_LOSS, widestWord(title(column)) + HEADING_EXTRA));
                yield new ColumnWidths.Wish(usual, MOST_LOSS);
            }
            case SUM -> ColumnWidths.Wish.fixed(84);
        };
    }

    /** A heading goes over several lines, but never breaks within a word. */
    private static double widestWord(String title) {
        return Arrays.stream(title.split("\\s+"))
                .mapToDouble(word -> {
                    Text text = new Text(word);
                    text.setFont(HEADING);
                    return Math.ceil(text.getLayoutBounds().getWidth());
                })
                .max()
                .orElse(0);
    }

    private TaskMark mark(LossColumn column) {
        return model.marks().stream()
                .filter(mark -> mark.id().equals(column.task()))
                .findFirst()
                .orElseThrow();
    }

    private String state(LossRow row) {
        return row.isConstant() ? "" : messages.text("losses.state." + row.state());
    }

    private void task(LossColumnView view, TaskMark task) {
        view.setGraphic(NetworkMark.dot(task));
        view.getStyleClass().add("loss-heading");
        view.setCellFactory(ignored -> new TaskCell(task.index(), model, messages, scale, rows, view));
    }

    private static String encoder(LossRow row) {
        return row.network().map(network -> EncoderWords.of(network.encoder())).orElse("");
    }

    private static String seeds(LossRow row) {
        return row.seeds() > 0 && row.seed().isEmpty() ? Integer.toString(row.seeds()) : "";
    }

    private static String sum(LossRow row) {
        return row.sum().isPresent() ? Messages.loss(row.sum().getAsDouble()) : "";
    }

    private void words(LossColumnView view, Function<LossRow, String> words, boolean atEnd, double end) {
        view.setCellFactory(ignored -> new WordsCell(words, atEnd, end, rows, view));
    }
}
