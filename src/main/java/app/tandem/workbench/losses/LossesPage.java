package app.tandem.workbench.losses;

import app.tandem.loss.Measure;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Segments;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The Losses page. */
public final class LossesPage extends StackPane {

    /** From this width on, five tasks and the pane beside them have room. */
    private static final double ROOM_FOR_BOTH = 1330;

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final LossesModel model;
    private final Messages messages;
    private final GainScale scale = new GainScale();
    private final LossesTable table;
    private final FilterBar filter;
    private final ShareMenus share;
    private final ToggleButton beside;
    private final Label progress = Icons.whole("", "badge", "outlined");
    private final Segments<Set<String>> settings;
    private final Segments<Measure> splits;
    private final Segments<LossesModel.Shown> shown;
    private final Segments<Baseline> baselines;
    /** Whether the user said that the pane is to be there, or not. */
    private boolean besideChosen;

    public LossesPage(LossesModel model, Messages messages, Exports exports, Watch watch) {
        this.model = model;
        this.messages = messages;
        this.table = new LossesTable(model, messages, scale, watch);
        this.filter = new FilterBar(model, messages, watch);
        this.share = new ShareMenus(model, table, messages, exports);
        this.settings = new Segments<>(List.of(), this::settingWords, model::chooseSettings);
        this.splits = new Segments<>(
                List.of(Measure.VALIDATION, Measure.TEST),
                measure -> messages.text("split." + measure.name()),
                model::chooseMeasure);
        this.shown = new Segments<>(
                List.of(LossesModel.Shown.values()),
                value -> messages.text("losses.show." + value.name()),
                value -> model.shownProperty().set(value));
        this.baselines = new Segments<>(
                List.of(Baseline.values()),
                value -> messages.text("losses.baseline." + value.name()),
                model::chooseBaseline);
        this.beside = new ToggleButton("", Icons.icon(BootstrapIcons.GRID_3X3));
        beside.setId("show-relations");
        beside.getStyleClass().add("icon-button");
        beside.setTooltip(new Tooltip(messages.text("relations.toggle")));
        beside.setAccessibleText(messages.text("relations.toggle"));
        beside.setSelected(true);
        beside.setOnAction(event -> besideChosen = true);
        widthProperty().addListener((property, before, now) -> {
            if (!besideChosen) {
                beside.setSelected(now.doubleValue() >= ROOM_FOR_BOTH);
            }
        });
        getStyleClass().add("losses-page");
        getStylesheets()
                .add(LossesPage.class
                        .getResource("/app/tandem/workbench/losses.css")
                        .toExternalForm());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox losses = new VBox(filter, table);
        HBox.setHgrow(losses, Priority.ALWAYS);
        losses.setMinWidth(0);
        RelationsPane relations = new RelationsPane(model, messages, exports, watch);
        relations.visibleProperty().bind(beside.selectedProperty());
        relations.managedProperty().bind(beside.selectedProperty());
        HBox both = new HBox(losses, relations);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().setAll(new VBox(header(), both, footer()));
        addShortcuts();
        listen(watch);
    }

    private void listen(Watch watch) {
        watch.on(model.facetsProperty(), facets -> showSettings());
        watch.on(model.settingsProperty(), settings::select);
        watch.on(model.measureProperty(), splits::select);
        watch.on(model.countProperty(), this::showCount);
        watch.on(model.shownProperty(), shown::select);
        watch.on(model.baselineProperty(), baselines::select);
        splits.select(model.measureProperty().get());
        shown.select(model.shownProperty().get());
        baselines.select(model.baselineProperty().get());
        showSettings();
        showCount(model.countProperty().get());
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(
                8,
                Icons.label(messages.text("losses.title"), "page-title"),
                settings,
                space,
                splits,
                shown,
                table.columnsButton(),
                beside,
                share.copyButton(),
                share.exportButton());
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        return header;
    }

    private HBox footer() {
        Label note = Icons.label(messages.text("losses.scaleNote"), "muted", "scale-note");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox footer = new HBox(
                8,
                Icons.whole(messages.text("losses.worse"), "muted"),
                scale,
                Icons.whole(messages.text("losses.better"), "muted"),
                Icons.whole(messages.text("losses.than"), "muted"),
                baselines,
                note,
                space,
                progress);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("page-footer");
        return footer;
    }

    /** While the page is in sight. */
    private void addShortcuts() {
        sceneProperty().addListener((property, before, scene) -> {
            if (before != null) {
                before.getAccelerators().remove(FIND);
            }
            if (scene != null) {
                scene.getAccelerators().put(FIND, filter::find);
            }
        });
    }

    private String settingWords(Set<String> names) {
        return names.size() == 1 ? names.iterator().next() : messages.text("losses.allSettings");
    }

    private void showSettings() {
        List<String> names = model.facetsProperty().get().settings();
        boolean few = names.size() > 1 && names.size() <= FilterBar.FEW_SETTINGS;
        List<Set<String>> choices = new ArrayList<>();
        if (few) {
            names.forEach(name -> choices.add(Set.of(name)));
            choices.add(Set.copyOf(names));
        }
        settings.setValues(choices);
        settings.select(model.settingsProperty().get());
        settings.setVisible(few);
        settings.setManaged(few);
    }

    private void showCount(LossesModel.Count now) {
        progress.setText(messages.text("losses.progress", now.measured(), now.networks()));
        progress.setVisible(now.networks() > 0);
        share.setMeasured(now.measured() > 0);
    }
}
