package app.tandem.workbench.board;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingScore;
import app.tandem.grouping.LossEstimates;
import app.tandem.grouping.Selection;
import app.tandem.loss.LossCell;
import app.tandem.study.Grouping;
import app.tandem.study.Network;
import app.tandem.study.Study;
import app.tandem.study.TaskSet;
import app.tandem.workbench.board.Board.Card;
import app.tandem.workbench.board.Board.Column;
import app.tandem.workbench.board.Board.Comparison;
import app.tandem.workbench.board.Board.Outcome;
import app.tandem.workbench.board.Board.Rival;
import app.tandem.workbench.board.Board.Role;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Lays a grouping out on the board, with what is known of it so far. Pure. */
final class BoardSheet {

    private final Study study;
    private final Optional<Grouping> grouping;
    private final Optional<Findings> findings;
    private final Optional<GroupingScore> score;

    private final Optional<LossEstimates> estimates;

    private BoardSheet(
            Study study, Optional<Grouping> grouping, Optional<Findings> findings, Optional<LossEstimates> estimates) {
        this.study = study;
        this.grouping = grouping;
        this.findings = findings;
        this.estimates = estimates;
        this.score = grouping.flatMap(shown -> findings.flatMap(known -> known.score(shown)));
    }

    /**
     * @param grouping the one to be shown, of this study
     * @param findings of the chosen setting; empty where nothing is known yet
     * @param estimates from the same losses; empty where there are none yet
     * @param frontier of the same setting; empty where it is not known yet
     * @param next the best groupings after the frontier's at the study's budget
     */
    static Board of(
            Study study,
            Optional<Grouping> grouping,
            Optional<Findings> findings,
            Optional<LossEstimates> estimates,
            Optional<Frontier> frontier,
            List<Selection> next) {
        BoardSheet sheet = new BoardSheet(study, grouping, findings, estimates);
        TaskSet served = grouping.map(Grouping::served).orElse(TaskSet.EMPTY);
        return new Board(
                study,
                TaskMark.of(study.tasks()),
                grouping,
                sheet.columns(),
                TaskSet.all(study.tasks().size()).minus(served),
                sheet.outcome(frontier, next),
                sheet.foresight());
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        List<Grouping.Member> members = grouping.map(Grouping::members).orElse(List.of());
        List<Network> networks = members.stream().map(Grouping.Member::network).toList();
        for (int position = 0; position < members.size(); position++) {
            Network network = networks.get(position);
            int first = networks.indexOf(network);
            List<Card> cards = new ArrayList<>();
            for (int task : network.tasks()) {
                LossCell loss = findings.map(known -> known.loss(network, task)).orElse(LossCell.ABSENT);
                Optional<LossEstimates.Expected> estimate =
                        loss.isPresent() ? Optional.empty() : estimates.flatMap(known -> known.loss(network, task));
                cards.add(new Card(task, role(members, position, task), loss, estimate));
            }
            cards.sort(Comparator.comparing(Card::isMuted));
            NetworkState state = findings.map(known -> known.state(study, network))
                    .orElse(NetworkState.of(0, study.seeds(), study.networks().contains(network), List.of()));
            columns.add(new Column(
                    position, network, cards, state, first < position ? OptionalInt.of(first) : OptionalInt.empty()));
        }
        return columns;
    }

    private Role role(List<Grouping.Member> members, int position, int task) {
        if (members.get(position).trainOnly().contains(task)) {
            return Role.TRAIN_ONLY;
        }
        long able = members.stream()
                .filter(member -> member.mayServe().contains(task))
                .count();
        if (able == 1) {
            return Role.SERVED;
        }
        if (score.isEmpty() || !isDecided(members, task)) {
            return Role.OPEN;
        }
        return score.get().networks().get(position).serves().contains(task) ? Role.SERVED : Role.AUXILIARY;
    }

    /** Who serves is known only once every network that may serve has a loss. */
    private boolean isDecided(List<Grouping.Member> members, int task) {
        List<Network> unmeasured = score.map(GroupingScore::unmeasured).orElse(List.of());
        return members.stream()
                .filter(member -> member.mayServe().contains(task))
                .noneMatch(member -> unmeasured.contains(member.network()));
    }

    private Optional<Board.Foresight> foresight() {
        List<Network> networks = grouping.map(Grouping::networks).orElse(List.of());
        List<Network> unmeasured = score.map(GroupingScore::unmeasured).orElse(networks);
        int measured = (int) networks.stream()
                .filter(network -> !unmeasured.contains(network))
                .count();
        return estimates.map(known -> {
            Optional<Selection> expected = unmeasured.isEmpty() ? Optional.empty() : grouping.flatMap(known::selection);
            return new Board.Foresight(
                    known.networks(),
                    known.obstacle(),
                    expected.map(Selection::validationLoss)
                            .map(OptionalDouble::of)
                            .orElseGet(OptionalDouble::empty),
                    measured);
        });
    }

    private Optional<Outcome> outcome(Optional<Frontier> frontier, List<Selection> next) {
        Optional<Selection> measured = score.flatMap(GroupingScore::selection);
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        Selection shown = measured.get();
        boolean tested = shown.testLoss().isPresent();
        boolean affordable = shown.cost().isWithin(study.budget());
        Optional<Selection> best = frontier.flatMap(known -> known.at(study.budget()));
        boolean isBest = affordable
                && best.filter(other -> shown.validationLoss() <= other.validationLoss())
                        .isPresent();
        List<Comparison> others = new ArrayList<>();
        compare(others, Rival.ALL_IN_ONE, shown, findings.flatMap(Findings::allInOne), tested);
        compare(others, Rival.HALF_SIZE_SINGLES, shown, findings.flatMap(Findings::halfSizeSingles), tested);
        Optional<Selection> rival = isBest ? next.stream().findFirst() : best;
        compare(others, isBest ? Rival.RUNNER_UP : Rival.BEST, shown, rival, tested);
        return Optional.of(new Outcome(loss(shown, tested), tested, isBest, others));
    }

    private static void compare(
            List<Comparison> others, Rival rival, Selection shown, Optional<Selection> other, boolean tested) {
        if (other.isEmpty() || (tested && other.get().testLoss().isEmpty())) {
            return;
        }
        double loss = loss(other.get(), tested);
        OptionalDouble change = loss == 0 ? OptionalDouble.empty() : OptionalDouble.of(loss(shown, tested) / loss - 1);
        others.add(new Comparison(rival, loss, change));
    }

    private static double loss(Selection selection, boolean tested) {
        return tested ? selection.testLoss().orElseThrow() : selection.validationLoss();
    }
}
