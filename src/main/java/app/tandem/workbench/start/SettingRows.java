package app.tandem.workbench.start;

import app.tandem.owner.StudyDraft;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What is held constant in a comparison, one line for each setting; and how often each network is trained. */
final class SettingRows extends VBox {

    private static final double DEPTH_WIDTH = 96;

    private final NewStudyModel model;
    private final NewStudyWords words;
    private final GridPane grid = new GridPane();
    private final List<Row> rows = new ArrayList<>();
    private final TypedField seeds;
    private final TypedField budget;

    SettingRows(NewStudyModel model, NewStudyWords words, Watch watch) {
        super(10);
        this.model = model;
        this.words = words;
        this.seeds = new TypedField("new-seeds", words.text("seeds"), 4, model::typeSeeds);
        this.budget = new TypedField("new-budget", words.text("budget"), 5, model::typeBudget);
        getStyleClass().add("card-box");
        grid.setHgap(6);
        grid.setVgap(6);
        MenuButton add = new MenuButton(words.text("addSetting"), Icons.icon(BootstrapIcons.PLUS));
        add.setId("add-setting");
        for (SettingEdits.Addition addition : SettingEdits.Addition.values()) {
            MenuItem item = new MenuItem(words.text("setting." + addition.name()));
            item.setId("add-" + addition.name());
            item.setOnAction(event -> model.addSetting(addition));
            add.getItems().add(item);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, Icons.label(words.text("settings"), "card-title"), space, add);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox numbers = new HBox(8, name("seeds", seeds), seeds, gap(), name("budget", budget), budget);
        numbers.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, grid, numbers);
        watch.on(model.draftProperty(), draft -> draft.ifPresent(this::show));
        model.draftProperty().get().ifPresent(this::show);
    }

    private Label name(String key, TypedField field) {
        Label name = Icons.whole(words.text(key));
        name.setLabelFor(field);
        return name;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.setMinWidth(14);
        return gap;
    }

    private void show(StudyDraft draft) {
        List<Setting> settings = draft.all().settings();
        if (rows.size() != settings.size()) {
            build(settings.size());
        }
        for (int i = 0; i < settings.size(); i++) {
            rows.get(i).show(settings.get(i));
        }
        seeds.show(String.valueOf(draft.all().seeds()));
        budget.show(draft.all().budget().toString());
    }

    private void build(int count) {
        grid.getChildren().clear();
        rows.clear();
        int column = 0;
        for (String key : List.of("name", "depth", "share", "size", "epochs", "batch", "rate")) {
            grid.add(Icons.whole(words.text("key." + key), "muted", "note"), column++, 0);
        }
        for (int i = 0; i < count; i++) {
            rows.add(new Row(i, count > 1));
        }
    }

    private final class Row {
        private final Map<String, TypedField> fields = new LinkedHashMap<>();
        private final ComboBox<EncoderDepth> depth = new ComboBox<>();
        private boolean showing;

        Row(int index, boolean removable) {
            depth.getItems().setAll(EncoderDepth.values());
            depth.setCellFactory(list -> new DepthCell());
            depth.setButtonCell(new DepthCell());
            depth.setMinWidth(DEPTH_WIDTH);
            depth.setAccessibleText(words.text("key.depth"));
            depth.setId("setting-" + index + "-depth");
            depth.setOnAction(event -> {
                if (!showing && depth.getValue() != null) {
                    model.typeSetting(index, "depth", depth.getValue().id());
                }
            });
            grid.add(field(index, "name", 8), 0, index + 1);
            grid.add(depth, 1, index + 1);
            int column = 2;
            for (String key : List.of("share", "size", "epochs", "batch", "rate")) {
                grid.add(field(index, key, 4), column++, index + 1);
            }
            if (removable) {
                Button remove = Icons.iconButton(
                        BootstrapIcons.X, words.text("removeSetting"), () -> model.removeSetting(index));
                remove.getStyleClass().add("flat");
                grid.add(remove, column, index + 1);
            }
        }

        private TypedField field(int index, String key, int columns) {
            TypedField field = new TypedField(
                    "setting-" + index + "-" + key,
                    words.text("key." + key),
                    columns,
                    text -> model.typeSetting(index, key, text));
            fields.put(key, field);
            return field;
        }

        void show(Setting setting) {
            Schedule schedule = setting.schedule();
            showing = true;
            depth.setValue(setting.depth());
            showing = false;
            show("name", setting.name());
            show("share", setting.share().toString());
            show("size", String.valueOf(setting.inputSize()));
            show("epochs", String.valueOf(schedule.epochs()));
            show("batch", String.valueOf(schedule.batch()));
            show("rate", BigDecimal.valueOf(schedule.learningRate()).toPlainString());
        }

        private void show(String key, String value) {
            TypedField field = fields.get(key);
            if (field != null) {
                field.show(value);
            }
        }
    }

    private final class DepthCell extends ListCell<EncoderDepth> {
        @Override
        protected void updateItem(@Nullable EncoderDepth depth, boolean empty) {
            super.updateItem(depth, empty);
            setText(empty || depth == null ? "" : words.text("depth." + depth.name()));
        }
    }
}
