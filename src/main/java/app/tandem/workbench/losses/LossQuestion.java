package app.tandem.workbench.losses;

import app.tandem.loss.Measure;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the user asked to see.
 *
 * @param settings names; those that the study lacks are left out, and where none is left its first is meant
 * @param expanded the networks whose seeds have rows of their own
 */
record LossQuestion(
        Set<String> settings,
        Measure measure,
        Baseline baseline,
        LossFilter filter,
        LossOrder order,
        Set<LossRow.Key> expanded) {

    static final LossQuestion FIRST =
            new LossQuestion(Set.of(), Measure.TEST, Baseline.HALF, LossFilter.NONE, LossOrder.POOL, Set.of());

    LossQuestion {
        settings = Set.copyOf(settings);
        expanded = Set.copyOf(expanded);
    }

    LossQuestion withSettings(Set<String> other) {
        return new LossQuestion(other, measure, baseline, filter, order, expanded);
    }

    LossQuestion withMeasure(Measure other) {
        return new LossQuestion(settings, other, baseline, filter, order, expanded);
    }

    LossQuestion withBaseline(Baseline other) {
        return new LossQuestion(settings, measure, other, filter, order, expanded);
    }

    LossQuestion withFilter(LossFilter other) {
        return new LossQuestion(settings, measure, baseline, other, order, expanded);
    }

    LossQuestion withOrder(LossOrder other) {
        return new LossQuestion(settings, measure, baseline, filter, other, expanded);
    }

    LossQuestion withExpanded(Set<LossRow.Key> other) {
        return new LossQuestion(settings, measure, baseline, filter, order, other);
    }

    /** The same with the seeds of a network shown, or no more. */
    LossQuestion toggled(LossRow.Key key) {
        Set<LossRow.Key> next = new LinkedHashSet<>(expanded);
        if (!next.remove(key)) {
            next.add(key);
        }
        return withExpanded(next);
    }
}
