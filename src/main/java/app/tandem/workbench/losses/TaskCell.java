package app.tandem.workbench.losses;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One loss: the number, its spread or its gain beside it, and the colour of its gain. */
final class TaskCell extends TableCell<LossRow, LossRow> {

    /** So that the numbers stand in one column whatever is beside them. */
    private static final double BESIDE_WIDTH = 48;

    private final int task;
    private final LossesModel model;
    private final Messages messages;
    private final Label main = Icons.whole("", "loss");
    private final Label beside = Icons.whole("", "beside");
    private final HBox content = new HBox(5, main, beside);
    private final Tooltip tooltip = new Tooltip();
    private String color = "";

    TaskCell(int task, LossesModel model, Messages messages) {
        this.task = task;
        this.model = model;
        this.messages = messages;
        content.setAlignment(Pos.CENTER_RIGHT);
        beside.setPrefWidth(BESIDE_WIDTH);
        getStyleClass().add("loss-cell");
    }

    @Override
    protected void updateItem(@Nullable LossRow row, boolean empty) {
        super.updateItem(row, empty);
        LossRow.Entry entry =
                empty || row == null ? LossRow.Entry.NONE : row.entries().get(task);
        paint(GainColor.styleClass(entry.gain()));
        setTooltip(null);
        if (!entry.member()) {
            setGraphic(null);
            return;
        }
        boolean measured = entry.loss().isPresent();
        boolean gains = model.shownProperty().get() == LossesModel.Shown.GAIN
                && entry.gain().isPresent();
        String gain = entry.gain().isPresent() ? Messages.percent(entry.gain().getAsDouble()) : "";
        String loss = Messages.loss(entry.loss().mean());
        main.setText(!measured ? "–" : gains ? gain : loss);
        beside.setText(gains ? loss : spreadOrGain(entry, gain));
        beside.setVisible(!beside.getText().isEmpty());
        main.getStyleClass()
                .setAll("label", "loss", entry.best() ? "best" : "ordinary", measured ? "measured" : "open");
        setGraphic(content);
        if (measured) {
            tooltip.setText(explain(entry, gain));
            setTooltip(tooltip);
        }
    }

    private static String spreadOrGain(LossRow.Entry entry, String gain) {
        boolean spread = entry.loss().n() > 1 && Double.isFinite(entry.loss().sd());
        return spread ? "±" + Messages.loss(entry.loss().sd()) : gain;
    }

    private String explain(LossRow.Entry entry, String gain) {
        StringBuilder words = new StringBuilder(messages.text(
                "losses.explainLoss",
                Messages.loss(entry.loss().mean()),
                entry.loss().n()));
        if (!gain.isEmpty()) {
            words.append('\n')
                    .append(messages.text(
                            "losses.explainGain." + model.baselineProperty().get(), gain));
        }
        if (entry.best()) {
            words.append('\n').append(messages.text("losses.explainBest"));
        }
        return words.toString();
    }

    private void paint(String styleClass) {
        if (!color.equals(styleClass)) {
            getStyleClass().remove(color);
            color = styleClass;
            if (!color.isEmpty()) {
                getStyleClass().add(color);
            }
        }
    }
}
