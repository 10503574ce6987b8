package app.tandem.workbench.losses;

import app.tandem.report.CsvTable;
import app.tandem.report.FigureSize;
import app.tandem.report.Heatmap;
import app.tandem.report.LatexTable;
import app.tandem.report.Table;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** How the tasks get on with each other: gains of pairs, affinities of a joint run, multi-task against single-task. */
final class RelationsPane extends ScrollPane {

    static final double WIDTH = 348;

    private final LossesModel losses;
    private final RelationsModel model;
    private final Messages messages;
    private final Exports exports;
    private final Segments<Relation> choice;
    private final ComboBox<String> settings = new ComboBox<>();
    private final Label title = Icons.label("", "note");
    private boolean showing;
    private final RelationsGrid grid = new RelationsGrid();
    private final HBox scale;
    private final Label state = Icons.label("", "muted", "note");
    private final Button measure;
    private final HBox share;
    private final GridPane sharing = new GridPane();

    RelationsPane(LossesModel losses, Messages messages, Exports exports, Watch watch) {
        this.losses = losses;
        this.model = losses.relations();
        this.messages = messages;
        this.exports = exports;
        this.choice =
                new Segments<>(List.of(Relation.values()), relation -> text("show." + relation.name()), model::choose);
        this.measure = Icons.button(BootstrapIcons.PLAY_FILL, text("measure"), model::measure);
        this.share = new HBox(
                8,
                export("relations-csv", "CSV", "csv", CsvTable::format),
                export("relations-latex", "LaTeX", "tex", LatexTable::format),
                figure());
        this.scale = new HBox(
                8,
                Icons.whole(messages.text("losses.worse"), "muted"),
                new GainScale(),
                Icons.whole(messages.text("losses.better"), "muted"));
        getStyleClass().addAll("side-pane", "edge-to-edge", "relations");
        setId("relations");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setContent(content());
        watch.on(model.relationsProperty(), now -> show());
        watch.on(losses.measureProperty(), now -> show());
        watch.on(losses.settingsProperty(), now -> show());
        show();
    }

    private String text(String key, Object... arguments) {
        return messages.text("relations." + key, arguments);
    }

    private VBox content() {
        title.setWrapText(true);
        title.setId("relations-title");
        settings.setId("relations-setting");
        settings.setAccessibleText(messages.text("losses.setting"));
        settings.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                losses.chooseSetting(after);
            }
        });
        HBox setting = new HBox(8, Icons.whole(messages.text("losses.setting"), "section-title"), settings);
        setting.setAlignment(Pos.CENTER_LEFT);
        setting.visibleProperty().bind(settings.visibleProperty());
        setting.managedProperty().bind(settings.visibleProperty());
        state.setWrapText(true);
        state.setId("relations-state");
        measure.setId("relations-measure");
        scale.setAlignment(Pos.CENTER_LEFT);
        sharing.setHgap(8);
        sharing.setVgap(4);
        sharing.setId("relations-sharing");
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setHgrow(Priority.ALWAYS);
        sharing.getColumnConstraints().setAll(new ColumnConstraints(), number, number);
        VBox content = new VBox(
                10,
                setting,
                choice,
                title,
                grid,
                scale,
                state,
                measure,
                share,
                Icons.label(text("sharing"), "section-title"),
                sharing);
        content.getStyleClass().add("side-content");
        return content;
    }

    private Button export(String id, String name, String ending, Function<Table, String> format) {
        Button button = Icons.button(BootstrapIcons.DOWNLOAD, name, () -> {
            RelationsWords words = words();
            exports.text(
                    getScene().getWindow(),
                    words.now().relation().id() + "." + ending,
                    name,
                    () -> format.apply(words.table()));
        });
        button.setId(id);
        return button;
    }

    private Button figure() {
        Button button = Icons.button(BootstrapIcons.IMAGE, text("figure"), () -> {
            RelationsWords words = words();
            Heatmap figure = words.figure();
            exports.figure(
                    getScene().getWindow(),
                    words.now().relation().id() + ".pdf",
                    figure,
                    FigureSize.singleColumn(figure));
        });
        button.setId("relations-figure");
        return button;
    }

    private RelationsWords words() {
        String split = messages.text("split." + losses.measureProperty().get().name());
        return new RelationsWords(messages, model.relationsProperty().get(), split);
    }

    private void show() {
        RelationsWords words = words();
        Relations now = words.now();
        boolean known = now.isKnown();
        choice.select(now.relation());
        showSettings(now.setting());
        title.setText(words.title());
        grid.show(now, words);
        state.setText(words.state());
        shown(state, !words.state().isEmpty());
        shown(grid, known);
        shown(scale, known);
        shown(share, known);
        shown(measure, now.relation().isAffinity() && !known && !now.measuring() && now.canMeasure());
        showSharing(now);
    }

    /** Where the table shows several settings, it must be said of which one this is. */
    private void showSettings(String setting) {
        showing = true;
        try {
            List<String> names = losses.facetsProperty().get().settings().stream()
                    .filter(losses.settingsProperty().get()::contains)
                    .toList();
            if (!names.equals(settings.getItems())) {
                settings.getItems().setAll(names);
            }
            settings.setValue(setting);
            settings.setVisible(names.size() > 1);
        } finally {
            showing = false;
        }
    }

    private static void shown(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void showSharing(Relations now) {
        sharing.getChildren().clear();
        sharing.addRow(
                0,
                Icons.whole(text("sharing.k"), "muted"),
                Icons.whole(text("sharing.same"), "muted"),
                Icons.whole(text("sharing.equal"), "muted"));
        int line = 1;
        for (Relations.Sharing each : now.sharing()) {
            sharing.addRow(
                    line++,
                    Icons.whole(Integer.toString(each.same().k())),
                    Icons.whole(RelationsWords.percent(each.same().meanGain())),
                    Icons.whole(RelationsWords.percent(each.equal().meanGain())));
        }
    }
}
