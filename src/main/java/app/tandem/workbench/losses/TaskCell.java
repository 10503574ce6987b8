package app.tandem.workbench.losses;

import app.tandem.workbench.common.Messages;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One loss: the number, its spread or its gain beside it, and the colour of its gain. */
final class TaskCell extends DrawnCell {

    /** So that the numbers stand in one column whatever is beside them. */
    private static final double BESIDE_WIDTH = 48;

    private static final double GAP = 5;
    /** Below a cell is the line between rows. */
    private static final double LINE = 1;

    private final int task;
    private final LossesModel model;
    private final Messages messages;
    private final GainScale scale;
    private final Rectangle ground = new Rectangle();
    private @Nullable Text plain;
    private @Nullable Text best;
    private @Nullable Text beside;

    TaskCell(int task, LossesModel model, Messages messages, GainScale scale, ShownRows rows, LossColumnView view) {
        super(rows, view);
        this.task = task;
        this.model = model;
        this.messages = messages;
        this.scale = scale;
        getStyleClass().add("loss-cell");
        ground.setVisible(false);
        add(ground);
    }

    @Override
    void draw(@Nullable LossRow row) {
        LossRow.Entry entry = row == null ? LossRow.Entry.NONE : row.entries().get(task);
        hide(plain);
        hide(best);
        hide(beside);
        int step = entry.member() ? GainColor.step(entry.gain()) : 0;
        ground.setVisible(step != 0);
        ground.setFill(scale.color(step));
        if (!entry.member()) {
            return;
        }
        boolean measured = entry.loss().isPresent();
        boolean gains = model.shownProperty().get() == LossesModel.Shown.GAIN
                && entry.gain().isPresent();
        String gain = entry.gain().isPresent() ? Messages.percent(entry.gain().getAsDouble()) : "";
        String loss = Messages.loss(entry.loss().mean());
        show(measured && entry.best() ? best() : plain(), !measured ? "–" : gains ? gain : loss);
        show(beside(), gains ? loss : spreadOrGain(entry, gain));
    }

    private static void hide(@Nullable Text text) {
        if (text != null) {
            text.setVisible(false);
        }
    }

    private static void show(Text text, String words) {
        text.setText(words);
        text.setVisible(true);
    }

    private static String spreadOrGain(LossRow.Entry entry, String gain) {
        boolean spread = entry.loss().n() > 1 && Double.isFinite(entry.loss().sd());
        return spread ? "±" + Messages.loss(entry.loss().sd()) : gain;
    }

    private Text plain() {
        Text text = plain == null ? addText("loss") : plain;
        plain = text;
        return text;
    }

    private Text best() {
        Text text = best == null ? addText("best-loss") : best;
        best = text;
        return text;
    }

    private Text beside() {
        Text text = beside == null ? addText("beside") : beside;
        beside = text;
        return text;
    }

    @Override
    void place(double width, double height) {
        ground.setWidth(width);
        ground.setHeight(Math.max(0, height - LINE));
        double middle = Math.rint(height / 2);
        double split = width - PADDING - BESIDE_WIDTH;
        endAt(plain, split - GAP, middle);
        endAt(best, split - GAP, middle);
        if (beside != null) {
            beside.setX(split);
            beside.setY(middle);
        }
    }

    private static void endAt(@Nullable Text text, double end, double y) {
        if (text != null && text.isVisible()) {
            text.setX(Math.rint(end - text.getLayoutBounds().getWidth()));
            text.setY(y);
        }
    }

    @Override
    String explanation(LossRow row) {
        LossRow.Entry entry = row.entries().get(task);
        if (!entry.loss().isPresent()) {
            return "";
        }
        StringBuilder words = new StringBuilder(messages.text(
                "losses.explainLoss",
                Messages.loss(entry.loss().mean()),
                entry.loss().n()));
        if (entry.gain().isPresent()) {
            words.append('\n')
                    .append(messages.text(
                            "losses.explainGain." + model.baselineProperty().get(),
                            Messages.percent(entry.gain().getAsDouble())));
        }
        if (entry.best()) {
            words.append('\n').append(messages.text("losses.explainBest"));
        }
        return words.toString();
    }
}
