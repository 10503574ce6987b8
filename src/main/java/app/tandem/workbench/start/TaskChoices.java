package app.tandem.workbench.start;

import app.tandem.owner.StudyDraft;
import app.tandem.study.LossFunction;
import app.tandem.study.Task;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.LabelImages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every task that was found: whether it is learned, how its label looks, what is predicted, and by which loss. */
final class TaskChoices extends VBox {

    private static final double PICTURE = 56;

    private final NewStudyModel model;
    private final NewStudyWords words;
    private final List<Row> rows = new ArrayList<>();

    TaskChoices(NewStudyModel model, StudyDraft first, NewStudyWords words, Watch watch) {
        super(6);
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card-box", "task-choices");
        Label count = Icons.label("", "muted");
        count.setId("new-task-count");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, Icons.label(words.text("tasks"), "card-title"), space, count);
        getChildren().add(head);
        for (TaskMark mark : TaskMark.of(first.all().tasks())) {
            Row row = new Row(mark, first.all().tasks().get(mark.index()));
            rows.add(row);
            getChildren().add(row);
        }
        if (!first.emptyTasks().isEmpty()) {
            Label empty = Icons.label(words.text("emptyTasks", String.join(", ", first.emptyTasks())), "muted", "note");
            empty.setWrapText(true);
            empty.setMinHeight(USE_PREF_SIZE);
            getChildren().add(empty);
        }
        watch.on(model.draftProperty(), now -> now.ifPresent(draft -> show(draft, count)));
        watch.on(model.previewsProperty(), this::showPreviews);
        show(model.draftProperty().get().orElse(first), count);
        showPreviews(model.previewsProperty().get());
    }

    private void show(StudyDraft draft, Label count) {
        count.setText(words.text(
                "taskCount", draft.chosen().size(), draft.all().tasks().size()));
        rows.forEach(row -> row.show(draft));
    }

    private void showPreviews(Map<String, TaskPreview> previews) {
        rows.forEach(row -> row.showPreview(Optional.ofNullable(previews.get(row.mark.id()))));
    }

    private final class Row extends HBox {
        private final TaskMark mark;
        private final CheckBox wanted = new CheckBox();
        private final ImageView picture = new ImageView();
        private final Label number = Icons.label("", "label-number");
        private final Segments<LossFunction> losses;

        Row(TaskMark mark, Task task) {
            super(12);
            this.mark = mark;
            this.losses = new Segments<>(
                    List.of(LossFunction.L1, LossFunction.SQUARED_ERROR),
                    loss -> words.messages().text("board.loss." + loss.name()),
                    loss -> model.setLoss(current(), loss));
            setId("new-task-" + mark.id());
            getStyleClass().addAll("task-choice", mark.styleClass());
            setAlignment(Pos.CENTER_LEFT);
            wanted.setId("choose-" + mark.id());
            wanted.setAccessibleText(mark.name());
            wanted.setOnAction(event -> model.choose(mark.id(), wanted.isSelected()));
            Label name = Icons.label(mark.name(), "card-name");
            Label kind = Icons.label(words.kind(task) + " · " + mark.id(), "muted", "note");
            kind.setTooltip(new Tooltip(kind.getText()));
            VBox text = new VBox(1, name, kind);
            text.setAlignment(Pos.CENTER_LEFT);
            text.setMinWidth(0);
            text.setOnMouseClicked(event -> wanted.fire());
            HBox.setHgrow(text, Priority.ALWAYS);
            getChildren().setAll(wanted, thumbnail(), text, loss(task));
        }

        private StackPane thumbnail() {
            picture.setFitWidth(PICTURE);
            picture.setFitHeight(PICTURE);
            picture.setPreserveRatio(true);
            StackPane frame = new StackPane(picture, number);
            frame.getStyleClass().add("thumbnail");
            frame.setMinSize(PICTURE + 2, PICTURE + 2);
            frame.setMaxSize(PICTURE + 2, PICTURE + 2);
            StackPane.setAlignment(number, Pos.BOTTOM_RIGHT);
            return frame;
        }

        private Node loss(Task task) {
            return task.kind().isCategorical() ? Icons.whole(words.loss(task), "muted", "note") : losses;
        }

        private Task current() {
            return model.draftProperty().get().orElseThrow().all().tasks().get(mark.index());
        }

        void show(StudyDraft draft) {
            boolean chosen = draft.chosen().contains(mark.id());
            wanted.setSelected(chosen);
            losses.setDisable(!chosen);
            losses.select(draft.all().tasks().get(mark.index()).loss());
        }

        void showPreview(Optional<TaskPreview> preview) {
            picture.setImage(
                    preview.map(TaskPreview::picture).map(LabelImages::image).orElse(null));
            preview.ifPresent(shown -> picture.setSmooth(shown.picture().width() > PICTURE));
            String label = preview.filter(shown -> shown.number().isPresent())
                    .map(shown ->
                            String.format(Locale.ROOT, "%.4g", shown.number().getAsDouble()))
                    .map(text -> text.contains(".") ? text.replaceAll("\\.?0+$", "") : text)
                    .orElse("");
            number.setText(label);
            number.setVisible(!label.isEmpty());
        }
    }
}
