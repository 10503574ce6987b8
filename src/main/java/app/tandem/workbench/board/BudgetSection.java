package app.tandem.workbench.board;

import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.grouping.GroupingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What the grouping costs against the budget, also while a card is held over a network. */
final class BudgetSection extends VBox {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final BoardModel model;
    private final GroupingModel best;
    private final BoardWords words;
    private final Label cost = Icons.whole("", "the-number");
    private final TextField field = new TextField();
    private final BudgetMeter meter = new BudgetMeter();
    private final Label verdict = Icons.label("", "verdict");
    private final Label fault = Icons.label("", "verdict");

    BudgetSection(BoardModel model, GroupingModel best, BoardWords words, Watch watch) {
        super(8);
        this.model = model;
        this.best = best;
        this.words = words;
        getStyleClass().add("side-section");
        cost.setId("grouping-cost");
        verdict.setId("budget-verdict");
        verdict.setWrapText(true);
        setUpFault();
        setUpField();
        HBox number =
                new HBox(7, cost, Icons.whole(words.text("budget.of"), "muted"), field, Icons.label("SNT", "muted"));
        number.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(Icons.label(words.text("budget"), "section-title"), number, fault, meter, verdict);
        watch.on(best.budgetFaultProperty(), this::showFault);
    }

    private void setUpFault() {
        fault.setId("board-budget-fault");
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        fault.pseudoClassStateChanged(OVER, true);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
    }

    private void setUpField() {
        field.setId("board-budget");
        field.setDisable(model.isReadOnly());
        field.setPrefColumnCount(4);
        field.setMaxWidth(62);
        field.setAlignment(Pos.CENTER);
        field.setAccessibleText(words.text("budget.field"));
        field.setTooltip(new Tooltip(words.text("budget.field")));
        field.setOnAction(event -> best.typeBudget(field.getText()));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                Budget saved = model.boardProperty().get().budget();
                field.setText(saved.toString());
                best.lookAt(saved);
                event.consume();
            }
        });
        field.focusedProperty().addListener((property, before, focused) -> {
            String saved = model.boardProperty().get().budget().toString();
            if (!focused && !field.getText().equals(saved)) {
                best.typeBudget(field.getText());
            }
        });
    }

    void show(Board board, Optional<Preview> preview) {
        if (!field.isFocused() || !field.getText().equals(board.budget().toString())) {
            field.setText(board.budget().toString());
        }
        Cost shown = preview.map(Preview::cost).orElse(board.cost());
        cost.setText(shown.toString());
        Fraction excess = board.excess(shown);
        boolean over = excess.isPositive();
        cost.pseudoClassStateChanged(OVER, over);
        verdict.pseudoClassStateChanged(OVER, over);
        verdict.setGraphic(over ? Icons.icon(BootstrapIcons.EXCLAMATION_TRIANGLE_FILL) : null);
        verdict.setText(verdict(board.budget(), excess, preview.isPresent()));
        showMeter(board, shown);
    }

    private String verdict(Budget budget, Fraction excess, boolean foretold) {
        String words0 = excess.isPositive()
                ? words.text("budget.over", new Cost(excess).toString(), budget.toString())
                : excess.isNegative()
                        ? words.text("budget.left", new Cost(Fraction.ZERO.minus(excess)).toString())
                        : words.text("budget.exact");
        return foretold ? words.text("budget.foretold", words0) : words0;
    }

    /** A card held over the place for a new network adds a part; other moves may take one away. */
    private void showMeter(Board board, Cost shown) {
        List<Double> shares = new ArrayList<>();
        List<String> letters = new ArrayList<>();
        for (Board.Column column : board.columns()) {
            shares.add(column.network().cost().snt().toDouble());
            letters.add(column.letter());
        }
        double more = shown.snt().minus(board.cost().snt()).toDouble();
        if (more > 0) {
            shares.add(more);
            letters.add("+");
        }
        meter.show(shares, letters, board.budget().snt().toDouble());
        meter.setAccessibleText(verdict.getText());
    }

    private void showFault(Optional<String> now) {
        field.pseudoClassStateChanged(WRONG, now.isPresent());
        field.getTooltip().setText(now.orElse(words.text("budget.field")));
        fault.setText(now.orElse(""));
        fault.setVisible(now.isPresent());
    }
}
