package app.tandem.workbench.losses;

import app.tandem.study.TaskSet;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The tasks of a network as dots and letters, the seed of a row below it, or the words of the constant prediction. */
final class NetworkCell extends TableCell<LossRow, LossRow> {

    /** With more tasks their dots would not be told apart. */
    static final int MOST_DOTS = 8;

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final LossesModel model;
    private final Messages messages;
    private final List<TaskMark> marks;
    private final List<Region> dots;
    private final Label fold = new Label();
    private final Label letters = new Label();
    private final HBox mark = new HBox(4);
    private final Tooltip tooltip = new Tooltip();

    NetworkCell(LossesModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.marks = List.copyOf(model.marks());
        this.dots = marks.size() > MOST_DOTS
                ? List.of()
                : marks.stream().map(NetworkMark::dot).toList();
        mark.setAlignment(Pos.CENTER_LEFT);
        mark.getStyleClass().add("network-mark");
        fold.getStyleClass().add("fold");
        fold.setGraphic(Icons.icon(BootstrapIcons.CHEVRON_RIGHT));
        fold.setOnMousePressed(event -> {
            toggle();
            event.consume();
        });
        letters.getStyleClass().add("letters");
        mark.getChildren().add(fold);
        mark.getChildren().addAll(dots);
        mark.getChildren().add(letters);
    }

    private void toggle() {
        LossRow row = getItem();
        if (row != null) {
            model.toggleSeeds(row);
        }
    }

    @Override
    protected void updateItem(@Nullable LossRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        boolean network = row.network().isPresent() && row.seed().isEmpty();
        setText(
                row.seed().isPresent()
                        ? messages.text("losses.seed", row.seed().getAsInt())
                        : row.isConstant() ? messages.text("losses.constant") : null);
        setGraphic(network ? mark : null);
        setTooltip(network ? tooltip : null);
        if (network) {
            TaskSet tasks = row.network().get().tasks();
            show(tasks);
            showFold(row);
        }
    }

    private void showFold(LossRow row) {
        boolean seeds = model.facetsProperty().get().seeds().size() > 1;
        fold.setVisible(seeds);
        fold.setManaged(seeds);
        fold.pseudoClassStateChanged(OPEN, model.showsSeeds(row));
    }

    private void show(TaskSet tasks) {
        for (int task = 0; task < dots.size(); task++) {
            dots.get(task).pseudoClassStateChanged(OFF, !tasks.contains(task));
        }
        letters.setText(TaskMark.letters(marks, tasks));
        String names = tasks.stream().mapToObj(task -> marks.get(task).name()).collect(Collectors.joining(", "));
        tooltip.setText(names);
        setAccessibleText(names);
    }
}
