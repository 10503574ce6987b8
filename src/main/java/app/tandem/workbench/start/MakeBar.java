package app.tandem.workbench.start;

import app.tandem.owner.StudyDraft;
import app.tandem.study.Study;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The study's name and file, what it will take, why it cannot be made yet, and the button that makes it. */
final class MakeBar extends VBox {

    private final NewStudyModel model;
    private final NewStudyWords words;
    private final TypedField name;
    private final Label file = Icons.label("", "muted");
    private final Label summary = Icons.label("", "strong");
    private final Label obstacle = Icons.label("");
    private final Button create;

    MakeBar(NewStudyModel model, NewStudyWords words, Watch watch, Runnable leave, DatasetChoosers choosers) {
        super(10);
        this.model = model;
        this.words = words;
        this.name = new TypedField("new-name", words.text("name"), 14, model::rename);
        this.create = Icons.button(BootstrapIcons.CHECK2, words.text("create"), model::create);
        setId("make-bar");
        getStyleClass().add("make-bar");
        file.setId("new-file");
        file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        file.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = new Button(words.messages().text("common.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setAccessibleText(words.text("saveAs"));
        choose.setOnAction(event -> model.planProperty()
                .get()
                .flatMap(plan -> choosers.studyFile(plan.file()))
                .ifPresent(model::saveIn));
        Label nameOf = Icons.whole(words.text("name"));
        nameOf.setLabelFor(name);
        HBox where = new HBox(10, nameOf, name, Icons.whole(words.text("savedAs"), "muted"), file, choose);
        where.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(where, decision(leave));
        watch.on(model.draftProperty(), draft -> show());
        watch.on(model.planProperty(), plan -> show());
        watch.on(model.obstacleProperty(), why -> show());
        watch.on(model.mistakeProperty(), why -> show());
        show();
    }

    private HBox decision(Runnable leave) {
        summary.setId("new-summary");
        summary.setMinWidth(USE_PREF_SIZE);
        obstacle.setId("new-obstacle");
        obstacle.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(obstacle, Priority.ALWAYS);
        create.setId("create-study");
        create.getStyleClass().add(Styles.SUCCESS);
        create.setMinWidth(USE_PREF_SIZE);
        Button cancel = new Button(words.text("cancel"));
        cancel.setId("new-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> leave.run());
        HBox decision = new HBox(10, summary, obstacle, cancel, create);
        decision.setAlignment(Pos.CENTER_LEFT);
        return decision;
    }

    private void show() {
        Optional<StudyPlan> plan = model.planProperty().get();
        model.draftProperty().get().map(StudyDraft::all).map(Study::name).ifPresent(name::show);
        file.setText(plan.map(now -> now.file().toString()).orElse(""));
        summary.setText(plan.flatMap(now -> now.design().map(design -> summary(now, design)))
                .orElse(""));
        Obstacle why = model.obstacleProperty().get();
        create.setDisable(why != Obstacle.NONE);
        String mistake = model.mistakeProperty().get().map(words::problem).orElse("");
        obstacle.setText(mistake.isEmpty() ? reason(why, plan) : mistake);
        boolean wrong =
                !mistake.isEmpty() || why == Obstacle.DESIGN || why == Obstacle.UNUSABLE || why == Obstacle.FILE;
        obstacle.getStyleClass().setAll("label", wrong ? "worse" : "muted");
    }

    private String summary(StudyPlan plan, Study design) {
        return words.text("summary", design.networks().size(), design.settings().size(), design.seeds(), plan.runs());
    }

    private String reason(Obstacle why, Optional<StudyPlan> plan) {
        return switch (why) {
            case NONE -> words.text("ready");
            case DESIGN -> plan.flatMap(StudyPlan::fault).map(words::problem).orElse("");
            case FILE -> plan.flatMap(StudyPlan::fileFault).map(words::problem).orElse("");
            default -> words.text("obstacle." + why.name());
        };
    }
}
