package app.tandem.workbench.design;

import app.tandem.owner.EditForecast;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Schedule;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.start.SettingEdits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** A column for each setting, a row for each of its values; what does not fit is said below its row. */
final class SettingsGrid extends GridPane {

    private static final double FIELD = 118;
    private static final double NAMES = 196;

    /** Those that are changed seldom. */
    private static final List<String> MORE = List.of("decay", "warmup", "momentum", "weight-decay", "clip");

    private final DesignModel model;
    private final DesignWords words;
    private final Map<String, CheckedField> fields = new LinkedHashMap<>();
    private final Map<String, ComboBox<String>> choices = new LinkedHashMap<>();
    private final Map<String, Label> faults = new LinkedHashMap<>();
    private boolean unfolded;
    private boolean showing;

    SettingsGrid(DesignModel model, DesignWords words, Watch watch) {
        this.model = model;
        this.words = words;
        setHgap(8);
        setVgap(5);
        setDisable(model.isReadOnly() || !model.isTrainable());
        watch.on(model.draftProperty(), draft -> show());
        watch.on(model.checkProperty(), check -> show());
        watch.on(model.forecastProperty(), known -> show());
        show();
    }

    /** Shows all values, or those that are changed often. */
    void unfold(boolean all) {
        unfolded = all;
        fields.clear();
        choices.clear();
        show();
    }

    private void show() {
        List<DesignDraft.SettingDraft> settings = model.draftProperty().get().settings();
        showing = true;
        try {
            int perSetting = unfolded ? DesignDraft.KEYS.size() : DesignDraft.KEYS.size() - MORE.size();
            if (fields.size() + choices.size() != perSetting * settings.size()) {
                build(settings.size());
            }
            for (int i = 0; i < settings.size(); i++) {
                show(i, settings.get(i));
            }
            faults.forEach((key, label) -> {
                String why = fault(key, settings);
                label.setText(why);
                label.setVisible(!why.isEmpty());
                label.setManaged(!why.isEmpty());
            });
        } finally {
            showing = false;
        }
    }

    private void show(int index, DesignDraft.SettingDraft setting) {
        for (String key : DesignDraft.KEYS) {
            String name = DesignCheck.setting(index, key);
            CheckedField field = fields.get(name);
            if (field != null) {
                field.show(
                        setting.value(key),
                        model.checkProperty().get().fault(name).isPresent());
            }
            ComboBox<String> choice = choices.get(name);
            if (choice != null) {
                choice.setValue(setting.value(key));
            }
        }
    }

    /** Says which setting it is where there are several. */
    private String fault(String key, List<DesignDraft.SettingDraft> settings) {
        for (int i = 0; i < settings.size(); i++) {
            Optional<UserException> fault = fault(i, key, settings.get(i));
            if (fault.isPresent()) {
                String why = words.fault(fault.get());
                return settings.size() == 1 ? why : settings.get(i).value(SettingEdits.NAME) + ": " + why;
            }
        }
        return "";
    }

    private Optional<UserException> fault(int index, String key, DesignDraft.SettingDraft setting) {
        Optional<EditForecast> cost = model.forecastProperty().get();
        Optional<UserException> refused = key.equals("depth")
                ? cost.map(known ->
                        known.refused().get(setting.value(SettingEdits.NAME).strip()))
                : Optional.empty();
        return model.checkProperty()
                .get()
                .fault(DesignCheck.setting(index, key))
                .or(() -> refused);
    }

    private void build(int settings) {
        getChildren().clear();
        fields.clear();
        choices.clear();
        faults.clear();
        int row = 0;
        for (String key : DesignDraft.KEYS) {
            if (unfolded || !MORE.contains(key)) {
                Label name = Icons.label(words.text("key." + key));
                name.setMinWidth(NAMES);
                add(name, 0, row);
                for (int i = 0; i < settings; i++) {
                    add(cell(i, key, settings > 1), i + 1, row);
                }
                Label fault = Icons.label("", "worse", "note");
                fault.setId("fault-" + key);
                fault.setWrapText(true);
                fault.setMinHeight(USE_PREF_SIZE);
                faults.put(key, fault);
                add(fault, 1, row + 1, settings + 2, 1);
                GridPane.setHgrow(fault, Priority.ALWAYS);
                row += 2;
            }
        }
    }

    private Node cell(int index, String key, boolean removable) {
        String id = DesignCheck.setting(index, key);
        if (key.equals("depth")) {
            return choice(index, key, Arrays.stream(EncoderDepth.values()).map(EncoderDepth::id));
        }
        if (key.equals("decay")) {
            return choice(index, key, Arrays.stream(Schedule.Decay.values()).map(decay -> decay.name()
                    .toLowerCase(Locale.ROOT)));
        }
        String spoken = words.text("key." + key);
        CheckedField field =
                new CheckedField("design-" + id, spoken, FIELD, text -> model.typeSetting(index, key, text));
        fields.put(id, field);
        if (!key.equals(SettingEdits.NAME) || !removable) {
            return field;
        }
        Button remove =
                Icons.iconButton(BootstrapIcons.X, words.text("removeSetting"), () -> model.removeSetting(index));
        remove.setId("design-remove-" + index);
        remove.getStyleClass().add("flat");
        field.setPrefWidth(FIELD - 38);
        field.setMinWidth(FIELD - 38);
        HBox both = new HBox(4, field, remove);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private ComboBox<String> choice(int index, String key, java.util.stream.Stream<String> values) {
        String id = DesignCheck.setting(index, key);
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(values.toList());
        choice.setId("design-" + id);
        choice.setPrefWidth(FIELD);
        choice.setMinWidth(FIELD);
        choice.setAccessibleText(words.text("key." + key));
        choice.setCellFactory(list -> new WordCell<>(value -> words.text(key + "." + value)));
        choice.setButtonCell(new WordCell<>(value -> words.text(key + "." + value)));
        choice.setOnAction(event -> {
            if (!showing && choice.getValue() != null) {
                model.typeSetting(index, key, choice.getValue());
            }
        });
        choices.put(id, choice);
        return choice;
    }
}
