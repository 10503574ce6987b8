package app.tandem.grouping;

import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Budget;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Groups from affinities, as TAG chooses them (Fifty et al., NeurIPS 2021, section 4.2), for any affinity Z measured in one
 * joint run. A task's score in a group is
 *
 * <blockquote>score(G, t) = mean over s ∈ G \ {t} of Z<sub>s→t</sub>, and −10<sup>6</sup> in a group of its own;</blockquote>
 *
 * of all choices of at most k groups that cover the tasks, each task taking its best group, the one with the highest mean
 * score is chosen, exactly. Affinities say nothing of sizes, so k = ⌊budget⌋ full-size networks.
 *
 * <p>Cost: one joint run of all tasks (1 SNT; what measuring the affinities adds is not counted) and the chosen networks.
 * Limits: no task is ever alone where any group will have it; later work finds such affinities only weakly correlated with
 * real gains, so the correlation is always shown.
 */
public record AffinitySelection(AffinityMatrix affinities) implements GroupingMethod {

    private static final double ALONE = -1e6;

    @Override
    public String id() {
        return affinities.id();
    }

    @Override
    public MethodOutcome choose(LossTable table, Budget budget) {
        requireSameTasks(table);
        Frontier frontier = GroupingSolver.frontier(scored(table), SearchOptions.COVER);
        Budget networks = new Budget(Fraction.of(budget.snt().floor()));
        Optional<Selection> best = frontier.at(networks);
        if (best.isEmpty()) {
            return ChosenNetworks.infeasible(frontier, networks);
        }
        Network joint = Network.of(TaskSet.all(table.taskCount()), EncoderSize.FULL);
        return ChosenNetworks.outcome(table, ChosenNetworks.networksOf(best.get()), TrainingBill.of(List.of(joint)));
    }

    @Override
    public List<Estimate> estimates(LossTable table) {
        requireSameTasks(table);
        List<Estimate> pairs = new ArrayList<>();
        for (int row = 0; row < table.networks().size(); row++) {
            Network network = table.networks().get(row);
            if (isCandidate(network) && network.tasks().size() > 1) {
                for (int task : network.tasks()) {
                    double score = score(network.tasks(), task);
                    double measured = ChosenNetworks.gain(table, row, task, Measure.VALIDATION);
                    if (Double.isFinite(score) && Double.isFinite(measured)) {
                        pairs.add(new Estimate(network, task, score, measured));
                    }
                }
            }
        }
        return pairs;
    }

    private void requireSameTasks(LossTable table) {
        if (!affinities.taskIds().equals(table.taskIds())) {
            throw new IllegalArgumentException("the affinities are of other tasks than the losses");
        }
    }

    private static boolean isCandidate(Network network) {
        return network.encoder().equals(EncoderSize.FULL);
    }

    /** The negated scores as losses, so that the search for the lowest total finds the highest mean score. */
    private LossTable scored(LossTable table) {
        List<Double> equal = table.taskIds().stream().map(task -> 1.0).toList();
        LossTable.Builder scored = LossTable.builder(table.setting(), table.taskIds(), equal);
        for (Network network : table.networks()) {
            if (isCandidate(network)) {
                scored.network(network);
                for (int task : network.tasks()) {
                    double score = score(network.tasks(), task);
                    if (Double.isFinite(score)) {
                        scored.add(network, 0, Measure.VALIDATION, task, -score);
                    }
                }
            }
        }
        return scored.build();
    }

    private double score(TaskSet group, int task) {
        return group.size() == 1
                ? ALONE
                : group.without(task).stream()
                                .mapToDouble(source -> affinities.from(source, task))
                                .sum()
                        / (group.size() - 1);
    }
}
