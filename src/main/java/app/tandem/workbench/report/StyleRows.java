package app.tandem.workbench.report;

import app.tandem.report.FigurePreset;
import app.tandem.report.FigureStyle;
import app.tandem.report.ReportFormat;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.Watch;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** In which formats, for which place, and with which letters. */
final class StyleRows extends VBox {

    private final ReportModel model;
    private final Messages messages;
    private final Map<ReportFormat, CheckBox> formats = new EnumMap<>(ReportFormat.class);
    private final Segments<FigurePreset> presets;
    private final Label place = Icons.label("", "muted", "note");
    private final Spinner<Double> letters = new Spinner<>();
    private boolean showing;

    StyleRows(ReportModel model, Messages messages, Watch watch) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.presets = new Segments<>(
                List.of(FigurePreset.values()),
                preset -> messages.text("report.preset." + preset.name()),
                model::choose);
        presets.setId("presets");
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        setUpLetters();
        Label pt = Icons.label(messages.text("report.points"), "muted");
        HBox size = new HBox(8, Icons.whole(messages.text("report.letters")), letters, pt);
        size.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        Icons.label(messages.text("report.figureSize"), "section-title"),
                        presets,
                        place,
                        size,
                        Icons.label(messages.text("report.formats"), "section-title"),
                        formats(true),
                        formats(false),
                        page());
        watch.on(model.choiceProperty(), choice -> show());
        show();
    }

    private HBox formats(boolean figures) {
        HBox line = new HBox(12);
        line.setAlignment(Pos.CENTER_LEFT);
        for (ReportFormat format : ReportFormat.values()) {
            if (format != ReportFormat.PAGE && format.figure().isPresent() == figures) {
                line.getChildren().add(box(format, format.label()));
            }
        }
        return line;
    }

    private CheckBox page() {
        return box(ReportFormat.PAGE, messages.text("report.page"));
    }

    private CheckBox box(ReportFormat format, String label) {
        CheckBox box = new CheckBox(label);
        box.setId("format-" + format.ending());
        box.setMinWidth(USE_PREF_SIZE);
        box.setOnAction(event -> model.choose(format, box.isSelected()));
        formats.put(format, box);
        return box;
    }

    private void setUpLetters() {
        DoubleSpinnerValueFactory values =
                new DoubleSpinnerValueFactory(FigureStyle.LEAST_TEXT, FigureStyle.LARGEST_TEXT, 8, 0.5);
        values.setConverter(new Points());
        letters.setValueFactory(values);
        letters.setEditable(true);
        letters.setId("font-size");
        letters.setPrefWidth(86);
        letters.getEditor().setAccessibleText(messages.text("report.letters"));
        values.valueProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                model.chooseTextSize(after);
            }
        });
        // A spinner takes what was typed only on Enter, and leaves there what it could not read.
        letters.getEditor().setOnAction(event -> takeTyped());
        letters.getEditor().focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                takeTyped();
            }
        });
    }

    private void takeTyped() {
        letters.commitValue();
        letters.getEditor().setText(letters.getValueFactory().getConverter().toString(letters.getValue()));
    }

    private void show() {
        showing = true;
        try {
            FigureStyle style = model.choiceProperty().get().style();
            presets.select(style.preset());
            place.setText(messages.text("report.place." + style.preset().name()));
            letters.getValueFactory().setValue(style.textSize());
            formats.forEach((format, box) ->
                    box.setSelected(model.choiceProperty().get().formats().contains(format)));
        } finally {
            showing = false;
        }
    }

    /** Points as people write them; what is no number leaves the size as it was. */
    private final class Points extends StringConverter<Double> {
        @Override
        public String toString(Double points) {
            return points == null
                    ? ""
                    : points == Math.rint(points)
                            ? String.format(Locale.ROOT, "%.0f", points)
                            : String.format(Locale.ROOT, "%.1f", points);
        }

        @Override
        public Double fromString(String text) {
            try {
                double points = Double.parseDouble(text.strip().replace(',', '.'));
                return Double.isFinite(points)
                        ? Math.max(FigureStyle.LEAST_TEXT, Math.min(FigureStyle.LARGEST_TEXT, points))
                        : letters.getValue();
            } catch (NumberFormatException e) {
                return letters.getValue();
            }
        }
    }
}
