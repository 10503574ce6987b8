package app.tandem.workbench.design;

import app.tandem.study.LossFunction;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** A line for each task: its name for people, its weight and its loss; what does not fit is said below its line. */
final class TasksGrid extends GridPane {

    private static final double NAME = 196;
    private static final double WEIGHT = 118;
    private static final double LOSS = 150;

    private record Row(CheckedField name, CheckedField weight, ComboBox<LossFunction> loss, Label fault) {}

    private final DesignModel model;
    private final DesignWords words;
    private final List<Row> rows = new ArrayList<>();
    private boolean showing;

    TasksGrid(DesignModel model, DesignWords words, Watch watch) {
        this.model = model;
        this.words = words;
        setHgap(8);
        setVgap(5);
        setDisable(model.isReadOnly());
        watch.on(model.draftProperty(), draft -> show());
        watch.on(model.checkProperty(), check -> show());
        show();
    }

    private void show() {
        List<DesignDraft.TaskDraft> tasks = model.draftProperty().get().tasks();
        showing = true;
        try {
            if (rows.size() != tasks.size()) {
                build(tasks);
            }
            for (int i = 0; i < tasks.size(); i++) {
                show(i, tasks.get(i));
            }
        } finally {
            showing = false;
        }
    }

    private void show(int index, DesignDraft.TaskDraft task) {
        Row row = rows.get(index);
        DesignCheck check = model.checkProperty().get();
        var name = check.fault(DesignCheck.task(index, DesignCheck.NAME));
        var weight = check.fault(DesignCheck.task(index, DesignCheck.WEIGHT));
        row.name().show(task.name(), name.isPresent());
        row.weight().show(task.weight(), weight.isPresent());
        row.loss().setValue(task.loss());
        Optional<String> why = name.or(() -> weight).map(words::fault);
        row.fault().setText(why.orElse(""));
        row.fault().setVisible(why.isPresent());
        row.fault().setManaged(why.isPresent());
    }

    private void build(List<DesignDraft.TaskDraft> tasks) {
        getChildren().clear();
        rows.clear();
        addRow(0, head("task"), head("weight"), head("loss"), head("id"));
        for (int i = 0; i < tasks.size(); i++) {
            Row row = row(i, tasks.get(i));
            rows.add(row);
            Label id = Icons.label(tasks.get(i).base().id(), "muted");
            addRow(2 * i + 1, row.name(), row.weight(), row.loss(), id);
            add(row.fault(), 0, 2 * i + 2, 4, 1);
        }
    }

    private Label head(String key) {
        return Icons.label(words.text("head." + key), "muted", "note");
    }

    private Row row(int index, DesignDraft.TaskDraft task) {
        ComboBox<LossFunction> loss = new ComboBox<>();
        loss.getItems()
                .setAll(Arrays.stream(LossFunction.values())
                        .filter(each -> each.fits(task.base().kind()))
                        .toList());
        loss.setId("design-" + DesignCheck.task(index, "loss"));
        loss.setPrefWidth(LOSS);
        loss.setAccessibleText(words.text("head.loss"));
        loss.setCellFactory(list -> new WordCell<>(this::words));
        loss.setButtonCell(new WordCell<>(this::words));
        loss.setDisable(!model.isTrainable() || loss.getItems().size() < 2);
        loss.setOnAction(event -> {
            if (!showing && loss.getValue() != null) {
                model.setTaskLoss(index, loss.getValue());
            }
        });
        Label fault = Icons.label("", "worse", "note");
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        return new Row(
                new CheckedField(
                        "design-" + DesignCheck.task(index, DesignCheck.NAME),
                        words.text("head.task"),
                        NAME,
                        text -> model.typeTaskName(index, text)),
                new CheckedField(
                        "design-" + DesignCheck.task(index, DesignCheck.WEIGHT),
                        words.text("head.weight"),
                        WEIGHT,
                        text -> model.typeTaskWeight(index, text)),
                loss,
                fault);
    }

    private String words(LossFunction loss) {
        return words.messages().text("board.loss." + loss.name());
    }
}
