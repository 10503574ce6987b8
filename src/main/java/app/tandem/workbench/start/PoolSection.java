package app.tandem.workbench.start;

import app.tandem.owner.StudyDraft;
import app.tandem.study.PoolChoice;
import app.tandem.study.Study;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The networks that are trained: how many tasks together, and with which encoders. */
final class PoolSection extends VBox {

    private static final int MOST_OFFERED = 6;
    private static final double NAMES = 150;

    private final NewStudyModel model;
    private final NewStudyWords words;
    private final ComboBox<Integer> most = new ComboBox<>();
    private final SizeToggles sizes;
    private final SizeToggles alone;
    private final TypedField other;
    private final Label count = Icons.label("", "muted");
    private boolean showing;

    PoolSection(NewStudyModel model, NewStudyWords words, Watch watch) {
        super(10);
        this.model = model;
        this.words = words;
        this.other = new TypedField("new-other-size", words.text("otherSize"), 5, this::typed);
        this.sizes = new SizeToggles("size", words, model::setSize, other);
        this.alone = new SizeToggles("alone", words, model::setSizeAlone);
        getStyleClass().add("card-box");
        most.setId("new-most-tasks");
        most.setCellFactory(list -> new MostCell());
        most.setButtonCell(new MostCell());
        most.setAccessibleText(words.text("together"));
        most.setOnAction(event -> {
            if (!showing && most.getValue() != null) {
                model.setMostTasks(most.getValue());
            }
        });
        other.setPromptText(words.text("otherPrompt"));
        other.setTooltip(new Tooltip(words.text("otherSize")));
        count.setId("new-network-count");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, Icons.label(words.text("networks"), "card-title"), space, count);
        getChildren().setAll(head, line("together", most), line("sizes", sizes), line("alone", alone));
        watch.on(model.planProperty(), plan -> show());
        watch.on(model.draftProperty(), draft -> show());
        show();
    }

    private HBox line(String key, Node choice) {
        Label name = Icons.label(words.text(key));
        name.setMinWidth(NAMES);
        name.setPrefWidth(NAMES);
        name.setWrapText(true);
        HBox.setHgrow(choice, Priority.ALWAYS);
        HBox line = new HBox(10, name, choice);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void typed(String text) {
        other.clear();
        model.typeSize(text);
    }

    private void show() {
        model.draftProperty()
                .get()
                .ifPresent(draft -> model.planProperty().get().ifPresent(plan -> show(draft, plan)));
    }

    private void show(StudyDraft draft, StudyPlan plan) {
        PoolChoice pool = draft.poolOrUsual();
        int tasks = draft.tasks().size();
        int chosen = pool.mostTasks() >= tasks ? PoolChoice.EVERY : pool.mostTasks();
        List<Integer> offered = offered(tasks, chosen);
        showing = true;
        if (!most.getItems().equals(offered)) {
            most.getItems().setAll(offered);
        }
        most.setValue(chosen);
        showing = false;
        sizes.show(plan.offers(), pool.sizes());
        alone.show(plan.offers(), pool.alone());
        count.setText(plan.design()
                .map(Study::networks)
                .map(networks -> words.text("networkCount", networks.size()))
                .orElse(""));
    }

    /** One, two, three … tasks and any number of them. */
    private static List<Integer> offered(int tasks, int chosen) {
        Stream<Integer> few = IntStream.range(1, Math.min(tasks, MOST_OFFERED)).boxed();
        return Stream.concat(few, Stream.of(chosen, PoolChoice.EVERY))
                .distinct()
                .sorted()
                .toList();
    }

    private final class MostCell extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer tasks, boolean empty) {
            super.updateItem(tasks, empty);
            setText(empty || tasks == null ? "" : words.text("most", tasks == PoolChoice.EVERY ? 0 : tasks.intValue()));
        }
    }
}
