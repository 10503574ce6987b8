package app.tandem.report;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.MethodComparison;
import app.tandem.grouping.SearchOptions;
import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What is known of one setting, for every report of its study. What takes long is found when it is first asked for, once. */
public final class SettingEvidence {

    private final LossTable losses;
    private final List<AffinityMatrix> affinities;
    private @Nullable Frontier frontier;
    private @Nullable MethodComparison methods;

    /** @param affinities of joint runs, the mean over their seeds; empty where none was measured */
    public SettingEvidence(LossTable losses, List<AffinityMatrix> affinities) {
        this.losses = losses;
        this.affinities = List.copyOf(affinities);
    }

    public LossTable losses() {
        return losses;
    }

    public List<AffinityMatrix> affinities() {
        return affinities;
    }

    /** The affinity with this id; empty where it was not measured. */
    Optional<AffinityMatrix> affinity(String id) {
        return affinities.stream().filter(matrix -> matrix.id().equals(id)).findFirst();
    }

    /** The measure that reports: test, or validation where nothing was tested. */
    public Measure reported() {
        return losses.has(Measure.TEST) ? Measure.TEST : Measure.VALIDATION;
    }

    /** The best grouping at every budget. */
    public synchronized Frontier frontier() {
        Frontier known = frontier;
        if (known == null) {
            known = GroupingSolver.frontier(losses, SearchOptions.COVER);
            frontier = known;
        }
        return known;
    }

    /**
     * Every method at the usual budgets; empty where nothing was scored on validation, by which all of them select.
     *
     * @throws app.tandem.study.UserException if the search is too large
     */
    public Optional<MethodComparison> methods() {
        return methods(done -> {});
    }

    /**
     * The same.
     *
     * @param watch is told many times how much is done, and ends it by throwing
     */
    synchronized Optional<MethodComparison> methods(IntConsumer watch) {
        MethodComparison known = methods;
        if (known == null && losses.has(Measure.VALIDATION)) {
            known = MethodComparison.of(
                    losses,
                    MethodComparison.methods(affinities),
                    MethodComparison.usualBudgets(losses.taskCount()),
                    watch);
            methods = known;
        }
        return Optional.ofNullable(known);
    }
}
