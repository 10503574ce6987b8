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
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The tasks of a network as dots and letters, the seed of a row below it, or the words of the constant prediction. */
final class NetworkCell extends TableCell<LossRow, LossRow> {

    /** With more tasks their dots would not be told apart. */
    static final int MOST_DOTS = 8;

    private static final int FIRST_LETTERS = 5;
    private static final double FAINT = 0.14;
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final LossesModel model;
    private final Messages messages;
    private final List<TaskMark> marks;
    private final List<Region> dots;
    private final Label fold = new Label();
    private final Label letters = new Label();
    private final HBox mark = new HBox(4);

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
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> explain());
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
            return;
        }
        boolean network = row.network().isPresent() && row.seed().isEmpty();
        setText(
                row.seed().isPresent()
                        ? messages.text("losses.seed", row.seed().getAsInt())
                        : row.isConstant() ? messages.text("losses.constant") : null);
        setGraphic(network ? mark : null);
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
            dots.get(task).setOpacity(tasks.contains(task) ? 1 : FAINT);
        }
        letters.setText(letters(tasks));
    }

    /** All letters where there are few; else the first ones and how many more, since measuring long words takes long. */
    private String letters(TaskSet tasks) {
        if (tasks.size() <= MOST_DOTS) {
            return TaskMark.letters(marks, tasks);
        }
        String first = tasks.stream()
                .limit(FIRST_LETTERS)
                .mapToObj(task -> marks.get(task).letter())
                .collect(Collectors.joining("·"));
        return first + " + " + (tasks.size() - FIRST_LETTERS);
    }

    private String names() {
        LossRow row = getItem();
        return row == null
                ? ""
                : row.network()
                        .map(network -> network.tasks().stream()
                                .mapToObj(task -> marks.get(task).name())
                                .collect(Collectors.joining(", ")))
                        .orElse(messages.text("losses.constant"));
    }

    private void explain() {
        if (getTooltip() == null) {
            setTooltip(new Tooltip());
        }
        getTooltip().setText(names());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? names() : super.queryAccessibleAttribute(attribute, parameters);
    }
}
