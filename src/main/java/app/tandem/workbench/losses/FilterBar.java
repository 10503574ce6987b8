package app.tandem.workbench.losses;

import app.tandem.study.EncoderSize;
import app.tandem.workbench.common.EncoderWords;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Watch;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Which rows are shown: by words, and by what their networks and runs are. */
final class FilterBar extends HBox {

    /** Up to so many settings have a button each; more are chosen in a menu. */
    static final int FEW_SETTINGS = 3;

    private final LossesModel model;
    private final Messages messages;
    private final CustomTextField text = new CustomTextField();
    private final FacetMenu<String> with;
    private final FacetMenu<String> without;
    private final FacetMenu<Integer> sizes;
    private final FacetMenu<EncoderSize> encoders;
    private final FacetMenu<RowState> states;
    private final FacetMenu<Integer> seeds;
    private final FacetMenu<String> settings;
    private final Label shown = Icons.whole("", "muted", "note");
    private final Button clear;

    FilterBar(LossesModel model, Messages messages, Watch watch) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.with = facet("with", this::name, (filter, ids) -> filter.withTasks(ids));
        this.without = facet("without", this::name, (filter, ids) -> filter.withoutTasks(ids));
        this.sizes = facet("sizes", count -> messages.text("losses.size", count), LossFilter::withSizes);
        this.encoders = facet("encoders", EncoderWords::of, LossFilter::withEncoders);
        this.states = facet("states", state -> messages.text("losses.state." + state.name()), LossFilter::withStates);
        this.seeds = facet("seeds", seed -> Integer.toString(seed), LossFilter::withSeeds);
        this.settings =
                new FacetMenu<>(messages.text("losses.facet.settings"), messages, name -> name, model::chooseSettings);
        this.clear =
                Icons.button(BootstrapIcons.X, messages.text("losses.clear"), () -> filter(old -> LossFilter.NONE));
        settings.setId("facet-settings");
        clear.setId("clear-filter");
        states.setValues(List.of(RowState.values()));
        buildText();
        // Where the window is narrow they go on in the next line; none is cut off.
        FlowPane choices = new FlowPane(8, 6, text, with, without, sizes, encoders, states, seeds, settings, clear);
        choices.setRowValignment(VPos.CENTER);
        choices.setMinWidth(0);
        choices.setPrefWrapLength(0);
        HBox.setHgrow(choices, Priority.ALWAYS);
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(choices, shown);
        watch.on(model.marks(), this::showTasks);
        watch.on(model.facetsProperty(), this::showFacets);
        watch.on(model.settingsProperty(), settings::select);
        watch.on(model.filterProperty(), this::show);
        watch.on(model.countProperty(), this::showCount);
        showTasks();
        showFacets(model.facetsProperty().get());
        settings.select(model.settingsProperty().get());
        show(model.filterProperty().get());
        showCount(model.countProperty().get());
    }

    private interface Change<T> {
        LossFilter apply(LossFilter filter, Set<T> chosen);
    }

    private <T> FacetMenu<T> facet(String id, Function<T, String> words, Change<T> change) {
        FacetMenu<T> menu = new FacetMenu<>(
                messages.text("losses.facet." + id),
                messages,
                words,
                chosen -> filter(old -> change.apply(old, chosen)));
        menu.setId("facet-" + id);
        menu.setTooltip(new Tooltip(messages.text("losses.facetTip." + id)));
        return menu;
    }

    private void buildText() {
        text.setId("losses-filter");
        text.setPromptText(messages.text("losses.find"));
        text.setTooltip(new Tooltip(messages.text("losses.findTip")));
        text.setLeft(Icons.icon(BootstrapIcons.SEARCH));
        text.textProperty().addListener((property, before, now) -> filter(old -> old.withText(now)));
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
                text.clear();
                event.consume();
            }
        });
    }

    /** Puts the caret where words are typed. */
    void find() {
        text.requestFocus();
        text.selectAll();
    }

    private String name(String taskId) {
        return model.marks().stream()
                .filter(mark -> mark.id().equals(taskId))
                .map(TaskMark::name)
                .findFirst()
                .orElse(taskId);
    }

    private void filter(UnaryOperator<LossFilter> change) {
        model.filter(change.apply(model.filterProperty().get()));
    }

    private void showTasks() {
        List<String> ids = model.marks().stream().map(TaskMark::id).toList();
        with.setValues(ids);
        without.setValues(ids);
    }

    private void showFacets(LossFacets facets) {
        sizes.setValues(facets.sizes());
        encoders.setValues(facets.encoders());
        seeds.setValues(facets.seeds());
        settings.setValues(facets.settings().size() > FEW_SETTINGS ? facets.settings() : List.of());
    }

    private void show(LossFilter filter) {
        if (!text.getText().equals(filter.text())) {
            text.setText(filter.text());
        }
        with.select(filter.with());
        without.select(filter.without());
        sizes.select(filter.sizes());
        encoders.select(filter.encoders());
        states.select(filter.states());
        seeds.select(filter.seeds());
        boolean filtered = !filter.equals(LossFilter.NONE);
        clear.setVisible(filtered);
        clear.setManaged(filtered);
    }

    private void showCount(LossesModel.Count count) {
        shown.setText(messages.text("losses.shown", count.shown(), count.networks()));
        shown.setVisible(count.networks() > 0);
    }
}
