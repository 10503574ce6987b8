package app.tandem.workbench.losses;

import app.tandem.workbench.common.Messages;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * One loss: the number, its spread or its gain beside it, and the colour of its gain. A table has a thousand of these, and
 * all change at once when it is sorted: one that is scrolled out of sight shows nothing, and none is styled anew.
 */
final class TaskCell extends TableCell<LossRow, LossRow> {

    private final int task;
    private final LossesModel model;
    private final Messages messages;
    private final ObservableBooleanValue inSight;
    private final TaskCellSkin face;
    /** Held here, because the column, which outlives its cells, holds it only weakly. */
    private final InvalidationListener sightChanged = property -> show();

    /** @param inSight whether any of the column is; must live no shorter than the column */
    TaskCell(int task, LossesModel model, Messages messages, GainScale scale, ObservableBooleanValue inSight) {
        this.task = task;
        this.model = model;
        this.messages = messages;
        this.inSight = inSight;
        getStyleClass().add("loss-cell");
        this.face = new TaskCellSkin(this, scale);
        inSight.addListener(new WeakInvalidationListener(sightChanged));
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> explain());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return face;
    }

    @Override
    protected void updateItem(@Nullable LossRow row, boolean empty) {
        super.updateItem(row, empty);
        show();
    }

    private LossRow.Entry entry() {
        LossRow row = getItem();
        return isEmpty() || row == null ? LossRow.Entry.NONE : row.entries().get(task);
    }

    private void show() {
        if (!inSight.get()) {
            return;
        }
        LossRow.Entry entry = entry();
        if (!entry.member()) {
            face.showNothing();
            return;
        }
        boolean measured = entry.loss().isPresent();
        boolean gains = model.shownProperty().get() == LossesModel.Shown.GAIN
                && entry.gain().isPresent();
        String gain = entry.gain().isPresent() ? Messages.percent(entry.gain().getAsDouble()) : "";
        String loss = Messages.loss(entry.loss().mean());
        face.show(
                !measured ? "–" : gains ? gain : loss,
                gains ? loss : spreadOrGain(entry, gain),
                measured && entry.best(),
                GainColor.step(entry.gain()));
    }

    private static String spreadOrGain(LossRow.Entry entry, String gain) {
        boolean spread = entry.loss().n() > 1 && Double.isFinite(entry.loss().sd());
        return spread ? "±" + Messages.loss(entry.loss().sd()) : gain;
    }

    /** A tip is made where the pointer comes, since making one takes longer than the cell itself. */
    private void explain() {
        LossRow.Entry entry = entry();
        if (!entry.loss().isPresent()) {
            setTooltip(null);
            return;
        }
        if (getTooltip() == null) {
            setTooltip(new Tooltip());
        }
        getTooltip().setText(explanation(entry));
    }

    private String explanation(LossRow.Entry entry) {
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

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return entry().loss().isPresent() ? explanation(entry()) : "";
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
