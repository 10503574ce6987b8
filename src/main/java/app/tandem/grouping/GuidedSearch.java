package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.Network;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Trains what could matter: Tandem's own method, after the prototype of optimistic search on a Gaussian process.
 *
 * <ol>
 *   <li><b>Opening.</b> Every full-size pair, where the budget leaves room for a pair in a grouping; otherwise the fewest
 *       networks that know every task.
 *   <li><b>Belief.</b> {@link TransferModel} draws the losses of all untrained networks many times from what is known.
 *   <li><b>Choice.</b> In each draw the exact search finds the best grouping at the budget. An untrained network is worth the
 *       sum, over the draws whose grouping uses it, of what that grouping improves on the best trained one, per SNT; the one
 *       worth most is trained next.
 *   <li><b>Stop.</b> Once the share of draws that improve by more than {@link GuidedRule#improvement} falls below {@link
 *       GuidedRule#chance}, or the limit is spent.
 * </ol>
 *
 * <p>It keeps no state: what to train follows from the losses that are known, the budget and the seed. So it goes on after any
 * interruption, and takes whatever else was trained into account. For several workers it names as many networks as there are
 * workers, the best first, from the same draws; it does not foresee what the first of them will teach, so a second worker saves
 * time and not training.
 *
 * <p>Cost: in training, at most what HOA spends before it chooses, unless the limit says otherwise. In computing, draws ×
 * (3<sup>n</sup> · budget) time for each network to be trained. Limits: at most {@value #MOST_TASKS} tasks; the
 * probability is the model's own, and what cannot be foreseen (a network twice as good as all its kin) is only found by being
 * trained for another reason.
 */
public record GuidedSearch(GuidedPrior prior, GuidedRule rule) implements GroupingMethod {

    /** Above this, its time and memory would be felt. */
    public static final int MOST_TASKS = CoverSearch.MOST_TASKS;

    public static final GuidedSearch USUAL = new GuidedSearch(GuidedPrior.STANDLEY, GuidedRule.USUAL);

    @Override
    public String id() {
        return "guided";
    }

    /**
     * What to train next.
     *
     * @param known the losses so far, and every candidate, trained or not; partly measured networks count as untrained
     * @param atOnce the most networks to be named, for workers that train side by side
     * @throws UserException if there are too many tasks, or no grouping of the candidates fits the budget
     */
    public GuidedAdvice ask(LossTable known, Budget budget, int atOnce) {
        return ask(known, budget, atOnce, Set.of());
    }

    /**
     * What to train next while other networks are being trained.
     *
     * @param atOnce the most networks to be named; with 0 only the verdict is of interest
     * @param underWay candidates that are being trained: they are not named again, and are paid for already
     * @throws UserException if there are too many tasks, or no grouping of the candidates fits the budget
     */
    public GuidedAdvice ask(LossTable known, Budget budget, int atOnce, Set<Network> underWay) {
        return new GuidedStep(this, known, budget, underWay).advice(atOnce);
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        return replay(table, budget).outcome();
    }

    /**
     * The whole search on losses that are known already, as if each were only measured once it is asked for.
     *
     * @param table its fully measured networks are the candidates
     */
    public GuidedReplay replay(LossTable table, Budget budget) {
        List<GuidedAdvice> steps = new ArrayList<>();
        List<Network> trained = new ArrayList<>();
        GuidedAdvice last;
        do {
            last = ask(knowing(table, trained), budget, 1);
            steps.add(last);
            trained.addAll(last.train());
        } while (!last.stops());
        MethodOutcome outcome = last.best()
                .map(best -> ChosenNetworks.outcome(table, ChosenNetworks.networksOf(best), TrainingBill.of(trained)))
                .orElseGet(() -> new MethodOutcome.Lacking(
                        "The guided search may not spend enough on training to serve every task",
                        TrainingBill.of(List.of())));
        return new GuidedReplay(steps, outcome);
    }

    /** The table in which only these networks have losses, and the others are candidates. */
    private static LossTable knowing(LossTable table, List<Network> trained) {
        LossTable.Builder known = LossTable.builder(table.setting(), table.taskIds(), table.weights());
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            if (table.isMeasured(row, Measure.VALIDATION)) {
                known.network(network);
                if (trained.contains(network)) {
                    for (int task : network.tasks()) {
                        known.add(
                                network,
                                0,
                                Measure.VALIDATION,
                                task,
                                table.cell(row, task, Measure.VALIDATION).mean());
                    }
                }
            }
        }
        return known.build();
    }
}
