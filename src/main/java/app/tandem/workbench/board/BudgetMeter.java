package app.tandem.workbench.board;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What the networks of a grouping take of the budget, network by network; what is over it is marked. */
final class BudgetMeter extends Region {

    private static final double HEIGHT = 24;
    private static final double GAP = 2;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Region track = new Region();
    private final Region limit = new Region();
    private final List<Label> parts = new ArrayList<>();
    private List<Double> costs = List.of();
    private double budget;

    BudgetMeter() {
        getStyleClass().add("budget-meter");
        track.getStyleClass().add("meter-track");
        limit.getStyleClass().add("meter-limit");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /**
     * @param shares what each network costs, in SNT, in the order of the board; the last may be one that is held over it
     * @param letters of the networks
     * @param most the budget in SNT
     */
    void show(List<Double> shares, List<String> letters, double most) {
        costs = List.copyOf(shares);
        budget = most;
        parts.clear();
        List<Node> nodes = new ArrayList<>(List.of(track));
        for (String letter : letters) {
            Label part = new Label(letter);
            part.getStyleClass().add("meter-part");
            parts.add(part);
            nodes.add(part);
        }
        nodes.add(limit);
        getChildren().setAll(nodes);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double total = costs.stream().mapToDouble(Double::doubleValue).sum();
        double most = Math.max(total, budget);
        double width = getWidth();
        track.resizeRelocate(0, 0, width, HEIGHT);
        limit.setVisible(most > budget && budget > 0);
        double scale = most > 0 ? width / most : 0;
        limit.resizeRelocate(Math.rint(budget * scale) - 1, -3, 2, HEIGHT + 6);
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            double from = sum;
            sum += costs.get(i);
            double left = Math.rint(from * scale);
            double right = Math.rint(sum * scale);
            parts.get(i).pseudoClassStateChanged(OVER, sum > budget + 1e-9);
            parts.get(i).resizeRelocate(left, 0, Math.max(2, right - left - GAP), HEIGHT);
        }
    }
}
