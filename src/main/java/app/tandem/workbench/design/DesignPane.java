package app.tandem.workbench.design;

import app.tandem.grouping.Stability;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.start.SettingEdits;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Everything that holds for all networks of a study, to be changed in one edit whose cost is told first. */
public final class DesignPane extends VBox {

    private static final double WIDTH = 780;
    private static final double NAMES = 196;
    private static final double NAME_FIELD = 250;
    private static final double NUMBER_FIELD = 118;

    private final DesignModel model;
    private final DesignWords words;
    private final Runnable close;
    private final Runnable watchTraining;
    private final CheckedField name;
    private final CheckedField seeds;
    private final Label nameFault = fault("name");
    private final Label seedsFault = fault("seeds");
    private final Label summary = Icons.label("");
    private final Button reset;
    private final Button apply;
    private final Button train;

    /**
     * @param close puts the sheet away
     * @param watchTraining leads to where training is seen
     */
    public DesignPane(DesignModel model, Messages messages, Watch watch, Runnable close, Runnable watchTraining) {
        this.model = model;
        this.words = new DesignWords(messages);
        this.close = close;
        this.watchTraining = watchTraining;
        this.name = new CheckedField("design-name", words.text("name"), NAME_FIELD, model::typeName);
        this.seeds = new CheckedField("design-seeds", words.text("seeds"), NUMBER_FIELD, model::typeSeeds);
        this.reset = Icons.button(BootstrapIcons.ARROW_COUNTERCLOCKWISE, words.text("reset"), model::reset);
        this.apply = Icons.button(BootstrapIcons.CHECK2, words.text("apply"), () -> apply(false));
        this.train = Icons.button(BootstrapIcons.PLAY_FILL, words.text("applyAndTrain"), () -> apply(true));
        setId("design-sheet");
        getStyleClass().addAll("shell", "palette", "design-sheet");
        getStylesheets()
                .add(DesignPane.class
                        .getResource("/app/tandem/workbench/design.css")
                        .toExternalForm());
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        ScrollPane scroll = new ScrollPane(body(watch));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(heading(), scroll, bar());
        watch.on(model.draftProperty(), draft -> show());
        watch.on(model.checkProperty(), check -> show());
        watch.on(model.forecastProperty(), known -> show());
        show();
    }

    /** Takes the focus: the number of seeds is what is changed most. */
    public void begin() {
        // What a pane scrolls is in no scene before the pane has its skin.
        applyCss();
        layout();
        seeds.requestFocus();
        seeds.selectAll();
    }

    private HBox heading() {
        Button leave = Icons.iconButton(BootstrapIcons.X, words.messages().text("common.close"), close);
        leave.getStyleClass().add("flat");
        HBox heading = new HBox(Icons.label(words.text("title"), "page-title"), space(), leave);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Label fault(String key) {
        Label fault = Icons.label("", "worse", "note");
        fault.setId("fault-study-" + key);
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        return fault;
    }

    private VBox body(Watch watch) {
        SettingsGrid settings = new SettingsGrid(model, words, watch);
        VBox body = new VBox(
                10,
                study(),
                settingsHead(settings),
                settings,
                Icons.label(words.text("tasks"), "section-title", "design-part"),
                new TasksGrid(model, words, watch));
        body.getStyleClass().add("design-body");
        return body;
    }

    private GridPane study() {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(5);
        Label first = Icons.label(words.text("name"));
        first.setMinWidth(NAMES);
        Label second = Icons.label(words.text("seeds"));
        first.setLabelFor(name);
        second.setLabelFor(seeds);
        name.setDisable(model.isReadOnly());
        seeds.setDisable(model.isReadOnly() || !model.isTrainable());
        Label claim = Icons.label(words.text("claim", Stability.LEAST_SEEDS), "muted", "note");
        claim.setWrapText(true);
        grid.add(first, 0, 0);
        grid.add(name, 1, 0);
        grid.add(nameFault, 1, 1);
        grid.add(second, 0, 2);
        grid.add(seeds, 1, 2);
        grid.add(seedsFault, 1, 3);
        grid.add(claim, 1, 4);
        name.setMaxWidth(NAME_FIELD);
        seeds.setMaxWidth(NUMBER_FIELD);
        return grid;
    }

    private HBox settingsHead(SettingsGrid grid) {
        ToggleButton more = new ToggleButton(words.text("more"));
        more.setId("design-more");
        more.setOnAction(event -> grid.unfold(more.isSelected()));
        MenuButton add = new MenuButton(words.text("addSetting"), Icons.icon(BootstrapIcons.PLUS));
        add.setId("design-add-setting");
        add.setDisable(model.isReadOnly() || !model.isTrainable());
        for (SettingEdits.Addition addition : SettingEdits.Addition.values()) {
            MenuItem item = new MenuItem(words.messages().text("new.setting." + addition.name()));
            item.setId("design-add-" + addition.name());
            item.setOnAction(event -> model.addSetting(addition));
            add.getItems().add(item);
        }
        HBox head = new HBox(10, Icons.label(words.text("settings"), "section-title"), space(), more, add);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("design-part");
        return head;
    }

    private HBox bar() {
        summary.setId("design-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        reset.setId("design-reset");
        apply.setId("design-apply");
        train.setId("design-apply-train");
        train.getStyleClass().add(Styles.SUCCESS);
        for (Button button : new Button[] {reset, apply, train}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        train.managedProperty().bind(train.visibleProperty());
        HBox bar = new HBox(10, summary, reset, apply, train);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("design-bar");
        return bar;
    }

    private void apply(boolean thenTrain) {
        model.apply(thenTrain);
        close.run();
        if (thenTrain) {
            watchTraining.run();
        }
    }

    private void show() {
        DesignCheck check = model.checkProperty().get();
        show(name, model.draftProperty().get().name(), check.fault(DesignCheck.NAME), nameFault);
        show(seeds, model.draftProperty().get().seeds(), check.fault(DesignCheck.SEEDS), seedsFault);
        summary.setText(words.summary(model));
        boolean wrong = check.edit().isEmpty()
                || model.forecastProperty()
                        .get()
                        .filter(known -> !known.refused().isEmpty())
                        .isPresent();
        summary.getStyleClass().setAll("label", wrong ? "worse" : "muted");
        reset.setDisable(!model.isChanged());
        apply.setDisable(!model.isApplicable());
        train.setDisable(!model.isApplicable());
        train.setVisible(model.isTrainable());
    }

    private void show(CheckedField field, String text, Optional<UserException> fault, Label below) {
        field.show(text, fault.isPresent());
        below.setText(fault.map(words::fault).orElse(""));
        below.setVisible(fault.isPresent());
        below.setManaged(fault.isPresent());
    }
}
