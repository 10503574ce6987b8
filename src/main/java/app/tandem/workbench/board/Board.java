package app.tandem.workbench.board;

import app.tandem.grouping.LossEstimates;
import app.tandem.loss.LossCell;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.NetworkLetter;
import app.tandem.study.Study;
import app.tandem.study.TaskSet;
import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the board shows at one moment, without words.
 *
 * @param marks of the study's tasks, by index
 * @param grouping the one that is shown; empty where the study has none
 * @param columns its networks
 * @param unserved the tasks that none of its networks may serve
 * @param outcome its losses; empty while something is not measured
 * @param foresight what is estimated; empty while nothing has been estimated yet
 */
public record Board(
        Study study,
        List<TaskMark> marks,
        Optional<Grouping> grouping,
        List<Column> columns,
        TaskSet unserved,
        Optional<Outcome> outcome,
        Optional<Foresight> foresight) {

    public Board {
        marks = List.copyOf(marks);
        columns = List.copyOf(columns);
    }

    public Budget budget() {
        return study.budget();
    }

    /** Of all its networks; nothing where there is no grouping. */
    public Cost cost() {
        return grouping.map(Grouping::cost).orElse(Cost.ZERO);
    }

    /** By how many SNT a cost is over the budget; negative or 0 where the budget pays for it. */
    public Fraction excess(Cost cost) {
        return cost.snt().minus(budget().snt());
    }

    /**
     * One network.
     *
     * @param twin the position of an equal network before it, which makes this one useless
     */
    public record Column(int position, Network network, List<Card> cards, NetworkState state, OptionalInt twin) {
        public Column {
            cards = List.copyOf(cards);
        }

        public String letter() {
            return NetworkLetter.of(position);
        }

        public Optional<Card> card(int task) {
            return cards.stream().filter(card -> card.task() == task).findFirst();
        }
    }

    /** What a task is in a network for. */
    public enum Role {
        /** It is served from there: no other network may serve it, or none is better. */
        SERVED,
        /** Several networks may serve it, and which is best is not known yet. */
        OPEN,
        /** Another network of the grouping serves it better. */
        AUXILIARY,
        /** The user does not want it to be served from there. */
        TRAIN_ONLY
    }

    /**
     * A task in a network.
     *
     * @param loss its mean over the seeds, on the measure that reports; absent where it was not measured
     * @param estimate of its loss on validation; empty where it was measured, or nothing is foretold
     */
    public record Card(int task, Role role, LossCell loss, Optional<LossEstimates.Expected> estimate) {

        /** Whether it only helps the others to learn; such cards lie below those that serve. */
        public boolean isMuted() {
            return role == Role.AUXILIARY || role == Role.TRAIN_ONLY;
        }
    }

    /**
     * What is estimated, and from what.
     *
     * @param networks how many trained networks the estimates rest on
     * @param obstacle why there are none; empty where there are
     * @param total the sum on validation of what is measured and what is estimated; empty where nothing of the grouping has
     *     to be estimated, or something cannot be
     * @param measured how many of the grouping's networks are measured
     */
    public record Foresight(
            int networks, Optional<LossEstimates.Obstacle> obstacle, OptionalDouble total, int measured) {}

    /**
     * The losses of a grouping that is measured.
     *
     * @param loss the sum that is reported: test, or validation where nothing was tested
     * @param tested whether {@code loss} is a test loss
     * @param isBest whether no grouping within the budget is better on validation, and it is within the budget itself
     * @param others what it is compared with
     */
    public record Outcome(double loss, boolean tested, boolean isBest, List<Comparison> others) {
        public Outcome {
            others = List.copyOf(others);
        }
    }

    /** What a grouping is compared with. */
    public enum Rival {
        ALL_IN_ONE,
        HALF_SIZE_SINGLES,
        /** The best grouping within the budget. */
        BEST,
        /** The best grouping within the budget but for the one that is shown. */
        RUNNER_UP
    }

    /**
     * Another grouping.
     *
     * @param loss on the same measure
     * @param change of the shown grouping against it: -0.1 where it loses 10 % less; empty where the other loses nothing
     */
    public record Comparison(Rival rival, double loss, OptionalDouble change) {}
}
