package app.tandem.store;

import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Split;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A grouping that was suggested, and from what.
 *
 * @param setting whose losses it was made from
 * @param method as in {@code exact}
 * @param split that selected, {@link Split#VALIDATION} but for studies without one
 * @param best empty networks where the budget pays for no grouping
 * @param runnerUps the next best, best first
 * @param tableHash the loss table's {@linkplain LossTable#measuredHash() hash} of what was measured; in older studies its
 *     {@linkplain LossTable#contentHash() hash} of everything
 * @param made when
 */
public record StoredSuggestion(
        String setting,
        String method,
        Split split,
        Budget budget,
        Choice best,
        List<Choice> runnerUps,
        String tableHash,
        Instant made) {

    /**
     * One grouping.
     *
     * @param validationLoss the weighted sum over all tasks
     * @param testLoss likewise; empty without a test split
     */
    public record Choice(List<ServingNetwork> networks, Cost cost, double validationLoss, OptionalDouble testLoss) {
        public Choice {
            networks = List.copyOf(networks);
        }
    }

    /**
     * A network of a grouping.
     *
     * @param network its key
     */
    public record ServingNetwork(String network, List<ServedTask> serves) {
        public ServingNetwork {
            serves = List.copyOf(serves);
        }
    }

    /** A task that a network serves, and its losses there. */
    public record ServedTask(String task, double validationLoss, OptionalDouble testLoss) {}

    public StoredSuggestion {
        runnerUps = List.copyOf(runnerUps);
    }

    /**
     * Whether the losses have changed since.
     *
     * @param now the setting's losses as they are
     */
    public boolean isOutOfDate(LossTable now) {
        return !tableHash.equals(now.measuredHash()) && !tableHash.equals(now.contentHash());
    }
}
