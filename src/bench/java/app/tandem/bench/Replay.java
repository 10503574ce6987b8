package app.tandem.bench;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GuidedAdvice;
import app.tandem.grouping.GuidedReplay;
import app.tandem.grouping.GuidedSearch;
import app.tandem.grouping.HigherOrderEstimate;
import app.tandem.grouping.MethodOutcome;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import java.util.ArrayList;
import java.util.List;

/**
 * The guided search and HOA on one table at one budget.
 *
 * @param excess of the guided search's test loss over the optimum's, in percent
 * @param training what it trained, in SNT
 * @param hoaExcess the same of HOA
 * @param hoaTraining what HOA trained, with the networks that it chose
 * @param beliefs what the search believed at each step with a grouping
 */
record Replay(double excess, double training, double hoaExcess, double hoaTraining, List<Belief> beliefs) {

    /**
     * A stated probability and the truth.
     *
     * @param chance that some untrained network would improve the grouping by more than the rule's share
     * @param improves whether one does
     * @param last whether the search stopped there
     */
    record Belief(double chance, boolean improves, boolean last) {}

    /** @param optimum of the table */
    static Replay of(LossTable table, Budget budget, Frontier optimum, GuidedSearch search) {
        double least = optimum.require(budget).testLoss().orElseThrow();
        double leastValidation = optimum.require(budget).validationLoss();
        GuidedReplay replay = search.replay(table, budget);
        MethodOutcome.Chosen guided = (MethodOutcome.Chosen) replay.outcome();
        MethodOutcome.Chosen hoa = (MethodOutcome.Chosen) new HigherOrderEstimate().choose(table, budget);
        List<Belief> beliefs = new ArrayList<>();
        for (GuidedAdvice step : replay.steps()) {
            if (step.best().isPresent() && step.state() != GuidedAdvice.State.OPENING) {
                double gain = 1 - leastValidation / step.best().get().validationLoss();
                beliefs.add(new Belief(step.chance(), gain > search.rule().improvement(), step.stops()));
            }
        }
        return new Replay(
                100 * (guided.selection().testLoss().orElseThrow() / least - 1),
                guided.bill().total().snt().toDouble(),
                100 * (hoa.selection().testLoss().orElseThrow() / least - 1),
                hoa.bill().total().snt().toDouble(),
                beliefs);
    }
}
