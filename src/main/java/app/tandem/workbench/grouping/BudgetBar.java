package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The budget, by slider and by number, and the loss that it buys. */
final class BudgetBar extends HBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final GroupingModel model;
    private final Messages messages;
    private final Slider slider = new Slider(1, BudgetScale.CLASSIC.stops(), 1);
    private final TextField field = new TextField();
    private final Label lossName = Icons.label("", "muted");
    private final Label loss = Icons.label("", "the-number");
    private final Label change = Icons.label("", "change");
    private boolean showing;

    BudgetBar(GroupingModel model, Messages messages, Watch watch) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("budget-bar");
        setAlignment(Pos.CENTER_LEFT);
        setUpSlider();
        setUpField();
        Label title = Icons.label(messages.text("grouping.budget"), "strong");
        title.setLabelFor(slider);
        title.setMinWidth(USE_PREF_SIZE);
        Separator line = new Separator(Orientation.VERTICAL);
        HBox.setHgrow(slider, Priority.ALWAYS);
        for (Label label : new Label[] {lossName, loss, change}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        HBox number = new HBox(8, lossName, loss);
        number.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, slider, field, Icons.label("SNT", "muted"), line, number, change);
        change.managedProperty().bind(change.visibleProperty());
        watch.on(model.budgetProperty(), budget -> show());
        watch.on(model.stateProperty(), state -> show());
        watch.on(model.budgetFaultProperty(), this::showFault);
        show();
    }

    private void setUpSlider() {
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add(Styles.SMALL);
        slider.setId("budget-slider");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText(messages.text("grouping.budget"));
        slider.valueProperty().addListener((property, before, after) -> {
            if (!showing) {
                model.lookAt(scale().budget((int) Math.round(after.doubleValue())));
                if (!slider.isValueChanging()) {
                    model.keepBudget();
                }
            }
        });
        slider.valueChangingProperty().addListener((property, before, changing) -> {
            if (!changing) {
                model.keepBudget();
            }
        });
    }

    private void setUpField() {
        field.setId("budget-field");
        field.setPrefColumnCount(5);
        field.setMinWidth(64);
        field.setMaxWidth(64);
        field.setAlignment(Pos.CENTER);
        field.setAccessibleText(messages.text("grouping.budgetField"));
        field.setTooltip(new Tooltip(messages.text("grouping.budgetField")));
        field.setOnAction(event -> model.typeBudget(field.getText()));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused && !field.getText().equals(model.budgetProperty().get().toString())) {
                model.typeBudget(field.getText());
            }
        });
    }

    private BudgetScale scale() {
        return model.stateProperty().get().overview().map(Overview::scale).orElse(BudgetScale.CLASSIC);
    }

    private void show() {
        showing = true;
        try {
            slider.setMax(scale().stops());
            slider.setValue(scale().position(model.budgetProperty().get()));
            field.setText(model.budgetProperty().get().toString());
        } finally {
            showing = false;
        }
        showLoss();
    }

    private void showLoss() {
        Optional<Selection> best = model.best();
        boolean tested = best.isPresent() && best.get().testLoss().isPresent();
        lossName.setText(messages.text(tested ? "grouping.testLoss" : "grouping.validationLoss"));
        double shown = best.map(selection -> selection.testLoss().orElse(selection.validationLoss()))
                .orElse(Double.NaN);
        loss.setText(Messages.loss(shown));
        loss.setVisible(best.isPresent());
        lossName.setVisible(best.isPresent());
        double allInOne = model.stateProperty()
                .get()
                .overview()
                .map(known -> known.allInOne().orElse(Double.NaN))
                .orElse(Double.NaN);
        double share = tested ? shown / allInOne - 1 : Double.NaN;
        change.setVisible(Double.isFinite(share));
        change.setText(
                Double.isFinite(share) ? messages.text("grouping.againstAllInOne", Messages.percent(share)) : "");
        change.getStyleClass().removeAll("better", "worse");
        change.getStyleClass().addAll(Messages.tone(share));
    }

    private void showFault(Optional<String> fault) {
        field.pseudoClassStateChanged(WRONG, fault.isPresent());
        field.getTooltip().setText(fault.orElse(messages.text("grouping.budgetField")));
    }
}
